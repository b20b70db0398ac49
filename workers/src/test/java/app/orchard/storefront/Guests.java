package app.orchard.storefront;

import app.orchard.customer.Customers;
import app.orchard.customer.Phone;
import app.orchard.shared.CustomerId;
import java.security.MessageDigest;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.StreamSupport;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Customers who are logged in already, each with an address in the demo business. */
@TestComponent
public class Guests {

    private static final AtomicLong PHONES = new AtomicLong(8_000_000_000L + System.nanoTime() % 900_000_000L);

    private final Customers customers;
    private final JdbcClient jdbc;

    Guests(Customers customers, JdbcClient jdbc) {
        this.customers = customers;
        this.jdbc = jdbc;
    }

    record Guest(Http http, CustomerId id, String address) {

        /** The first slot that still takes orders. */
        JsonNode slot() {
            return StreamSupport.stream(
                            http.get("/api/slots?address=" + address).json().spliterator(), false)
                    .filter(slot -> slot.path("open").asBoolean())
                    .findFirst()
                    .orElseThrow();
        }

        Http.Answer hold(String slot) {
            return http.post("/api/holds", Map.of("slot", slot));
        }

        String quote(UUID variant, int quantity) {
            Map<String, Object> wanted =
                    Map.of("address", address, "lines", List.of(Map.of("variant", variant, "quantity", quantity)));
            return http.post("/api/quotes", wanted).text("id");
        }

        /** What is sent to place an order, with a place held and prices frozen. */
        Map<String, Object> basket(UUID variant, int quantity) {
            return Map.of(
                    "quote", quote(variant, quantity),
                    "hold", hold(slot().path("id").asString()).text("id"),
                    "payment", "cash");
        }

        Http.Answer place(Map<String, Object> basket, String key) {
            return http.with("Idempotency-Key", key).post("/api/orders", basket);
        }
    }

    Guest arrive(int port) {
        CustomerId customer = customers.withPhone(new Phone("+91" + PHONES.incrementAndGet()));
        String token = UUID.randomUUID().toString();
        jdbc.sql("insert into customer_session (token_hash, customer_id, created_at, expires_at) values (?, ?, ?, ?)")
                .params(hash(token), customer.value(), Timestamp.from(Instant.now()))
                .param(Timestamp.from(Instant.now().plusSeconds(3600)))
                .update();
        Http http = new Http(port).bearer(token);
        String apartment = http.get("/api/apartments").json().get(0).path("id").asString();
        String address = http.post("/api/addresses", Map.of("apartment", apartment, "flat", "101"))
                .text("id");
        return new Guest(http, customer, address);
    }

    UUID pack(String sku) {
        return jdbc.sql("select id from variant where sku = ?")
                .param(sku)
                .query(UUID.class)
                .single();
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest(token.getBytes(java.nio.charset.StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
