package app.orchard.messaging;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/** How far a message came. It only moves forward: news that arrives late or twice changes nothing. */
public enum MessageState {
    /** Waits for its turn, or for another try. */
    QUEUED,
    /** The provider is being asked right now. */
    SENDING,
    /** We asked and heard nothing; the provider's records are consulted before anything is sent again. */
    UNKNOWN,
    /** The provider took it. */
    SENT,
    /** It is on the customer's phone. */
    DELIVERED,
    READ,
    /** It will not arrive; the reason is a sentence in {@link MessageView#problem()}. */
    FAILED,
    /** Held back because the customer wants no offers. */
    SUPPRESSED;

    boolean canBecome(MessageState next) {
        return switch (this) {
            // It may turn out that an earlier try, of which we heard nothing, went out after all.
            case QUEUED -> next != QUEUED && next != UNKNOWN;
            case SENDING, UNKNOWN -> next != SUPPRESSED && next != SENDING && next != this;
            case SENT -> EnumSet.of(DELIVERED, READ, FAILED).contains(next);
            case DELIVERED -> next == READ;
            case READ, FAILED, SUPPRESSED -> false;
        };
    }

    /** The states from which this one may be entered, by name as the database stores them. */
    List<String> predecessors() {
        return Arrays.stream(values())
                .filter(state -> state.canBecome(this))
                .map(Enum::name)
                .sorted()
                .toList();
    }
}
