package app.orchard.demo;

import app.orchard.demo.Shop.Customer;
import app.orchard.demo.Shop.Wish;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A cash order of a product that runs somewhere, as its customer and the packer see it. */
public final class OneOrder {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Purchase order;
    private final Api packer;

    private OneOrder(Purchase order, Api packer) {
        this.order = order;
        this.packer = packer;
    }

    /** @param phones the WhatsApp simulator */
    public static OneOrder placed(URI address, URI phones) {
        Api api = Api.at(address);
        Shop shop = new Shop(api, Api.at(phones));
        Customer customer = shop.arrive("+917300000001", 0, "101");
        JsonNode pack = shop.products().get(0).path("packs").get(0);
        JsonNode placed = shop.fill(customer, new Wish(pack.path("id").asString(), 1, "cash"))
                .place()
                .json();
        byte[] login = "packer:orchard".getBytes(StandardCharsets.UTF_8);
        return new OneOrder(
                new Purchase(customer.api(), "/api/orders/" + placed.path("id").asString(), false, placed),
                api.with("Authorization", "Basic " + Base64.getEncoder().encodeToString(login)));
    }

    public String id() {
        return order.id();
    }

    /** What its customer is told now. */
    public String status() {
        order.refresh();
        return order.status();
    }

    /** The key of what the packer has to do for it; waits for it. */
    public String task() {
        return Patience.until(
                PATIENCE,
                "the task of " + id(),
                () -> packer.get("/api/staff/tasks")
                        .valueStream()
                        .filter(task -> task.path("order").asString("").equals(id()))
                        .map(task -> task.path("key").asString())
                        .findFirst());
    }

    public void pack() {
        packer.post("/api/staff/tasks/" + task() + "/completion", Map.of("boxes", 1, "complete", true));
    }
}
