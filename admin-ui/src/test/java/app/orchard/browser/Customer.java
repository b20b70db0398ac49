package app.orchard.browser;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody who orders over the public API, and reads their WhatsApp messages on the simulated phone. */
final class Customer {

    private static final AtomicInteger LAST = new AtomicInteger((int) (System.currentTimeMillis() % 50_000) + 10_000);
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** An order as its customer knows it. */
    record Ordered(String id, String number) {}

    private final RunningOrchard orchard;
    private final String phone = "98460" + LAST.incrementAndGet();
    private String token = "";

    private Customer(RunningOrchard orchard) {
        this.orchard = orchard;
        send("POST", "/api/login/codes", Map.of("phone", phone), "");
        String code =
                await("login code").atMost(Duration.ofSeconds(20)).until(() -> code(orchard, phone), c -> !c.isEmpty());
        token = send("POST", "/api/login", Map.of("phone", phone, "code", code), "")
                .path("token")
                .asString();
    }

    static Customer loggedIn(RunningOrchard orchard) {
        return new Customer(orchard);
    }

    /** A telephone number nobody used yet. */
    static String newPhone() {
        return "98460" + LAST.incrementAndGet();
    }

    /** @return the latest one-time code on a phone; empty until there is one */
    static String code(RunningOrchard orchard, String phone) {
        URI chat = orchard.sandbox().watiUri().resolve("/sandbox/phones/91" + phone + "/messages");
        String code = "";
        for (JsonNode message : JSON.readTree(text(HttpRequest.newBuilder(chat).build()))) {
            code = message.path("code").asString(code);
        }
        return code;
    }

    /** @param payment {@code cash} or {@code online} */
    Ordered order(String payment) {
        JsonNode apartment = get("/api/apartments").get(0);
        JsonNode address =
                post("/api/addresses", Map.of("apartment", apartment.path("id").asString(), "flat", "7"));
        JsonNode slot = firstOpen(get("/api/slots?address=" + address.path("id").asString()));
        JsonNode hold = post("/api/holds", Map.of("slot", slot.path("id").asString()));
        JsonNode pack = get("/api/products").get(0).path("packs").get(0);
        JsonNode quote = post(
                "/api/quotes",
                Map.of(
                        "address",
                        address.path("id").asString(),
                        "lines",
                        List.of(Map.of("variant", pack.path("id").asString(), "quantity", 2))));
        JsonNode order = send(
                "POST",
                "/api/orders",
                Map.of(
                        "quote", quote.path("id").asString(),
                        "hold", hold.path("id").asString(),
                        "payment", payment),
                UUID.randomUUID().toString());
        return new Ordered(order.path("id").asString(), order.path("number").asString());
    }

    /** At the gateway, as soon as it expects the money. */
    void pay(Ordered order) {
        String gatewayOrder = await("checkout")
                .atMost(Duration.ofSeconds(60))
                .ignoreException(AssertionError.class)
                .until(
                        () -> get("/api/orders/" + order.id() + "/checkout")
                                .path("gatewayOrder")
                                .asString(),
                        known -> !known.isEmpty());
        text(HttpRequest.newBuilder(orchard.sandbox().razorpayUri().resolve("/sandbox/orders/" + gatewayOrder + "/pay"))
                .POST(BodyPublishers.ofString("{\"outcome\": \"SUCCESS\"}"))
                .build());
    }

    void cancel(Ordered order) {
        post("/api/orders/" + order.id() + "/cancellation", Map.of());
    }

    String statusOf(Ordered order) {
        return get("/api/orders/" + order.id()).path("status").asString();
    }

    private static JsonNode firstOpen(JsonNode slots) {
        for (JsonNode slot : slots) {
            if (slot.path("open").asBoolean()) {
                return slot;
            }
        }
        throw new AssertionError("No slot is open: " + slots);
    }

    private JsonNode get(String path) {
        return send("GET", path, null, "");
    }

    private JsonNode post(String path, Map<String, ?> body) {
        return send("POST", path, body, "");
    }

    private JsonNode send(String method, String path, @Nullable Map<String, ?> body, String key) {
        HttpRequest.Builder request = HttpRequest.newBuilder(orchard.uri().resolve(path))
                .header("Content-Type", "application/json")
                .method(
                        method,
                        body == null
                                ? BodyPublishers.noBody()
                                : BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (!token.isEmpty()) {
            request.header("Authorization", "Bearer " + token);
        }
        if (!key.isEmpty()) {
            request.header("Idempotency-Key", key);
        }
        String answer = text(request.build());
        return answer.isEmpty() ? JSON.createObjectNode() : JSON.readTree(answer);
    }

    private static String text(HttpRequest request) {
        try {
            HttpResponse<String> response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() >= 300) {
                throw new AssertionError(request + ": " + response.statusCode() + " " + response.body());
            }
            return response.body();
        } catch (IOException e) {
            throw new AssertionError(request + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(request + " was interrupted", e);
        }
    }
}
