package app.orchard.refund;

import app.orchard.shared.Refusal;
import java.util.Arrays;

/** Why money goes back, in the words of the process and of people. */
public enum RefundReason {
    CANCELLED("cancelled", "The order was cancelled"),
    RETURNED("returned", "The order came back"),
    CAPTURED_LATE("capturedLate", "It was paid too late"),
    PAID_TWICE("paidTwice", "It was paid twice"),
    COMPLAINT("complaint", "Something was not in order"),
    GOODWILL("goodwill", "A favour");

    private final String wireName;
    private final String sentence;

    RefundReason(String wireName, String sentence) {
        this.wireName = wireName;
        this.sentence = sentence;
    }

    /** @throws Refusal INVALID for a word that is none */
    public static RefundReason of(String wireName) {
        return Arrays.stream(values())
                .filter(reason -> reason.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("bad-reason", "Nothing is refunded because of: " + wireName));
    }

    public String wireName() {
        return wireName;
    }

    /** For people, without a full stop. */
    public String sentence() {
        return sentence;
    }

    /** Whether people ask for it, rather than the process. */
    boolean isAskedByPeople() {
        return this == COMPLAINT || this == GOODWILL;
    }
}
