package app.orchard.sandbox.wati;

import app.orchard.messaging.MessageTemplate;
import app.orchard.sandbox.http.Store;
import java.util.List;
import java.util.Optional;

/** The texts registered with the provider: those of the shop are approved from the beginning. */
final class Templates {
    private static final String KIND = "template";

    private final Store store;
    private final Ids ids;

    Templates(Store store, Ids ids) {
        this.store = store;
        this.ids = ids;
        registerOurs();
    }

    void registerOurs() {
        for (MessageTemplate ours : MessageTemplate.values()) {
            String id = find(ours.wireName()).map(Template::id).orElseGet(ids::record);
            String status = find(ours.wireName()).map(Template::status).orElse("APPROVED");
            put(new Template(id, ours.wireName(), status, ours.category().name(), ours.body()));
        }
    }

    Optional<Template> find(String name) {
        return store.get(KIND, name).map(Template::of);
    }

    List<Template> all() {
        return store.all(KIND).stream().map(Template::of).toList();
    }

    void setStatus(String name, String status) {
        find(name).ifPresent(known -> put(new Template(known.id(), name, status, known.category(), known.body())));
    }

    private void put(Template template) {
        store.put(KIND, template.name(), template.kept());
    }
}
