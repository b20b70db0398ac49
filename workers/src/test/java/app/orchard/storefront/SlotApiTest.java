package app.orchard.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.DemoBusinessTest;
import app.orchard.storefront.Guests.Guest;
import app.orchard.storefront.Http.Answer;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;

/** Where and when, over HTTP. */
@DemoBusinessTest
class SlotApiTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Guests guests;

    @Autowired
    private JdbcClient jdbc;

    private Guest guest;

    @BeforeEach
    void arrive() {
        guest = guests.arrive(port);
    }

    @Test
    void takesStreetsByPinAndByPincode() {
        Map<String, Object> street = Map.of("street", "3rd Cross", "pincode", "560032", "flat", "7");
        Map<String, Object> pinned = Map.of(
                "street", "9th Main", "pincode", "560099", "flat", "7", "latitude", 12.9001, "longitude", 77.5801);

        Answer byPincode = guest.http().post("/api/addresses", street);
        Answer byPin = guest.http().post("/api/addresses", pinned);

        assertThat(byPincode.status()).as(byPincode.toString()).isEqualTo(201);
        assertThat(byPincode.text("zone")).isEqualTo("north");
        assertThat(byPincode.text("line")).isEqualTo("7, 3rd Cross 560032");
        assertThat(byPincode.json().has("apartment")).isFalse();
        assertThat(byPin.text("zone")).isEqualTo("south");
        assertThat(guest.http().post("/api/addresses", street).text("id")).isEqualTo(byPincode.text("id"));
        assertThat(guest.http()
                        .get("/api/slots?address=" + byPin.text("id"))
                        .json()
                        .get(0)
                        .path("zone")
                        .asString())
                .isEqualTo("south");
    }

    @Test
    void refusesAddressesThatAreFarOrWrong() {
        assertProblem("not-delivered-there", Map.of("street", "Marine Drive", "pincode", "400002", "flat", "7"));
        assertProblem("invalid", Map.of("street", "3rd Cross", "pincode", "4", "flat", "7"));
        assertProblem("bad-pincode", Map.of("street", "3rd Cross", "flat", "7"));
        assertProblem("bad-street", Map.of("pincode", "560032", "flat", "7"));
        assertProblem(
                "bad-point", Map.of("street", "A", "pincode", "560032", "flat", "7", "latitude", 99, "longitude", 77));
    }

    @Test
    void anOrderGoesToAStreetAndTheDriverIsToldWhere() {
        Answer street =
                guest.http().post("/api/addresses", Map.of("street", "3rd Cross", "pincode", "560032", "flat", "7"));
        Guest there = new Guest(guest.http(), guest.id(), street.text("id"));

        Answer order = there.place(there.basket(guests.pack("KESAR-1"), 1), "k");

        assertThat(order.status()).as(order.toString()).isEqualTo(201);
        assertThat(order.text("address")).isEqualTo("7, 3rd Cross 560032");
        assertThat(order.text("zone")).isEqualTo("north");
    }

    @Test
    void letsNobodyGuessCouponsForEver() {
        var stranger = new Guest(guest.http().with("X-Forwarded-For", "10.77.0.1"), guest.id(), guest.address());

        for (int n = 0; n < 30; n++) {
            assertThat(quoteWith(stranger, "GUESS-" + n).type()).isEqualTo("/problems/coupon-unknown");
        }

        assertThat(quoteWith(stranger, "GUESS-30").status()).isEqualTo(429);
        assertThat(stranger.quote(guests.pack("KESAR-1"), 1)).isNotEmpty();
        assertThat(quoteWith(guest, "GUESS-31").type()).isEqualTo("/problems/coupon-unknown");
    }

    private Answer quoteWith(Guest by, String coupon) {
        Map<String, Object> line = Map.of("variant", guests.pack("KESAR-1"), "quantity", 1);
        return by.http().post("/api/quotes", Map.of("address", by.address(), "coupon", coupon, "lines", List.of(line)));
    }

    @Test
    void saysWhyATimeCannotBeHadAndWhatIsFree() {
        String slot = open().getLast().path("id").asString();
        jdbc.sql("update delivery_slot set cutoff_at = cutoff_at - interval '30 days' where id = ?::uuid")
                .param(slot)
                .update();

        Answer answer = guest.hold(slot);

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).isEqualTo("/problems/slot-closed");
        assertThat(answer.text("detail")).contains("Orders for this time are closed");
        assertThat(answer.json().path("free").get(0).path("open").asBoolean()).isTrue();
        assertThat(shown(slot).path("reason").asString()).isEqualTo("Orders for this time are closed.");
    }

    @Test
    void keepsTheKitchensTimeForWhatIsInTheCart() {
        String slot = open().getLast().path("id").asString();
        int before = shown(slot).path("freeKitchenMinutes").asInt();
        Map<String, Object> wanted =
                Map.of("slot", slot, "lines", List.of(Map.of("variant", guests.pack("MANGO-CAKE-2"), "quantity", 2)));

        assertThat(guest.http().post("/api/holds", wanted).status()).isEqualTo(201);
        assertThat(shown(slot).path("freeKitchenMinutes").asInt()).isEqualTo(before - 180);

        Guest other = guests.arrive(port);
        Answer tooMuch = other.http()
                .post(
                        "/api/holds",
                        Map.of(
                                "slot",
                                slot,
                                "lines",
                                List.of(Map.of("variant", guests.pack("MANGO-CAKE-2"), "quantity", 99))));
        assertThat(tooMuch.type()).isEqualTo("/problems/slot-full");
        assertThat(tooMuch.text("detail")).contains("kitchen");
    }

    @Test
    void movesAnOrderOfMineAndNobodyElses() {
        Answer order = guest.place(guest.basket(guests.pack("KESAR-1"), 1), "k");
        JsonNode to = open().getLast();
        Map<String, Object> wanted = Map.of("slot", to.path("id").asString());
        String path = "/api/orders/" + order.text("id") + "/slot";

        assertThat(guests.arrive(port).http().post(path, wanted).status()).isEqualTo(404);
        Answer moved = guest.http().post(path, wanted);
        assertThat(moved.status()).as(moved.toString()).isEqualTo(200);
        assertThat(moved.text("slotStartsAt")).isEqualTo(to.path("startsAt").asString());
        assertThat(guest.http().post(path, Map.of("slot", UUID.randomUUID())).status())
                .isEqualTo(404);
        Http founder = new Http(port).basic("founder", "orchard");
        Http packer = new Http(port).basic("packer", "orchard");
        String staffPath = "/api/staff/orders/" + order.text("id") + "/slot";
        Map<String, Object> back = Map.of("slot", open().getFirst().path("id").asString());
        assertThat(packer.post(staffPath, back).status()).isEqualTo(403);
        assertThat(founder.post(staffPath, back).status()).isEqualTo(200);
    }

    @Test
    void foundersCloseDaysAndSeeWhichOrdersStay() {
        Answer order = guest.place(guest.basket(guests.pack("KESAR-1"), 1), "k");
        String day = LocalDate.ofInstant(Instant.parse(order.text("slotStartsAt")), ZoneId.of("Asia/Kolkata"))
                .toString();
        Http founder = new Http(port).basic("founder", "orchard");
        Map<String, Object> wanted = Map.of("zone", "north", "from", day, "until", day, "reason", "Heavy rain");

        assertThat(new Http(port)
                        .basic("packer", "orchard")
                        .post("/api/staff/blackouts", wanted)
                        .status())
                .isEqualTo(403);
        Answer closed = founder.post("/api/staff/blackouts", wanted);

        assertThat(closed.status()).as(closed.toString()).isEqualTo(201);
        assertThat(closed.json().path("orders").toString()).contains(order.text("number"));
        Answer refused = guest.hold(slotAt(order.text("slotStartsAt")));
        assertThat(refused.type()).isEqualTo("/problems/slot-closed");
        assertThat(refused.text("detail")).isEqualTo("Heavy rain. Please choose another.");
        assertThat(founder.get("/api/staff/blackouts").json().toString()).contains(closed.text("id"));
        assertThat(founder.delete("/api/staff/blackouts/" + closed.text("id")).status())
                .isEqualTo(204);
        assertThat(guest.hold(slotAt(order.text("slotStartsAt"))).status()).isEqualTo(201);
    }

    @Test
    void foundersOpenAndEndWeeklyWindows() {
        Http founder = new Http(port).basic("founder", "orchard");
        LocalDate tomorrow = LocalDate.now(ZoneId.of("Asia/Kolkata")).plusDays(1);
        Map<String, Object> window = Map.of(
                "zone",
                "west",
                "weekday",
                tomorrow.getDayOfWeek().name(),
                "starts",
                "10:00",
                "ends",
                "12:00:30",
                "cutoffMinutes",
                0,
                "stops",
                5,
                "from",
                tomorrow.toString());

        Answer opened = founder.post("/api/staff/windows", window);

        assertThat(opened.status()).as(opened.toString()).isEqualTo(201);
        assertThat(west(founder).path("deliveryDays")).hasSize(1);
        assertThat(founder.post("/api/staff/windows", window).type()).isEqualTo("/problems/template-overlaps");
        assertThat(guest.http().post("/api/staff/windows", window).status()).isEqualTo(401);
        String id = opened.text("id");
        assertThat(guest.http().delete("/api/staff/windows/" + id).status()).isEqualTo(401);
        assertThat(founder.delete("/api/staff/windows/" + id).status()).isEqualTo(204);
        assertThat(west(founder).path("deliveryDays")).isEmpty();
    }

    private static JsonNode west(Http founder) {
        return StreamSupport.stream(founder.get("/api/staff/zones").json().spliterator(), false)
                .filter(zone -> zone.path("code").asString().equals("west"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void foundersDrawZonesAndChangeCapacities() {
        Http founder = new Http(port).basic("founder", "orchard");
        JsonNode north = founder.get("/api/staff/zones").json().get(0);
        assertThat(north.path("deliveryDays")).hasSize(7);
        Map<String, Object> drawn = Map.of("corners", north.path("corners"));
        assertThat(founder.put("/api/staff/zones/north/area", drawn).status()).isEqualTo(204);
        assertThat(founder.put(
                                "/api/staff/zones/north/area",
                                Map.of("corners", List.of(Map.of("latitude", 1, "longitude", 2))))
                        .type())
                .isEqualTo("/problems/bad-area");

        String slot = open().getLast().path("id").asString();
        Answer changed =
                founder.put("/api/staff/slots/" + slot + "/capacity", Map.of("stops", 70, "kitchenMinutes", 900));
        assertThat(changed.json().path("capacity").asInt()).isEqualTo(70);
        assertThat(guest.http()
                        .put("/api/staff/slots/" + slot + "/capacity", Map.of("stops", 1))
                        .status())
                .isEqualTo(401);
    }

    private String slotAt(String startsAt) {
        return StreamSupport.stream(slots().spliterator(), false)
                .filter(each -> each.path("startsAt").asString().equals(startsAt))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
    }

    private List<JsonNode> open() {
        return StreamSupport.stream(slots().spliterator(), false)
                .filter(slot -> slot.path("open").asBoolean())
                .toList();
    }

    private JsonNode slots() {
        return guest.http().get("/api/slots?address=" + guest.address()).json();
    }

    private JsonNode shown(String slot) {
        return StreamSupport.stream(slots().spliterator(), false)
                .filter(each -> each.path("id").asString().equals(slot))
                .findFirst()
                .orElseThrow();
    }

    private void assertProblem(String type, Map<String, Object> address) {
        Answer answer = guest.http().post("/api/addresses", address);
        assertThat(answer.status()).as(answer.toString()).isEqualTo(400);
        assertThat(answer.type()).isEqualTo("/problems/" + type);
        assertThat(answer.text("detail")).endsWith(".");
    }
}
