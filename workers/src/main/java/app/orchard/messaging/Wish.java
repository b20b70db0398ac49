package app.orchard.messaging;

import java.util.Locale;
import java.util.Set;

/** What a customer's message asks about offers, if anything. */
enum Wish {
    NO_MORE_OFFERS,
    OFFERS_AGAIN,
    NONE;

    private static final Set<String> STOP =
            Set.of("stop", "stop all", "stopall", "unsubscribe", "stop promotions", "opt out");
    private static final Set<String> START = Set.of("start", "unstop", "subscribe", "opt in");

    /** Only a message that says nothing else counts: "stop at the gate" is for the driver. */
    static Wish of(String text) {
        String words =
                text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}]+", " ").strip();
        return STOP.contains(words) ? NO_MORE_OFFERS : START.contains(words) ? OFFERS_AGAIN : NONE;
    }
}
