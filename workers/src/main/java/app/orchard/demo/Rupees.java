package app.orchard.demo;

import app.orchard.shared.Money;

/** Amounts for people. */
final class Rupees {

    private Rupees() {}

    static String of(long paise) {
        return Money.of(paise).format();
    }
}
