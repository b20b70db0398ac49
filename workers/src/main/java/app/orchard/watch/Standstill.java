package app.orchard.watch;

import app.orchard.shared.OrderId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something that did not go on for longer than it may.
 *
 * @param number of the order, as people say it
 * @param step for people: "Pack order"
 * @param sentence what happened to what
 * @param advice what to do next
 */
public record Standstill(
        Kind kind,
        @Nullable OrderId order,
        @Nullable String number,
        String step,
        Instant since,
        String sentence,
        String advice) {

    /** What it is that stands still. */
    public enum Kind {
        /** The order is at one step for too long. */
        STEP,
        /** The engine does not know the order. */
        NO_PROCESS,
        /** The engine is done with the order, and the order is not done. */
        PROCESS_ENDED,
        /** The order is done, and the engine still asks somebody to do something. */
        PROCESS_GOES_ON,
        /** The engine was not told something. */
        COMMAND,
        /** Whether the money came is not settled. */
        PAYMENT,
        /** Money that should go back does not. */
        REFUND,
        /** Nobody knows whether a message arrived. */
        MESSAGE
    }
}
