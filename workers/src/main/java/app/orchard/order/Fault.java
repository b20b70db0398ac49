package app.orchard.order;

import java.util.Locale;

/** At whose wish, or by whose doing, an order is called off. */
public enum Fault {
    CUSTOMER,
    SHOP;

    /** As the process says it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
