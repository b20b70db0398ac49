package app.orchard.sandbox.wati;

import app.orchard.sandbox.http.Reply;
import app.orchard.sandbox.http.Request;
import app.orchard.sandbox.http.Routes;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Free text inside the window of 24 hours, the history of a number, and the lists of templates and contacts. */
final class ConversationApi {
    private final Phones phones;
    private final Templates templates;
    private final Webhooks webhooks;

    ConversationApi(Phones phones, Templates templates, Webhooks webhooks) {
        this.phones = phones;
        this.templates = templates;
        this.webhooks = webhooks;
    }

    void add(Routes routes, Access access, String tenant) {
        String prefix = "/" + tenant + "/api/v1/";
        routes.on("POST", prefix + "sendSessionMessage/{number}", access.to("send", this::sessionMessage));
        routes.on("POST", "/api/ext/v3/conversations/messages/text", access.to("send", this::sessionMessageByThree));
        routes.on("GET", prefix + "getMessages/{number}", access.to("history", this::history));
        routes.on("GET", "/api/ext/v3/conversations/{target}/messages", access.to("history", this::historyByThree));
        routes.on("GET", prefix + "getMessageTemplates", access.to("templates", this::templates));
        routes.on("GET", "/api/ext/v3/messageTemplates", access.to("templates", this::templatesByThree));
        routes.on("POST", prefix + "addContact/{number}", access.to("contacts", this::addContact));
    }

    private Reply sessionMessage(Request request) {
        String phone = Phones.digits(request.at("number"));
        String text = request.query("messageText")
                .or(() -> Optional.ofNullable(request.form().get("messageText")))
                .orElse("");
        if (!phones.windowIsOpen(phone)) {
            return Reply.json(200, Map.of("result", false, "info", "Ticket has been expired."));
        }
        if (text.isBlank() || text.length() > 4096) {
            return Reply.json(200, Map.of("result", false, "info", "Message text is empty or too long."));
        }
        ChatMessage message = phones.receive(phone, text);
        webhooks.follow(message);
        return Reply.json(200, Map.of("ok", true, "result", "success", "message", record(message)));
    }

    private Reply sessionMessageByThree(Request request) {
        Map<String, Object> body = request.json();
        String phone = Phones.digits(Wire.text(body, "target"));
        if (!phones.windowIsOpen(phone)) {
            return Reply.json(400, Map.of("code", "TICKET_EXPIRED", "message", "Ticket has been expired."));
        }
        ChatMessage message = phones.receive(phone, Wire.text(body, "text"));
        webhooks.follow(message);
        return Reply.json(
                200,
                Map.of(
                        "id", message.id(),
                        "conversation_id", "conversation-" + phone,
                        "ticket_id", message.ticket(),
                        "event_type", "message",
                        "created", message.at().toString()));
    }

    private Reply history(Request request) {
        List<Map<String, Object>> all = newestFirst(Phones.digits(request.at("number")));
        int size = number(request, "pageSize", 20);
        int page = number(request, "pageNumber", 1);
        List<Map<String, Object>> items =
                all.stream().skip((long) (page - 1) * size).limit(size).toList();
        return Reply.json(
                200,
                Map.of(
                        "result", "success",
                        "messages", Map.of("items", items),
                        "link", Map.of("pageNumber", page, "pageSize", size, "total", all.size())));
    }

    private Reply historyByThree(Request request) {
        return Reply.json(200, Map.of("message_list", newestFirst(Phones.digits(request.at("target")))));
    }

    private List<Map<String, Object>> newestFirst(String phone) {
        var items = new ArrayList<Map<String, Object>>();
        phones.chat(phone).reversed().forEach(message -> items.add(record(message)));
        if (!items.isEmpty()) {
            items.add(Map.of("eventType", "ticket", "id", "ticket-" + phone, "eventDescription", "Chat opened"));
        }
        return items;
    }

    /** No WhatsApp id and no sender's id: the history does not tell them. */
    private static Map<String, Object> record(ChatMessage message) {
        boolean template = !message.template().isEmpty();
        var item = new LinkedHashMap<String, Object>();
        item.put("eventType", template ? "broadcastMessage" : "message");
        item.put("id", message.id());
        item.put("text", template ? null : message.text());
        item.put("finalText", message.text());
        item.put("type", template ? "template" : "text");
        item.put("created", message.at().toString());
        item.put("timestamp", Objects.toString(message.at().getEpochSecond()));
        item.put("owner", !message.fromCustomer());
        item.put("statusString", message.status());
        item.put("data", null);
        return item;
    }

    private Reply templates(Request request) {
        List<Map<String, Object>> listed =
                templates.all().stream().map(Template::listed).toList();
        var link = new LinkedHashMap<String, Object>();
        link.put("prevPage", null);
        link.put("nextPage", null);
        link.put("pageNumber", 1);
        link.put("pageSize", number(request, "pageSize", 100));
        link.put("total", listed.size());
        return Reply.json(200, Map.of("result", "success", "messageTemplates", listed, "link", link));
    }

    private Reply templatesByThree(Request request) {
        List<Map<String, Object>> listed =
                templates.all().stream().map(Template::listedByVersionThree).toList();
        return Reply.json(200, Map.of("templates", listed, "total", listed.size()));
    }

    private Reply addContact(Request request) {
        String phone = Phones.digits(request.at("number"));
        String name = Wire.text(request.json(), "name");
        phones.name(phone, name);
        return Reply.json(
                200,
                Map.of(
                        "result",
                        true,
                        "contact",
                        Map.of(
                                "wAid", phone,
                                "firstName", name,
                                "fullName", name,
                                "phone", phone,
                                "contactStatus", "VALID",
                                "optedIn", true,
                                "allowBroadcast", true)));
    }

    private static int number(Request request, String name, int otherwise) {
        return request.query(name)
                .filter(value -> value.matches("[1-9]\\d{0,3}"))
                .map(Integer::parseInt)
                .orElse(otherwise);
    }
}
