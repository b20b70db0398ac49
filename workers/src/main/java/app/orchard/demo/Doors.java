package app.orchard.demo;

import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;

/** How it goes at the doors of the demo's orders. Only these are packed and brought. */
final class Doors {

    private final Map<String, Queue<Visit>> visits = new ConcurrentHashMap<>();
    private final Map<String, Purchase> purchases = new ConcurrentHashMap<>();
    private final Gateway gateway;

    Doors(Gateway gateway) {
        this.gateway = gateway;
    }

    /** @param planned how each attempt goes; delivered after the last */
    void expect(Purchase order, Visit... planned) {
        purchases.put(order.id(), order);
        visits.put(order.id(), new ArrayDeque<>(List.of(planned)));
    }

    boolean isOurs(String order) {
        return visits.containsKey(order);
    }

    Visit next(String order) {
        return Optional.ofNullable(visits.get(order)).map(Queue::peek).orElse(Visit.DELIVERED);
    }

    void visited(String order) {
        Optional.ofNullable(visits.get(order)).ifPresent(Queue::poll);
    }

    /** What the customer says at the door. */
    String pin(String order) {
        return customer(order)
                .map(purchase -> purchase.refresh().path("pin").asString(""))
                .orElse("");
    }

    /** The customer pays on the gateway's page. */
    void pay(String order) {
        customer(order).ifPresent(purchase -> gateway.pay(gateway.open(purchase)));
    }

    /** Whether the customer's page says that it gets late. */
    boolean isKnownToBeLate(String order) {
        return customer(order)
                .map(purchase -> {
                    purchase.refresh();
                    return purchase.happened("late");
                })
                .orElse(true);
    }

    private Optional<Purchase> customer(String order) {
        return Optional.ofNullable(purchases.get(order));
    }
}
