package app.orchard.messaging.wati;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.Response;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads the answer to a sending: an HTTP status of 200 alone says nothing. */
final class SendReceipt {

    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(5);

    private SendReceipt() {}

    /** @throws tools.jackson.core.JacksonException when a 200 carries no JSON: the outcome is unknown */
    static SendAnswer read(Response response, JsonMapper mapper, List<Recipient> asked) throws IOException {
        int status = response.code();
        if (status == 200) {
            return business(mapper.readTree(response.body().byteStream()), asked);
        }
        return switch (status) {
            case 401, 403 ->
                new SendAnswer.LockedOut("The WhatsApp provider refuses our token. Check orchard.wati.token.");
            case 404, 405 ->
                new SendAnswer.LockedOut("The WhatsApp provider has no such address. Check orchard.wati.endpoint.");
            case 429 -> new SendAnswer.TooFast(retryAfter(response));
            default -> otherwise(status, response);
        };
    }

    private static SendAnswer otherwise(int status, Response response) throws IOException {
        if (status >= 500 || status == 408 || status < 300) {
            return new SendAnswer.Silence("The WhatsApp provider failed with status " + status + ".");
        }
        if (status < 400) {
            return new SendAnswer.LockedOut("The WhatsApp provider moved. Check orchard.wati.endpoint.");
        }
        return new SendAnswer.Refused(Wording.refusal(Wording.in(response.body().string())));
    }

    private static SendAnswer business(JsonNode answer, List<Recipient> asked) {
        if (!answer.has("success") && !answer.has("result")) {
            return new SendAnswer.Silence("The WhatsApp provider's answer could not be understood.");
        }
        boolean success = answer.path("success").asBoolean(answer.path("result").asBoolean(false));
        var errors = new HashMap<String, List<String>>();
        for (JsonNode recipient : answer.path("recipients")) {
            localId(recipient, asked).ifPresent(id -> errors.put(id, errors(recipient)));
        }
        return success ? new SendAnswer.Taken(errors) : new SendAnswer.Refused(refusal(answer, errors));
    }

    private static String refusal(JsonNode answer, Map<String, List<String>> errors) {
        return Wording.refusal(Wording.in(answer)
                .or(() -> errors.values().stream().flatMap(List::stream).findFirst())
                .orElse(""));
    }

    private static Optional<String> localId(JsonNode recipient, List<Recipient> asked) {
        String id = recipient.path("local_message_id").asString("");
        String phone = "+" + recipient.path("phone_number").asString("");
        return asked.stream()
                .filter(one ->
                        id.isEmpty() ? one.phone().equals(phone) : one.localId().equals(id))
                .map(Recipient::localId)
                .findFirst();
    }

    private static List<String> errors(JsonNode recipient) {
        var errors = new ArrayList<String>();
        for (JsonNode error : recipient.path("errors")) {
            errors.add(Wording.refusal(
                    error.isString() ? error.asString() : Wording.in(error).orElse("")));
        }
        return errors;
    }

    private static Optional<Duration> retryAfter(Response response) {
        String seconds = response.header("Retry-After", "");
        return seconds != null && seconds.matches("\\d{1,4}")
                ? Optional.of(Duration.ofSeconds(Long.parseLong(seconds)))
                        .filter(pause -> pause.compareTo(LONGEST_PAUSE) <= 0)
                : Optional.empty();
    }
}
