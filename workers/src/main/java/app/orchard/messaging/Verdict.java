package app.orchard.messaging;

import app.orchard.messaging.wati.SendAnswer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What becomes of one message after the provider was asked. */
sealed interface Verdict {

    record Sent() implements Verdict {}

    record Failed(String problem) implements Verdict {}

    /** Nothing was sent. @param alone the next time in a request of its own */
    record Later(String problem, boolean alone) implements Verdict {}

    /** Perhaps it was sent. */
    record Unclear(String problem) implements Verdict {}

    static Map<Outgoing, Verdict> of(List<Outgoing> batch, SendAnswer answer) {
        var verdicts = new LinkedHashMap<Outgoing, Verdict>();
        batch.forEach(message -> verdicts.put(message, of(message, batch.size() == 1, answer)));
        return verdicts;
    }

    private static Verdict of(Outgoing message, boolean alone, SendAnswer answer) {
        return switch (answer) {
            case SendAnswer.Taken(var errors) ->
                ofRecipient(errors, message.id().toString());
            // Perhaps only one of them is to blame.
            case SendAnswer.Refused(var reason) -> alone ? new Failed(reason) : new Later(reason, true);
            case SendAnswer.TooFast fast -> new Later("The WhatsApp provider asks us to slow down.", false);
            case SendAnswer.LockedOut(var reason) -> new Later(reason, false);
            case SendAnswer.Unreached(var reason) -> new Later(reason, false);
            case SendAnswer.Silence(var reason) -> new Unclear(reason);
        };
    }

    private static Verdict ofRecipient(Map<String, List<String>> errors, String id) {
        List<String> mine = errors.get(id);
        if (mine == null) {
            return new Unclear("The WhatsApp provider left this recipient out of its answer.");
        }
        return mine.isEmpty() ? new Sent() : new Failed(String.join(" ", mine));
    }
}
