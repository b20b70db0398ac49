package app.orchard.demo;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.databind.JsonNode;

/** Compares what the installation counts with what the stories must have changed. */
class Books {

    private final Api founder;
    private final Shelf shelf;
    private final Places places;
    private final Map<String, Shelf.Level> levelsBefore;
    private final Map<String, Integer> placesBefore;

    private Books(Api founder, Shelf shelf, Places places) {
        this.founder = founder;
        this.shelf = shelf;
        this.places = places;
        this.levelsBefore = shelf.levels();
        this.placesBefore = places.taken();
    }

    static Books open(Api founder, Shelf shelf) {
        return new Books(founder, shelf, new Places(founder));
    }

    /** @return what does not agree, one sentence each */
    List<String> complaints(List<Act> acts) {
        List<String> complaints = new ArrayList<>();
        stock(acts, complaints);
        places(acts, complaints);
        money(acts, complaints);
        JsonNode checks = founder.get("/api/staff/checks");
        if (!checks.path("stock").isEmpty() || !checks.path("slots").isEmpty()) {
            complaints.add("Counts are not the sums of their movements: " + checks);
        }
        return complaints;
    }

    private void stock(List<Act> acts, List<String> complaints) {
        Map<String, Integer> gone = new HashMap<>();
        acts.stream()
                .filter(act -> act.ending().goodsGone)
                .forEach(act -> gone.merge(
                        act.wish().variant() + "@" + act.location(), act.wish().quantity(), Integer::sum));
        Map<String, Shelf.Level> now = shelf.levels();
        for (String key : new TreeSet<>(now.keySet())) {
            Shelf.Level before = levelsBefore.getOrDefault(key, Shelf.Level.NONE);
            Shelf.Level after = now.getOrDefault(key, Shelf.Level.NONE);
            int expected = before.onHand() - gone.getOrDefault(key, 0);
            if (after.onHand() != expected || after.reserved() != before.reserved()) {
                complaints.add("Stock of %s is %d with %d promised, expected %d with %d."
                        .formatted(key, after.onHand(), after.reserved(), expected, before.reserved()));
            }
        }
    }

    private void places(List<Act> acts, List<String> complaints) {
        Map<String, Integer> booked = new HashMap<>();
        acts.stream().filter(act -> act.ending().placeUsed).forEach(act -> booked.merge(slot(act), 1, Integer::sum));
        Map<String, Integer> now = places.taken();
        for (String key : new TreeSet<>(now.keySet())) {
            int expected = placesBefore.getOrDefault(key, 0) + booked.getOrDefault(key, 0);
            if (now.getOrDefault(key, 0) != expected) {
                complaints.add(
                        "Slot %s has %d places taken, expected %d.".formatted(key, now.getOrDefault(key, 0), expected));
            }
        }
    }

    private static void money(List<Act> acts, List<String> complaints) {
        compare(
                "in",
                acts.stream().mapToLong(act -> act.order().captured()).sum(),
                acts.stream().mapToLong(Act::captured).sum(),
                complaints);
        compare(
                "out",
                acts.stream().mapToLong(act -> act.order().refunded()).sum(),
                acts.stream().mapToLong(Act::refunded).sum(),
                complaints);
    }

    private static void compare(String way, long is, long expected, List<String> complaints) {
        if (is != expected) {
            complaints.add("Rupees %s: %s, expected %s.".formatted(way, Rupees.of(is), Rupees.of(expected)));
        }
    }

    private static String slot(Act act) {
        JsonNode order = act.order().state();
        return Places.key(
                order.path("zone").asString(), order.path("slotStartsAt").asString());
    }
}
