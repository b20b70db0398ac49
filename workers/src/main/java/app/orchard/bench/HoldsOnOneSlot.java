package app.orchard.bench;

import app.orchard.shared.CustomerId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Load;
import app.orchard.slots.Slots;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.simple.JdbcClient;

/** How many places a second are held on one hot slot by 64 clients at once; exactly its capacity must succeed. */
class HoldsOnOneSlot {

    private static final int CLIENTS = 64;
    private static final int CAPACITY = 1200;
    private static final int ATTEMPTS = 1280;
    private static final double GOAL = 0.5;

    private final JdbcClient jdbc;
    private final Slots slots;

    HoldsOnOneSlot(Subject subject) {
        this.jdbc = subject.jdbc();
        this.slots = subject.bean(Slots.class);
    }

    Figure measure() {
        List<CustomerId> customers = customers();
        perSecond(customers, (slot, customer) -> update(slot));
        perSecond(customers, this::hold);
        List<Double> holds = new ArrayList<>();
        List<Double> updates = new ArrayList<>();
        for (int round = 0; round < Rounds.OF_EACH; round++) {
            updates.add(perSecond(customers, (slot, customer) -> update(slot)));
            holds.add(perSecond(customers, this::hold));
        }
        return Figure.of("holds on one slot, " + CLIENTS + " clients", "holds/s", holds, updates, GOAL);
    }

    private interface Attempt {

        /** @return whether it got a place */
        boolean on(UUID slot, CustomerId customer);
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

    private double perSecond(List<CustomerId> customers, Attempt attempt) {
        UUID slot = Crowd.openSlot(jdbc, CAPACITY);
        AtomicInteger held = new AtomicInteger();
        double perSecond = Rounds.perSecond(
                CLIENTS,
                customers.stream()
                        .<Callable<Void>>map(customer -> () -> {
                            if (attempt.on(slot, customer)) {
                                held.incrementAndGet();
                            }
                            return null;
                        })
                        .toList());
        if (held.get() != CAPACITY) {
            throw new IllegalStateException(held + " places were held of " + CAPACITY);
        }
        forgetHolds();
        return perSecond;
    }

    /** So that no round has to give back the places of the round before. */
    private void forgetHolds() {
        jdbc.sql("truncate slot_hold, outbox cascade").update();
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
