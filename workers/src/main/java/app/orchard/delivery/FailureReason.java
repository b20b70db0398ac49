package app.orchard.delivery;

import app.orchard.shared.Refusal;
import java.util.Arrays;

/** Why something could not be delivered, as the models and the driver's form name it. */
public enum FailureReason {
    NOT_HOME("notHome", "nobody was at home", true),
    UNREACHABLE("unreachable", "we could not reach you at the gate or by phone", true),
    WRONG_ADDRESS("wrongAddress", "the address was wrong", true),
    REFUSED("refused", "it was not accepted at the door", true),
    DAMAGED("damaged", "it was damaged on the way", false);

    private final String wireName;
    private final String sentence;
    private final boolean sellable;

    FailureReason(String wireName, String sentence, boolean sellable) {
        this.wireName = wireName;
        this.sentence = sentence;
        this.sellable = sellable;
    }

    /** @throws Refusal INVALID {@code bad-reason} */
    public static FailureReason of(String wireName) {
        return Arrays.stream(values())
                .filter(reason -> reason.wireName.equals(wireName))
                .findFirst()
                .orElseThrow(() -> Refusal.invalid("bad-reason", "Please say why it could not be delivered."));
    }

    public String wireName() {
        return wireName;
    }

    /** For people, in the middle of a sentence. */
    public String sentence() {
        return sentence;
    }

    /** Whether what came back can be sold again. */
    boolean isSellable() {
        return sellable;
    }
}
