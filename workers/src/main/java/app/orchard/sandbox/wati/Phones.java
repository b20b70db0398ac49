package app.orchard.sandbox.wati;

import app.orchard.sandbox.http.Store;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The phones of all customers and the chat each of them shows. */
final class Phones {
    private static final String MESSAGE = "message";
    private static final String CONTACT = "contact";
    private static final Duration WINDOW = Duration.ofHours(24);

    private final Store store;
    private final Ids ids;
    private final Clock clock;
    private final Map<String, List<String>> chats = new ConcurrentHashMap<>();

    Phones(Store store, Ids ids, Clock clock) {
        this.store = store;
        this.ids = ids;
        this.clock = clock;
        store.all(MESSAGE).stream().map(ChatMessage::of).forEach(this::index);
    }

    static String digits(String number) {
        return number.replaceAll("\\D", "");
    }

    ChatMessage receive(String phone, Template template, Map<String, String> values, String localId) {
        boolean secret = template.category().equals("AUTHENTICATION");
        String code = secret ? values.getOrDefault(template.parameters().getFirst(), "") : "";
        Optional.ofNullable(values.get("name")).ifPresent(name -> contact(phone, "name", name));
        return add(phone, localId, false, template.name(), template.category(), template.text(values), code);
    }

    ChatMessage receive(String phone, String text) {
        return add(phone, ids.uuid(), false, "", "SESSION", text, "");
    }

    /** The customer types; this opens the window of 24 hours in which free text may be sent to them. */
    ChatMessage write(String phone, String text) {
        contact(phone, "wroteAt", clock.instant().toString());
        return add(phone, "", true, "", "", text, "");
    }

    boolean windowIsOpen(String phone) {
        return store.get(CONTACT, phone)
                .map(contact -> contact.get("wroteAt"))
                .map(at -> Instant.parse(at.toString()).plus(WINDOW).isAfter(clock.instant()))
                .orElse(false);
    }

    Optional<ChatMessage> move(String id, String status) {
        return store.get(MESSAGE, id).map(ChatMessage::of).map(known -> put(known.with(status)));
    }

    /** Oldest first. */
    List<ChatMessage> chat(String phone) {
        List<String> chat = chats.getOrDefault(phone, List.of());
        synchronized (chat) {
            return chat.stream()
                    .flatMap(id -> store.get(MESSAGE, id).stream())
                    .map(ChatMessage::of)
                    .toList();
        }
    }

    String nameOf(String phone) {
        return store.get(CONTACT, phone)
                .map(contact -> Objects.toString(contact.get("name"), ""))
                .orElse("");
    }

    void name(String phone, String name) {
        contact(phone, "name", name);
    }

    /** Every phone that has a chat, the one with the newest message first. */
    List<Map<String, Object>> overview() {
        return chats.keySet().stream()
                .map(this::chat)
                .filter(chat -> !chat.isEmpty())
                .sorted(Comparator.comparing(
                                (List<ChatMessage> chat) -> chat.getLast().at())
                        .reversed())
                .map(this::summary)
                .toList();
    }

    void forget() {
        chats.clear();
    }

    private Map<String, Object> summary(List<ChatMessage> chat) {
        ChatMessage last = chat.getLast();
        var summary = new LinkedHashMap<String, Object>();
        summary.put("phone", last.phone());
        summary.put("name", nameOf(last.phone()));
        summary.put("last", last.text());
        summary.put("at", last.at().toString());
        summary.put("unread", chat.stream().filter(Phones::unread).count());
        summary.put("messages", chat.size());
        return summary;
    }

    private static boolean unread(ChatMessage message) {
        return !message.fromCustomer() && message.status().equals("DELIVERED");
    }

    private ChatMessage add(
            String phone,
            String localId,
            boolean fromCustomer,
            String template,
            String category,
            String text,
            String code) {
        ChatMessage message = put(new ChatMessage(
                ids.record(),
                ids.whatsapp(phone),
                localId,
                phone,
                fromCustomer,
                template,
                category,
                text,
                code,
                "ticket-" + phone,
                clock.instant(),
                fromCustomer ? "READ" : "SENT"));
        index(message);
        return message;
    }

    private ChatMessage put(ChatMessage message) {
        store.put(MESSAGE, message.id(), message.kept());
        return message;
    }

    private void index(ChatMessage message) {
        List<String> chat = chats.computeIfAbsent(message.phone(), phone -> new ArrayList<>());
        synchronized (chat) {
            chat.add(message.id());
        }
    }

    private void contact(String phone, String field, String value) {
        var contact = new LinkedHashMap<>(store.get(CONTACT, phone).orElse(Map.of("id", ids.record())));
        contact.put(field, value);
        store.put(CONTACT, phone, contact);
    }
}
