package app.orchard.storefront.api;

import app.orchard.shared.Refusal;
import java.util.Arrays;
import java.util.Locale;

/** Enumerations as JSON writes them: {@code out_for_delivery}. */
final class Wire {

    private Wire() {}

    static String name(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }

    /** @throws Refusal INVALID {@code bad-value} naming the possible ones */
    static <E extends Enum<E>> E read(Class<E> type, String name) {
        return Arrays.stream(type.getEnumConstants())
                .filter(value -> name(value).equals(name))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("bad-value", "That is none of the possible values.")
                        .with(
                                "possible",
                                Arrays.stream(type.getEnumConstants())
                                        .map(Wire::name)
                                        .toList()));
    }
}
