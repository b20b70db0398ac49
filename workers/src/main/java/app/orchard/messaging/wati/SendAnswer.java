package app.orchard.messaging.wati;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What we know after asking the provider to send something. */
public sealed interface SendAnswer {

    /**
     * Taken, except for those with errors. A recipient who is not in it was left out without a word.
     *
     * @param errors by our local id; an empty list for the accepted
     */
    record Taken(Map<String, List<String>> errors) implements SendAnswer {}

    /** Nothing was sent, and asking the same again would not help. */
    record Refused(String reason) implements SendAnswer {}

    /** Nothing was sent because we ask too often. */
    record TooFast(Optional<Duration> retryAfter) implements SendAnswer {}

    /** Nothing was sent because our account or our configuration is wrong. */
    record LockedOut(String reason) implements SendAnswer {}

    /** Nothing was sent: no connection came about. */
    record Unreached(String reason) implements SendAnswer {}

    /** We do not know whether anything was sent. */
    record Silence(String reason) implements SendAnswer {}
}
