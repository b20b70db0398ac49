package app.orchard.order;

import java.util.Locale;

public enum Channel {
    ONLINE,
    STALL;

    /** As the models write it. */
    String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
