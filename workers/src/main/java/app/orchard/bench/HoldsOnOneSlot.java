package app.orchard.bench;

import app.orchard.shared.CustomerId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Load;
import app.orchard.slots.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many places a second are held on one hot slot by 64 clients at once; exactly its capacity must succeed. */
class HoldsOnOneSlot {

    private static final int CLIENTS = 64;
    private static final int CAPACITY = 600;
    private static final int ATTEMPTS = 640;
    private static final int ROUNDS = 5;
    private static final double GOAL = 0.5;

    private final JdbcClient jdbc;
    private final Slots slots;

    HoldsOnOneSlot(JdbcClient jdbc, Slots slots) {
        this.jdbc = jdbc;
        this.slots = slots;
    }

    Figure measure() {
        List<CustomerId> customers = customers();
        warmUp(customers);
        List<Double> holds = new ArrayList<>();
        List<Double> updates = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            updates.add(perSecond(openSlot(), customers, (slot, customer) -> update(slot)));
            holds.add(perSecond(openSlot(), customers, this::hold));
        }
        return Figure.of("holds on one slot, 64 clients", "holds/s", holds, updates, GOAL);
    }

    private interface Attempt {

        /** @return whether it got a place */
        boolean on(UUID slot, CustomerId customer);
    }

    private void warmUp(List<CustomerId> customers) {
        perSecond(openSlot(), customers, (slot, customer) -> update(slot));
        perSecond(openSlot(), customers, this::hold);
    }

    private boolean hold(UUID slot, CustomerId customer) {
        try {
            slots.hold(slot, customer, Load.STOP);
            return true;
        } catch (Refusal full) {
            return false;
        }
    }

    private boolean update(UUID slot) {
        return jdbc.sql("update delivery_slot set held = held + 1 where id = ? and held + booked < capacity")
                        .param(slot)
                        .update()
                == 1;
    }

    private double perSecond(UUID slot, List<CustomerId> customers, Attempt attempt) {
        try (ExecutorService clients = Executors.newFixedThreadPool(CLIENTS)) {
            List<Callable<Boolean>> attempts = customers.stream()
                    .<Callable<Boolean>>map(customer -> () -> attempt.on(slot, customer))
                    .toList();
            long begun = System.nanoTime();
            List<Future<Boolean>> outcomes = clients.invokeAll(attempts);
            double seconds = (System.nanoTime() - begun) / 1e9;
            requireExactlyCapacity(outcomes);
            return CAPACITY / seconds;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The bench was interrupted", e);
        } finally {
            forgetHolds();
        }
    }

    private static void requireExactlyCapacity(List<Future<Boolean>> outcomes) throws InterruptedException {
        int held = 0;
        for (Future<Boolean> outcome : outcomes) {
            try {
                held += outcome.get() ? 1 : 0;
            } catch (ExecutionException e) {
                throw new IllegalStateException("A hold failed", e.getCause());
            }
        }
        if (held != CAPACITY) {
            throw new IllegalStateException(held + " places were held of " + CAPACITY);
        }
    }

    /** So that no round has to give back the places of the round before. */
    private void forgetHolds() {
        jdbc.sql("truncate slot_hold, outbox cascade").update();
    }

    private UUID openSlot() {
        UUID slot = UUID.randomUUID();
        jdbc.sql("""
                insert into delivery_slot (id, zone_id, starts_at, ends_at, cutoff_at, capacity)
                select ?, id, now() + random() * interval '30 days' + interval '1 day', now() + interval '40 days',
                       now() + interval '1 day', ? from zone where code = 'north'""").params(slot, CAPACITY).update();
        return slot;
    }

    private List<CustomerId> customers() {
        return jdbc.sql("""
                insert into customer (id, phone, created_at)
                select gen_random_uuid(), '+9190000' || lpad(n::text, 5, '0'), now()
                from generate_series(1, ?) n returning id""").param(ATTEMPTS).query(UUID.class).list().stream()
                .map(CustomerId::new)
                .toList();
    }
}
