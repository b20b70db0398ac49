package app.orchard.demo;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.JsonNode;

/** What is on sale, at which price, and how many packs lie where. */
class Shelf {

    static final String STORE = "store";
    private static final int PLENTY = 60;
    private static final int GOOD_FOR_DAYS = 12;
    private static final int OFFERED_DAYS = 8;
    private static final long AFFORDABLE = 90_000;

    private final Api founder;
    private final Map<String, Long> prices = new HashMap<>();
    private final List<String> packs = new ArrayList<>();

    /** @param products as the shop lists them */
    Shelf(Api founder, JsonNode products) {
        this.founder = founder;
        products.forEach(product -> product.path("packs").forEach(pack -> {
            packs.add(pack.path("id").asString());
            prices.put(
                    pack.path("id").asString(),
                    pack.path("price").path("amount").asLong());
        }));
    }

    /** @param available neither promised nor spoilt */
    record Level(int onHand, int reserved, int available) {

        static final Level NONE = new Level(0, 0, 0);
    }

    /** The packs that cost little enough to be paid in cash by anybody, in the order of the shop. */
    String affordable(int n) {
        List<String> cheap =
                packs.stream().filter(pack -> price(pack) < AFFORDABLE).toList();
        return cheap.get(n % cheap.size());
    }

    /** The dearest pack: two of it are more than a new customer may pay in cash. */
    String dearest() {
        return packs.stream().max(Comparator.comparingLong(this::price)).orElseThrow();
    }

    /** Too dear to be bought by another story, so that its last pack is the last one. */
    String rare() {
        return packs.stream()
                .filter(pack -> price(pack) >= AFFORDABLE)
                .min(Comparator.comparingLong(this::price))
                .orElseThrow();
    }

    /** In paise. */
    long price(String pack) {
        return prices.getOrDefault(pack, 0L);
    }

    /** @return by pack and location, as {@code pack@location} */
    Map<String, Level> levels() {
        Map<String, Level> levels = new HashMap<>();
        founder.get("/api/staff/stock")
                .forEach(level -> levels.put(
                        level.path("variant").asString() + "@"
                                + level.path("location").asString(),
                        new Level(
                                level.path("onHand").asInt(),
                                level.path("reserved").asInt(),
                                level.path("available").asInt())));
        return levels;
    }

    /** Enough of everything for the stories, whatever was sold before, and good on whichever day it is delivered. */
    void fillUp(String location) {
        Map<String, Integer> lasting = lasting(location);
        List<Map<String, Object>> lines = packs.stream()
                .filter(pack -> lasting.getOrDefault(pack, 0) < PLENTY)
                .<Map<String, Object>>map(pack -> fresh(pack, Math.min(99, PLENTY - lasting.getOrDefault(pack, 0))))
                .toList();
        if (!lines.isEmpty()) {
            move("receipts", location, lines);
        }
    }

    /** Packs not promised to anybody of lots that keep as long as slots are offered ahead, by pack. */
    private Map<String, Integer> lasting(String location) {
        String last = LocalDate.now(ZoneOffset.UTC).plusDays(OFFERED_DAYS).toString();
        Map<String, Integer> lasting = new HashMap<>();
        founder.get("/api/staff/stock/lots").forEach(lot -> {
            String expires = lot.path("expiresOn").asString("9999");
            if (lot.path("location").asString().equals(location) && expires.compareTo(last) > 0) {
                int free = lot.path("onHand").asInt() - lot.path("reserved").asInt();
                lasting.merge(lot.path("variant").asString(), free, Integer::sum);
            }
        });
        return lasting;
    }

    int left(String pack, String location) {
        return left(levels(), pack, location);
    }

    /** Takes packs away, all but one. @return how many were taken, to bring them back */
    int leaveOne(String pack) {
        int taken = left(pack, STORE) - 1;
        many(taken)
                .forEach(quantity -> move("write-offs", STORE, List.of(Map.of("variant", pack, "quantity", quantity))));
        return taken;
    }

    void bringBack(String pack, int packs) {
        many(packs).forEach(quantity -> move("receipts", STORE, List.of(fresh(pack, quantity))));
    }

    private static Map<String, Object> fresh(String pack, int quantity) {
        LocalDate expires = LocalDate.now(ZoneOffset.UTC).plusDays(GOOD_FOR_DAYS);
        return Map.of("variant", pack, "quantity", quantity, "lot", "Fresh", "expiresOn", expires.toString());
    }

    /** A request takes 99 at most. */
    private static List<Integer> many(int packs) {
        List<Integer> parts = new ArrayList<>();
        for (int left = packs; left > 0; left -= 99) {
            parts.add(Math.min(99, left));
        }
        return parts;
    }

    private void move(String what, String location, List<Map<String, Object>> lines) {
        founder.with("Idempotency-Key", UUID.randomUUID().toString())
                .post("/api/staff/stock/" + what, Map.of("location", location, "lines", lines));
    }

    private static int left(Map<String, Level> levels, String pack, String location) {
        return levels.getOrDefault(pack + "@" + location, Level.NONE).available();
    }
}
