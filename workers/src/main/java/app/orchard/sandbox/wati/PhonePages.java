package app.orchard.sandbox.wati;

import app.orchard.sandbox.http.Reply;
import app.orchard.sandbox.http.Request;
import app.orchard.sandbox.http.Routes;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The phones for people and for the demo: a page at {@code /}, and JSON under {@code /sandbox/phones}. Reading a chat
 * on the page marks it read.
 */
final class PhonePages {
    private final Phones phones;
    private final Webhooks webhooks;
    private final Templates templates;
    private final Switches switches;

    PhonePages(Phones phones, Webhooks webhooks, Templates templates, Switches switches) {
        this.phones = phones;
        this.webhooks = webhooks;
        this.templates = templates;
        this.switches = switches;
    }

    void add(Routes routes) {
        routes.on("GET", "/", request -> page());
        routes.on("GET", "/sandbox/phones", request -> Reply.json(200, phones.overview()));
        routes.on("GET", "/sandbox/phones/{number}/messages", this::messages);
        routes.on("POST", "/sandbox/phones/{number}/messages", this::write);
        routes.on("POST", "/sandbox/phones/{number}/read", this::read);
        routes.on("POST", "/sandbox/templates/{name}", this::template);
        routes.on("GET", "/sandbox/switches", request -> Reply.json(200, switches.all()));
        routes.on("POST", "/sandbox/switches", this::change);
    }

    private Reply messages(Request request) {
        return Reply.json(
                200, phones.chat(phone(request)).stream().map(ChatMessage::kept).toList());
    }

    /** The customer writes: {@code {"text": "STOP"}}. */
    private Reply write(Request request) {
        String phone = phone(request);
        String text = Wire.text(request.json(), "text");
        if (text.isEmpty() || !phone.matches("[1-9]\\d{7,14}")) {
            return Reply.json(400, Map.of("message", "A text and a number with country code are needed"));
        }
        // Nobody answers unread.
        read(phone);
        answered(phone).ifPresent(webhooks::repliedTo);
        ChatMessage message = phones.write(phone, text);
        webhooks.wrote(message, phones.nameOf(phone));
        return Reply.json(200, message.kept());
    }

    private Optional<ChatMessage> answered(String phone) {
        List<ChatMessage> chat = phones.chat(phone);
        return Optional.of(chat)
                .filter(messages -> !messages.isEmpty())
                .map(List::getLast)
                .filter(last -> !last.fromCustomer() && !last.status().equals("FAILED"));
    }

    private Reply read(Request request) {
        return Reply.json(200, Map.of("read", read(phone(request))));
    }

    private int read(String phone) {
        List<ChatMessage> unread = phones.chat(phone).stream()
                .filter(message -> !message.fromCustomer() && message.status().equals("DELIVERED"))
                .toList();
        unread.forEach(webhooks::read);
        return unread.size();
    }

    private Reply template(Request request) {
        templates.setStatus(request.at("name"), Wire.text(request.json(), "status"));
        return Reply.json(200, Map.of("done", true));
    }

    private Reply change(Request request) {
        switches.set(request.json());
        return Reply.json(200, switches.all());
    }

    private static String phone(Request request) {
        return Phones.digits(request.at("number"));
    }

    private static Reply page() throws IOException {
        try (InputStream page = PhonePages.class.getResourceAsStream("phones.html")) {
            return page == null
                    ? Reply.text(500, "text/plain", "phones.html is missing from this build")
                    : Reply.html(200, new String(page.readAllBytes(), StandardCharsets.UTF_8));
        }
    }
}
