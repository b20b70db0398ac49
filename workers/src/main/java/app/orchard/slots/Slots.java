package app.orchard.slots;

import app.orchard.engine.Engine;
import app.orchard.engine.EngineMessage;
import app.orchard.processes.ProcessMessages;
import app.orchard.shared.Business;
import app.orchard.shared.Changes;
import app.orchard.shared.CustomerId;
import app.orchard.shared.HoldId;
import app.orchard.shared.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Delivery slots and their places. A place is taken by one conditional update, so that no slot ever holds more than its
 * capacity; it is first held for some minutes, then booked by an order.
 */
@Service
@Transactional
public class Slots {

    private static final Duration HORIZON = Duration.ofDays(8);
    private static final String SELECT = """
            select s.id, z.code as zone, s.starts_at, s.ends_at, s.cutoff_at, s.capacity,
                   s.capacity - s.held - s.booked as free, s.closed_because
            from delivery_slot s join zone z on z.id = s.zone_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Business business;
    private final Engine engine;
    private final Changes changes;

    Slots(JdbcClient jdbc, Clock clock, Business business, Engine engine, Changes changes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.business = business;
        this.engine = engine;
        this.changes = changes;
    }

    /** @return the zone's slots of the coming days that have not begun, full and closed ones too */
    @Transactional(readOnly = true)
    public List<Slot> upcoming(String zone) {
        Instant now = clock.instant();
        return jdbc.sql(SELECT + "where z.code = ? and s.starts_at > ? and s.starts_at < ? order by s.starts_at")
                .params(zone, Timestamp.from(now), Timestamp.from(now.plus(HORIZON)))
                .query(Slot.class)
                .list();
    }

    /** @return all slots that begin in the span, by beginning and zone */
    @Transactional(readOnly = true)
    public List<Slot> between(Instant from, Instant until) {
        return jdbc.sql(SELECT + "where s.starts_at >= ? and s.starts_at < ? order by s.starts_at, z.code")
                .params(Timestamp.from(from), Timestamp.from(until))
                .query(Slot.class)
                .list();
    }

    /** @throws Refusal NOT_FOUND */
    @Transactional(readOnly = true)
    public Slot get(UUID slot) {
        return jdbc.sql(SELECT + "where s.id = ?")
                .param(slot)
                .query(Slot.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("delivery slot"));
    }

    /**
     * Keeps a place for a customer. A place the customer held before is given back: one checks out once at a time.
     *
     * @throws Refusal CONFLICT {@code slot-full} or {@code slot-closed} with the slots that are {@code free}
     */
    public Hold hold(UUID slot, CustomerId customer) {
        List<OpenHold> earlier = openHoldsOf(customer);
        lockInOrder(Stream.concat(Stream.of(slot), earlier.stream().map(OpenHold::slot)));
        earlier.forEach(open -> giveBack(open.id(), "RELEASED"));
        take(slot, "held");
        Hold hold = new Hold(
                HoldId.next(),
                get(slot),
                clock.instant().plus(business.settings().holdFor()));
        store(hold, customer, "HELD");
        engine.publish(new EngineMessage(
                ProcessMessages.SLOT_HELD,
                hold.id().toString(),
                ProcessMessages.SLOT_HELD + ":" + hold.id(),
                Map.of(
                        "holdId",
                        hold.id().toString(),
                        "holdExpiresAt",
                        hold.expiresAt().toString()),
                hold.id().toString()));
        return hold;
    }

    /** @return a customer's own hold that has not ended */
    @Transactional(readOnly = true)
    public Optional<Hold> openHold(CustomerId customer) {
        return openHoldsOf(customer).stream()
                .filter(open -> open.expiresAt().isAfter(clock.instant()))
                .map(open -> new Hold(new HoldId(open.id()), get(open.slot()), open.expiresAt()))
                .findFirst();
    }

    /** The customer changed their mind. Does nothing to a hold that has ended. */
    public void release(HoldId hold, CustomerId customer) {
        if (openHoldsOf(customer).stream().anyMatch(open -> open.id().equals(hold.value()))) {
            giveBack(hold.value(), "RELEASED");
            end(hold, ProcessMessages.SLOT_RELEASED);
        }
    }

    /** The held time is over. Does nothing to a hold that was booked or given back. */
    public void expire(HoldId hold) {
        giveBack(hold.value(), "EXPIRED");
    }

    /** Gives back what expired while the engine was away. @return how many */
    public int expireOverdue() {
        List<UUID> overdue = jdbc.sql("select id from slot_hold where state = 'HELD' and expires_at < ? limit 500")
                .param(Timestamp.from(clock.instant().minusSeconds(30)))
                .query(UUID.class)
                .list();
        overdue.forEach(hold -> giveBack(hold, "EXPIRED"));
        return overdue.size();
    }

    /**
     * Turns a hold into a booking.
     *
     * @throws Refusal CONFLICT {@code hold-expired} with the slots that are {@code free}
     */
    public Slot book(HoldId hold, CustomerId customer) {
        UUID slot = jdbc.sql("""
                update slot_hold set state = 'BOOKED'
                where id = ? and customer_id = ? and state = 'HELD' and expires_at > ? returning slot_id""")
                .params(hold.value(), customer.value(), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> expired(hold, customer));
        jdbc.sql("update delivery_slot set held = held - 1, booked = booked + 1 where id = ?")
                .param(slot)
                .update();
        end(hold, ProcessMessages.SLOT_BOOKED);
        return get(slot);
    }

    /** Books a place without a hold before. @throws Refusal CONFLICT as {@link #hold} */
    public Hold bookDirectly(UUID slot, CustomerId customer) {
        take(slot, "booked");
        Hold booking = new Hold(HoldId.next(), get(slot), clock.instant());
        store(booking, customer, "BOOKED");
        return booking;
    }

    /** Books a place in the zone's first slot after a moment that has one. */
    public Optional<Hold> bookFirstAfter(Instant moment, String zone, CustomerId customer) {
        return upcoming(zone).stream()
                .filter(slot -> slot.startsAt().isAfter(moment) && slot.isOpenAt(clock.instant()))
                .findFirst()
                .map(slot -> bookDirectly(slot.id(), customer));
    }

    /** The order that booked it no longer needs the place. */
    public void unbook(HoldId booking) {
        giveBack(booking.value(), "RELEASED");
    }

    /** @return slots whose counts differ from their holds: none, unless something is broken */
    @Transactional(readOnly = true)
    public List<UUID> disagreements() {
        return jdbc.sql("""
                select s.id from delivery_slot s
                left join slot_hold h on h.slot_id = s.id group by s.id
                having s.held <> count(*) filter (where h.state = 'HELD')
                    or s.booked <> count(*) filter (where h.state = 'BOOKED')""").query(UUID.class).list();
    }

    private record OpenHold(UUID id, UUID slot, Instant expiresAt) {}

    private List<OpenHold> openHoldsOf(CustomerId customer) {
        return jdbc.sql(
                        "select id, slot_id as slot, expires_at from slot_hold where customer_id = ? and state = 'HELD'")
                .param(customer.value())
                .query(OpenHold.class)
                .list();
    }

    private void lockInOrder(Stream<UUID> slots) {
        jdbc.sql("select id from delivery_slot where id = any(?) order by id for no key update")
                .param(slots.toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    private void take(UUID slot, String counter) {
        int taken = jdbc.sql("update delivery_slot set " + counter + " = " + counter + """
                 + 1 where id = ? and held + booked < capacity and cutoff_at > ? and closed_because is null""")
                .params(slot, Timestamp.from(clock.instant()))
                .update();
        if (taken == 0) {
            throw refused(get(slot));
        }
        changes.announce("slots");
    }

    private void store(Hold hold, CustomerId customer, String state) {
        jdbc.sql("insert into slot_hold (id, slot_id, customer_id, state, expires_at, created_at)"
                        + " values (?, ?, ?, ?, ?, ?)")
                .params(hold.id().value(), hold.slot().id(), customer.value(), state)
                .params(Timestamp.from(hold.expiresAt()), Timestamp.from(clock.instant()))
                .update();
    }

    private void giveBack(UUID hold, String as) {
        record Freed(UUID slot, String was) {}
        jdbc.sql("""
                with before as (
                  select id, slot_id, state from slot_hold
                  where id = ? and (state = 'HELD' or (state = 'BOOKED' and ? = 'RELEASED')) for update)
                update slot_hold h set state = ? from before where h.id = before.id
                returning before.slot_id as slot, before.state as was""")
                .params(hold, as, as)
                .query(Freed.class)
                .optional()
                .ifPresent(freed -> uncount(freed.slot(), freed.was().equals("HELD") ? "held" : "booked"));
    }

    private void uncount(UUID slot, String counter) {
        jdbc.sql("update delivery_slot set " + counter + " = " + counter + " - 1 where id = ?")
                .param(slot)
                .update();
        changes.announce("slots");
    }

    private void end(HoldId hold, String message) {
        engine.publish(new EngineMessage(message, hold.toString(), message + ":" + hold, Map.of(), hold.toString()));
        changes.announce("slots");
    }

    private Refusal refused(Slot slot) {
        String why = slot.whyShutAt(clock.instant());
        boolean full = slot.closedBecause() == null && slot.cutoffAt().isAfter(clock.instant());
        return Refusal.conflict(
                        full ? "slot-full" : "slot-closed",
                        (why == null ? "This time is full." : why) + " Please choose another.")
                .with("free", free(slot.zone()));
    }

    private Refusal expired(HoldId hold, CustomerId customer) {
        List<Slot> free = jdbc.sql("select slot_id from slot_hold where id = ? and customer_id = ?")
                .params(hold.value(), customer.value())
                .query(UUID.class)
                .optional()
                .map(slot -> free(get(slot).zone()))
                .orElse(List.of());
        return Refusal.conflict(
                        "hold-expired",
                        "Your delivery time was kept for you, but not long enough. Please choose one again.")
                .with("free", free);
    }

    private List<Slot> free(String zone) {
        return upcoming(zone).stream()
                .filter(slot -> slot.isOpenAt(clock.instant()))
                .limit(6)
                .toList();
    }
}
