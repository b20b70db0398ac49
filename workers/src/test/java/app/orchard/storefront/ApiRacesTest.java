package app.orchard.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.AtOnce;
import app.orchard.DemoBusinessTest;
import app.orchard.inventory.Inventory;
import app.orchard.inventory.Shelves;
import app.orchard.sandbox.Sandbox;
import app.orchard.sandbox.SandboxOptions;
import app.orchard.slots.Slots;
import app.orchard.storefront.Guests.Guest;
import app.orchard.storefront.Http.Answer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@DemoBusinessTest
class ApiRacesTest {

    private static final Sandbox SANDBOX = sandbox();

    @LocalServerPort
    private int port;

    @Autowired
    private Guests guests;

    @Autowired
    private Inventory inventory;

    @Autowired
    private Shelves shelves;

    @Autowired
    private Slots slots;

    @Autowired
    private JdbcClient jdbc;

    @DynamicPropertySource
    static void vendors(DynamicPropertyRegistry properties) {
        properties.add("orchard.wati.endpoint", () -> SANDBOX.watiUri().toString());
        properties.add("orchard.wati.tenant", () -> "1001");
        properties.add("orchard.wati.token", () -> "orchard_wati_token");
    }

    @AfterAll
    static void closeVendors() {
        SANDBOX.close();
    }

    @AfterEach
    void everySumAgrees() {
        assertThat(inventory.disagreements()).isEmpty();
        assertThat(slots.disagreements()).isEmpty();
    }

    @Test
    void holdsFiftyPlacesForFiftyOfTwoHundredCustomers() throws Exception {
        List<Guest> crowd = crowd(200);
        String slot = slotOf(50, crowd.getFirst());

        List<Answer> answers = AtOnce.all(crowd.stream()
                .<Callable<Answer>>map(guest -> () -> guest.hold(slot))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(50);
        assertThat(answers)
                .filteredOn(answer -> answer.status() != 201)
                .hasSize(150)
                .allSatisfy(answer -> {
                    assertThat(answer.status()).isEqualTo(409);
                    assertThat(answer.type()).isEqualTo("/problems/slot-full");
                    assertThat(answer.json().path("free").isEmpty()).isFalse();
                    assertThat(answer.json().path("free").get(0).path("open").asBoolean())
                            .isTrue();
                });
    }

    @Test
    void sellsTheLastUnitToOneOfAHundredAndTellsTheOthersWhatIsShort() throws Exception {
        UUID pack = guests.pack("ALPHONSO-3");
        shelves.leave(pack, 1);
        List<Guest> crowd = crowd(100);
        List<Map<String, Object>> baskets = new ArrayList<>();
        String slot = slotOf(500, crowd.getFirst());
        for (Guest guest : crowd) {
            baskets.add(Map.of(
                    "quote", guest.quote(pack, 1), "hold", guest.hold(slot).text("id"), "payment", "cash"));
        }

        List<Answer> answers = AtOnce.all(IntStream.range(0, crowd.size())
                .<Callable<Answer>>mapToObj(n -> () -> crowd.get(n).place(baskets.get(n), "k"))
                .toList());

        assertThat(answers).filteredOn(answer -> answer.status() == 201).hasSize(1);
        assertThat(answers)
                .filteredOn(answer -> answer.status() == 409)
                .hasSize(99)
                .allSatisfy(answer -> {
                    assertThat(answer.type()).isEqualTo("/problems/out-of-stock");
                    assertThat(answer.text("detail")).contains("Alphonso", "sold out");
                    assertThat(answer.json().at("/short/0/left").asInt()).isZero();
                });
    }

    @Test
    void placesOneOrderHoweverOftenTheButtonIsPressed() throws Exception {
        Guest guest = guests.arrive(port);
        Map<String, Object> basket = guest.basket(guests.pack("KESAR-1"), 2);

        List<Answer> answers = AtOnce.all(IntStream.range(0, 10)
                .<Callable<Answer>>mapToObj(n -> () -> guest.place(basket, "pressed"))
                .toList());

        assertThat(answers).allSatisfy(answer -> assertThat(answer.status()).isEqualTo(201));
        assertThat(answers)
                .extracting(answer -> answer.text("id"))
                .containsOnly(answers.getFirst().text("id"));
        assertThat(guest.http().get("/api/orders").json()).hasSize(1);
    }

    @Test
    void placingAndCancellingAtOnceNeverWaitForEachOther() throws Exception {
        UUID pack = guests.pack("DASHERI-1");
        List<Guest> crowd = crowd(30);

        List<Answer> answers = AtOnce.all(crowd.stream()
                .<Callable<Answer>>map(guest -> () -> {
                    String order = guest.place(guest.basket(pack, 1), "k").text("id");
                    return guest.http().post("/api/orders/" + order + "/cancellation", Map.of());
                })
                .toList());

        assertThat(answers)
                .extracting(answer -> answer.status() + " " + answer.text("status"))
                .containsOnly("200 cancelled");
    }

    @Test
    void refusesAKeyThatMeantAnotherOrder() {
        Guest guest = guests.arrive(port);
        Map<String, Object> basket = guest.basket(guests.pack("KESAR-1"), 1);
        guest.place(basket, "key");
        Map<String, Object> other = new HashMap<>(basket);
        other.put("payment", "online");

        Answer answer = guest.place(other, "key");

        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.type()).isEqualTo("/problems/request-key-reused");
    }

    @Test
    void showsNobodySomebodyElsesOrder() {
        Guest guest = guests.arrive(port);
        Guest other = guests.arrive(port);
        String order = "/api/orders/"
                + guest.place(guest.basket(guests.pack("KESAR-1"), 1), "k").text("id");

        assertThat(guest.http().get(order).status()).isEqualTo(200);
        for (Answer answer : List.of(
                other.http().get(order),
                other.http().get(order + "/checkout"),
                other.http().get(order + "/events"),
                other.http().post(order + "/cancellation", Map.of()),
                other.http().post(order + "/choice", Map.of("choice", "again")))) {
            assertThat(answer.status()).as(answer.toString()).isEqualTo(404);
        }
    }

    @Test
    void asksForTheMissingKey() {
        Guest guest = guests.arrive(port);

        Answer answer = guest.http().post("/api/orders", guest.basket(guests.pack("KESAR-1"), 1));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("detail")).contains("Idempotency-Key");
    }

    @Test
    void slowsDownWhoeverAsksForManyCodesOrGuessesThem() {
        Http http = new Http(port);
        Map<String, String> phone = Map.of("phone", "98450 " + (10_000 + System.nanoTime() % 80_000));

        assertThat(http.post("/api/login/codes", phone).status()).isEqualTo(202);
        assertThat(http.post("/api/login/codes", phone).type()).isEqualTo("/problems/too-many-codes");
        Map<String, String> guess = new HashMap<>(phone);
        for (int n = 0; n < 7; n++) {
            guess.put("code", "%06d".formatted(n));
            assertThat(http.post("/api/login", guess).type()).isEqualTo("/problems/bad-code");
        }
        assertThat(jdbc.sql("select min(tries_left) from login_code")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    @Test
    void letsStaffInByPasswordAndSlowsDownGuessing() {
        Http http = new Http(port);

        assertThat(http.basic("packer", "orchard").get("/api/staff/me").text("login"))
                .isEqualTo("packer");
        assertThat(http.basic("packer", "orchard").get("/api/staff/checks").status())
                .isEqualTo(403);
        for (int n = 0; n < 10; n++) {
            assertThat(http.basic("meena", "guess" + n).get("/api/staff/me").type())
                    .isEqualTo("/problems/bad-login");
        }
        assertThat(http.basic("meena", "orchard").get("/api/staff/me").status()).isEqualTo(429);
        assertThat(http.basic("ravi", "orchard").get("/api/staff/me").status()).isEqualTo(200);
    }

    private static Sandbox sandbox() {
        try {
            return Sandbox.start(SandboxOptions.inMemory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<Guest> crowd(int size) {
        return IntStream.range(0, size).mapToObj(n -> guests.arrive(port)).toList();
    }

    private String slotOf(int capacity, Guest guest) {
        UUID slot = UUID.fromString(guest.slot().path("id").asString());
        jdbc.sql("update delivery_slot set capacity = held + booked + ? where id = ?")
                .params(capacity, slot)
                .update();
        return slot.toString();
    }
}
