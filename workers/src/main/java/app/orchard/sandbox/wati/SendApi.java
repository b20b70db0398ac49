package app.orchard.sandbox.wati;

import app.orchard.sandbox.http.Reply;
import app.orchard.sandbox.http.Request;
import app.orchard.sandbox.http.Routes;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;

/** Sending a template: version 3, and versions 1 and 2 in their own spellings. */
final class SendApi {
    private final Dispatch dispatch;
    private final Ids ids;
    private final Clock clock;

    SendApi(Dispatch dispatch, Ids ids, Clock clock) {
        this.dispatch = dispatch;
        this.ids = ids;
        this.clock = clock;
    }

    void add(Routes routes, Access access, String tenant) {
        routes.on("POST", "/api/ext/v3/messageTemplates/send", access.to("send", this::versionThree));
        String prefix = "/" + tenant + "/api/";
        routes.on("POST", prefix + "v1/sendTemplateMessage", access.to("send", request -> one(request, this::v1)));
        routes.on("POST", prefix + "v2/sendTemplateMessage", access.to("send", request -> one(request, this::v2)));
        routes.on("POST", prefix + "v1/sendTemplateMessages", access.to("send", this::bulk));
        routes.on("POST", prefix + "v2/sendTemplateMessages", access.to("send", this::bulk));
    }

    private Reply versionThree(Request request) {
        Map<String, Object> body = request.json();
        List<Map<String, Object>> recipients = Wire.objects(body.get("recipients"));
        if (Wire.text(body, "template_name").isEmpty()
                || Wire.text(body, "broadcast_name").isEmpty()) {
            return invalid("template_name and broadcast_name are required");
        }
        if (recipients.isEmpty() || recipients.size() > 10_000) {
            return invalid("recipients must hold 1 to 10000 entries");
        }
        List<Dispatch.Wanted> wanted = recipients.stream().map(this::wanted).toList();
        return Reply.json(200, versionThreeAnswer(dispatch.send(Wire.text(body, "template_name"), wanted)));
    }

    private Dispatch.Wanted wanted(Map<String, Object> recipient) {
        String phone = Wire.text(recipient, "phone_number");
        return new Dispatch.Wanted(
                phone.isEmpty() ? Wire.text(recipient, "target") : phone,
                Optional.of(Wire.text(recipient, "local_message_id"))
                        .filter(id -> !id.isEmpty())
                        .orElseGet(ids::uuid),
                Wire.pairs(recipient.get("custom_params")));
    }

    private Map<String, Object> versionThreeAnswer(Dispatch.Outcome outcome) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("success", outcome.refusal().isEmpty());
        answer.put("error", outcome.refusal().orElse(null));
        answer.put("broadcast_id", outcome.refusal().isEmpty() ? ids.record() : null);
        answer.put(
                "recipients", outcome.results().stream().map(SendApi::receipt).toList());
        return answer;
    }

    private static Map<String, Object> receipt(Dispatch.Result result) {
        return Map.of(
                "phone_number", result.wanted().phone(),
                "local_message_id", result.wanted().localId(),
                "errors", result.errors());
    }

    private Reply one(Request request, Function<Sending, Map<String, Object>> answer) {
        Map<String, Object> body = request.json();
        var wanted = new Dispatch.Wanted(
                request.query("whatsappNumber").orElse(""), ids.uuid(), Wire.pairs(body.get("parameters")));
        String template = Wire.text(body, "template_name");
        return Reply.json(200, answer.apply(new Sending(template, wanted, dispatch.send(template, List.of(wanted)))));
    }

    private record Sending(String template, Dispatch.Wanted wanted, Dispatch.Outcome outcome) {
        Optional<String> problem() {
            return outcome.refusal()
                    .or(() -> outcome.results().stream()
                            .flatMap(r -> r.errors().stream())
                            .findFirst());
        }
    }

    private Map<String, Object> v1(Sending sending) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("result", sending.problem().isEmpty());
        answer.put("info", sending.problem().orElse(null));
        answer.put("phone_number", sending.wanted().phone());
        answer.put("template_name", sending.template());
        // The provider's own spelling.
        answer.put("parameteres", Wire.named(sending.wanted().values()));
        answer.put("contact", Map.of("wAid", sending.wanted().phone()));
        answer.put("model", Map.of("ids", ids(sending.outcome())));
        answer.put("validWhatsAppNumber", sending.problem().isEmpty());
        return answer;
    }

    private Map<String, Object> v2(Sending sending) {
        var answer = new LinkedHashMap<String, Object>();
        answer.put("result", sending.problem().isEmpty());
        answer.put("error", sending.problem().orElse(null));
        answer.put("templateName", sending.template());
        answer.put(
                "receivers",
                sending.outcome().results().stream().map(SendApi::receiver).toList());
        answer.put("parameters", Wire.named(sending.wanted().values()));
        return answer;
    }

    private static Map<String, Object> receiver(Dispatch.Result result) {
        return Map.of(
                "localMessageId", result.wanted().localId(),
                "waId", result.wanted().phone(),
                "isValidWhatsAppNumber", result.errors().isEmpty(),
                "errors", result.errors());
    }

    private Reply bulk(Request request) {
        Map<String, Object> body = request.json();
        var wanted = new ArrayList<Dispatch.Wanted>();
        for (Map<String, Object> receiver : Wire.objects(body.get("receivers"))) {
            wanted.add(new Dispatch.Wanted(
                    Wire.text(receiver, "whatsappNumber"), ids.uuid(), Wire.pairs(receiver.get("customParams"))));
        }
        Dispatch.Outcome outcome = dispatch.send(Wire.text(body, "template_name"), wanted);
        var answer = new LinkedHashMap<String, Object>();
        answer.put("result", outcome.refusal().isEmpty());
        answer.put("error", outcome.refusal().orElse(null));
        answer.put(
                "receivers", outcome.results().stream().map(SendApi::receiver).toList());
        return Reply.json(200, answer);
    }

    private static List<String> ids(Dispatch.Outcome outcome) {
        return outcome.results().stream()
                .flatMap(result -> result.id().stream())
                .toList();
    }

    private Reply invalid(String message) {
        return Reply.json(
                400,
                Map.of("code", "VALIDATION_ERROR", "message", message, "timestamp", Objects.toString(clock.instant())));
    }
}
