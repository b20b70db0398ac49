package app.orchard.storefront;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.orchard.IntegrationTest;
import app.orchard.RunningParts;
import app.orchard.delivery.Departure;
import app.orchard.shared.OrderId;
import app.orchard.storefront.Guests.Guest;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

@IntegrationTest
@ExtendWith(OutputCaptureExtension.class)
class OrderOverHttpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @LocalServerPort
    private int port;

    @Autowired
    private Guests guests;

    @Autowired
    private Departure departure;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void bringsACashOrderToTheDoorWhileItsCustomerWatches(CapturedOutput output) {
        Guest guest = guests.arrive(port);
        String order = placed(guest);
        CompletableFuture<List<String>> seen = CompletableFuture.supplyAsync(() -> follow(guest, order));

        complete("packer", order, "userTask_packOrder", Map.of("boxes", 1, "complete", true));
        departure.of(OrderId.of(id(order)), "ravi");
        seesTheDriverComing(guest, order);
        BigDecimal cash = toCollect(order);
        assertThat(cash).isPositive();
        complete("ravi", order, "userTask_deliverOrder", Map.of("outcome", "delivered", "cashCollected", cash));

        assertThat(seen).succeedsWithin(PATIENCE);
        assertThat(seen.join()).contains("event:ended").anyMatch(line -> line.contains("\"status\":\"delivered\""));
        JsonNode paid = guest.http().get(order).json().path("payment");
        assertThat(paid.path("captured")).isEqualTo(paid.path("amount"));
        assertThat(staff("meena").get("/api/staff/stops").json().toString()).doesNotContain(id(order));
        assertNothingSaysWhoItIs(guest, output);
    }

    private void seesTheDriverComing(Guest guest, String order) {
        String tour = stopOf(order).path("tour").asString();
        Map<String, Object> place =
                Map.of("latitude", 12.95, "longitude", 77.61, "accuracyMetres", 9, "at", Instant.now());
        Map<String, Object> report = Map.of("positions", List.of(place));
        String path = "/api/staff/tours/" + tour + "/positions";

        assertThat(guest.http().get(order).json().at("/onTheWay/place").isMissingNode())
                .isTrue();
        assertThat(staff("meena").post(path, report).status()).isEqualTo(403);
        assertThat(staff("founder").post(path, report).status()).isEqualTo(403);
        assertThat(guest.http().post(path, report).status()).isEqualTo(401);
        assertThat(staff("ravi")
                        .post(path, Map.of("positions", Collections.nCopies(201, place)))
                        .status())
                .isEqualTo(400);
        assertThat(staff("ravi").post(path, report).status()).isEqualTo(204);
        JsonNode way = guest.http().get(order).json().path("onTheWay");
        assertThat(way.path("driver").asString()).isEqualTo("Ravi");
        assertThat(way.at("/place/latitude").asDouble()).isEqualTo(12.95);
        assertThat(way.path("expectedAt").asString()).isNotEmpty();
    }

    /** Neither the log nor anything that the engine was told or told us. */
    private void assertNothingSaysWhoItIs(Guest guest, CapturedOutput output) {
        String phone = jdbc.sql("select substring(phone from 4) from customer where id = ?")
                .param(guest.id().value())
                .query(String.class)
                .single();
        assertThat(phone).hasSize(10);
        assertThat(output.getAll()).doesNotContain(phone);
        assertThat(jdbc.sql("select count(*) from engine_event where value::text like '%' || ? || '%'")
                        .param(phone)
                        .query(Integer.class)
                        .single())
                .isZero();
        assertThat(jdbc.sql("select count(*) from outbox where variables::text || command::text like '%' || ? || '%'")
                        .param(phone)
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void takesOrdersWhileTheBrokerIsAwayAndGoesOnWhenItIsBack() {
        Guest guest = guests.arrive(port);
        RunningParts.broker().stop();
        String order;
        try {
            order = placed(guest);
            assertThat(guest.http().get(order).text("status")).isEqualTo("placed");
        } finally {
            RunningParts.broker().start();
        }

        await().atMost(PATIENCE)
                .until(() -> guest.http().get(order).text("status").equals("preparing"));
    }

    private String placed(Guest guest) {
        Http.Answer answer = guest.place(guest.basket(guests.pack("BANGANAPALLI-1"), 1), "k");
        assertThat(answer.status()).as(answer.toString()).isEqualTo(201);
        return answer.response().headers().firstValue("Location").orElseThrow();
    }

    private static List<String> follow(Guest guest, String order) {
        HttpResponse<Stream<String>> stream = guest.http().open(order + "/events", BodyHandlers.ofLines());
        try (Stream<String> lines = stream.body()) {
            return lines.toList();
        }
    }

    private void complete(String login, String order, String element, Map<String, Object> values) {
        Http http = staff(login);
        String task = await().atMost(PATIENCE)
                .until(() -> task(http, order, element), Optional::isPresent)
                .orElseThrow();
        Http.Answer answer = http.post("/api/staff/tasks/" + task + "/completion", values);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(204);
    }

    private static Optional<String> task(Http http, String order, String element) {
        return StreamSupport.stream(
                        http.get("/api/staff/tasks?limit=1000").json().spliterator(), false)
                .filter(task -> task.path("order").asString().equals(id(order)))
                .filter(task -> task.path("element").asString().equals(element))
                .map(task -> task.path("key").asString())
                .findFirst();
    }

    private BigDecimal toCollect(String order) {
        return BigDecimal.valueOf(stopOf(order).at("/toCollect/amount").asLong(), 2);
    }

    private JsonNode stopOf(String order) {
        return StreamSupport.stream(staff("ravi").get("/api/staff/stops").json().spliterator(), false)
                .filter(stop -> stop.path("order").asString().equals(id(order)))
                .findFirst()
                .orElseThrow();
    }

    private Http staff(String login) {
        return new Http(port).basic(login, "orchard");
    }

    private static String id(String order) {
        return order.substring(order.lastIndexOf('/') + 1);
    }
}
