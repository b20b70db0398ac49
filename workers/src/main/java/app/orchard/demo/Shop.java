package app.orchard.demo;

import app.orchard.routing.town.DemoTown;
import app.orchard.routing.town.Landmark;
import app.orchard.slots.GeoPoint;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** What a customer's app does: logs in with a code from WhatsApp, chooses a place, orders. */
class Shop {

    private static final Duration CODE_ARRIVES = Duration.ofSeconds(60);

    private static final List<String> NAMES = List.of(
            "Aarti", "Bhaskar", "Chitra", "Dev", "Esha", "Farhan", "Gauri", "Harish", "Indu", "Jayant", "Kavya",
            "Lalit");

    /** Nobody is delivered to there unless the founder opens a window for it. */
    private static final GeoPoint WEST_END = GeoPoint.ofDegrees(12.9421, 77.5583);

    private static final List<Landmark> DOORS = DemoTown.doors();

    private final Api api;
    private final Api phones;

    Shop(Api api, Api phones) {
        this.api = api;
        this.phones = phones;
    }

    /**
     * Somebody who is logged in.
     *
     * @param phone E.164
     */
    record Customer(Api api, String phone, JsonNode address) {

        String zone() {
            return address.path("zone").asString();
        }
    }

    JsonNode products() {
        return api.get("/api/products");
    }

    /** @param n which of the apartment complexes they live in */
    Customer arrive(String phone, int n, String flat) {
        return arrive(phone, n, complex(n, flat));
    }

    /** Some live in the complexes that are delivered to, most all over the town. @param n the how many-eth it is */
    Customer arriveSomewhere(String phone, int n, String flat) {
        return arrive(phone, n, n % 5 < 2 ? complex(n, flat) : house(n, flat));
    }

    /** Somebody in the west end. */
    Customer arriveInTheWest(String phone, int n) {
        return arrive(phone, n, street("1st Cross, West end", "560041", WEST_END, "1"));
    }

    private Customer arrive(String phone, int n, Map<String, Object> address) {
        Api mine = api.with("Authorization", "Bearer " + token(phone));
        mine.ask("PUT", "/api/me", Map.of("name", NAMES.get(n % NAMES.size()), "news", false));
        return new Customer(mine, phone, mine.post("/api/addresses", address));
    }

    private Map<String, Object> complex(int n, String flat) {
        JsonNode complexes = api.get("/api/apartments");
        return Map.of(
                "apartment", complexes.get(n % complexes.size()).path("id").asString(), "tower", "A", "flat", flat);
    }

    private static Map<String, Object> house(int n, String flat) {
        List<Landmark> doors =
                DOORS.stream().filter(door -> !isInTheWest(door.at())).toList();
        Landmark door = doors.get(n * 53 % doors.size());
        String pincode = door.at().latitude() > DemoTown.STORE.at().latitude() ? "560032" : "560041";
        return street(door.name() + ", " + door.street(), pincode, door.at(), flat);
    }

    private static boolean isInTheWest(GeoPoint at) {
        return at.longitude() <= 77.565 && at.latitude() >= 12.93 && at.latitude() <= 12.955;
    }

    private static Map<String, Object> street(String street, String pincode, GeoPoint at, String flat) {
        return Map.of(
                "street", street,
                "pincode", pincode,
                "flat", flat,
                "latitude", at.latitude(),
                "longitude", at.longitude());
    }

    /** The same purchase for anybody: what, how much, how paid. */
    record Wish(String variant, int quantity, String payment) {}

    /** Holds a place and asks for the price: what comes before the last button. */
    Basket fill(Customer customer, Wish wish) {
        JsonNode slot = freeSlot(customer);
        JsonNode hold =
                customer.api().post("/api/holds", Map.of("slot", slot.path("id").asString()));
        JsonNode quote = customer.api()
                .post(
                        "/api/quotes",
                        Map.of(
                                "address", customer.address().path("id").asString(),
                                "lines", List.of(Map.of("variant", wish.variant(), "quantity", wish.quantity()))));
        return new Basket(customer, wish, hold, quote);
    }

    record Basket(Customer customer, Wish wish, JsonNode hold, JsonNode quote) {

        /** Presses the last button; pressed twice with one key it is one order. */
        Api.Answer place() {
            return place(UUID.randomUUID().toString());
        }

        Api.Answer place(String key) {
            return customer.api()
                    .with("Idempotency-Key", key)
                    .ask(
                            "POST",
                            "/api/orders",
                            Map.of(
                                    "quote", quote.path("id").asString(),
                                    "hold", hold.path("id").asString(),
                                    "payment", wish.payment(),
                                    "note", "Demo"));
        }

        void leave() {
            customer.api().ask("DELETE", "/api/holds/" + hold.path("id").asString(), null);
        }
    }

    /** Far enough ahead that its cut-off does not come during the demo. */
    private static JsonNode freeSlot(Customer customer) {
        JsonNode slots = customer.api()
                .get("/api/slots?address=" + customer.address().path("id").asString());
        List<JsonNode> open = StreamSupport.stream(slots.spliterator(), false)
                .filter(slot -> slot.path("open").asBoolean())
                .toList();
        if (open.isEmpty()) {
            throw new Disappointment("no delivery time is free in zone " + customer.zone());
        }
        return open.stream()
                .skip(Math.min(2, open.size() - 1))
                .filter(slot -> slot.path("free").asInt() > 3)
                .findFirst()
                .orElse(open.getLast());
    }

    private String token(String phone) {
        return api.post("/api/login", Map.of("phone", phone, "code", code(phone)))
                .path("token")
                .asString();
    }

    /** The phone of a driver, logged in. @param phone E.164 */
    Api driver(String phone) {
        return api.with("X-Orchard-Driver", "phone")
                .loggedIn("/api/login/driver", Map.of("phone", phone, "code", code(phone)));
    }

    private String code(String phone) {
        String earlier = newestCode(phone).orElse("");
        Patience.until(CODE_ARRIVES, "being allowed to ask for a code", () -> requestCode(phone));
        return Patience.until(
                CODE_ARRIVES,
                "the login code on " + phone,
                () -> newestCode(phone).filter(newest -> !newest.equals(earlier)));
    }

    private Optional<Boolean> requestCode(String phone) {
        Api.Answer answer = api.ask("POST", "/api/login/codes", Map.of("phone", phone));
        if (answer.status() != 202 && answer.status() != 503) {
            throw new Disappointment(answer.json().path("detail").asString("no code could be asked for"));
        }
        return answer.status() == 202 ? Optional.of(true) : Optional.empty();
    }

    private Optional<String> newestCode(String phone) {
        return messages(phone).stream()
                .map(message -> message.path("code").asString(""))
                .filter(code -> !code.isEmpty())
                .reduce((first, second) -> second);
    }

    /** What the phone shows, oldest first. */
    List<JsonNode> messages(String phone) {
        JsonNode chat = phones.get("/sandbox/phones/" + phone.substring(1) + "/messages");
        return StreamSupport.stream(chat.spliterator(), false).toList();
    }
}
