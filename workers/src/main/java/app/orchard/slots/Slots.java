package app.orchard.slots;

import app.orchard.engine.Engine;
import app.orchard.engine.EngineMessage;
import app.orchard.processes.ProcessMessages;
import app.orchard.shared.Business;
import app.orchard.shared.Changes;
import app.orchard.shared.CustomerId;
import app.orchard.shared.HoldId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Places.Entry;
import app.orchard.slots.Places.State;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionOperations;

/**
 * Delivery slots and their places. A place is taken by one conditional update, so that no slot ever holds more than its
 * capacity; it is first held for some minutes, then booked by an order.
 */
@Service
@Transactional
public class Slots {

    /** Of a row s of slots and its zone z, as {@link Slot} has them. */
    static final String COLUMNS = """
            select s.id, z.code as zone, s.starts_at, s.ends_at, s.cutoff_at, s.capacity,
                   s.capacity - s.held - s.booked as free, s.kitchen_minutes,
                   s.kitchen_minutes - s.held_minutes - s.booked_minutes as free_minutes, s.closed_because
            """;

    private static final String SELECT = COLUMNS + "from delivery_slot s join zone z on z.id = s.zone_id ";

    private final JdbcClient jdbc;
    private final Places places;
    private final Turns turns;
    private final TransactionOperations transaction;
    private final Clock clock;
    private final Business business;
    private final Engine engine;
    private final Changes changes;
    private final Duration horizon;

    Slots(
            JdbcClient jdbc,
            Places places,
            Turns turns,
            TransactionOperations transaction,
            Clock clock,
            Business business,
            Engine engine,
            Changes changes,
            @Value("${orchard.slots.offered-days}") int offeredDays) {
        this.jdbc = jdbc;
        this.places = places;
        this.turns = turns;
        this.transaction = transaction;
        this.clock = clock;
        this.business = business;
        this.engine = engine;
        this.changes = changes;
        this.horizon = Duration.ofDays(offeredDays);
    }

    /** @return the zone's slots of the coming days that have not begun, full and closed ones too */
    @Transactional(readOnly = true)
    public List<Slot> upcoming(String zone) {
        Instant now = clock.instant();
        return jdbc.sql(SELECT + "where z.code = ? and s.starts_at > ? and s.starts_at < ? order by s.starts_at")
                .params(zone, Timestamp.from(now), Timestamp.from(now.plus(horizon)))
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
     * Keeps a place for a customer, at most until the slot's cut-off. A place the customer held before is given back:
     * one checks out once at a time.
     *
     * @param load of what is in the cart; what is ordered in the end may differ
     * @throws Refusal CONFLICT {@code slot-full} or {@code slot-closed} with the slots that are {@code free}
     */
    @Transactional(propagation = Propagation.NEVER)
    public Hold hold(UUID slot, CustomerId customer, Load load) {
        return turns.inTurn(
                slot, () -> Objects.requireNonNull(transaction.execute(status -> holdNow(slot, customer, load))));
    }

    private Hold holdNow(UUID slot, CustomerId customer, Load load) {
        Instant until = clock.instant().plus(business.settings().holdFor());
        HoldId id = HoldId.next();
        // Before the place is taken, so that a slot that everybody wants is locked for a moment only
        engine.publish(new EngineMessage(
                ProcessMessages.SLOT_HELD,
                id.toString(),
                ProcessMessages.SLOT_HELD + ":" + id,
                Map.of("holdId", id.toString(), "holdExpiresAt", until.toString()),
                id.toString()));
        return places.take(id, slot, customer, load, State.HELD, until)
                .or(() -> giveBackEarlier(customer, slot)
                        ? places.take(id, slot, customer, load, State.HELD, until)
                        : Optional.empty())
                .orElseThrow(() -> refused(get(slot), load));
    }

    /** @return a customer's own hold that has not ended */
    @Transactional(readOnly = true)
    public Optional<Hold> openHold(CustomerId customer) {
        return places.openOf(customer).stream()
                .filter(open -> open.expiresAt().isAfter(clock.instant()))
                .map(open -> new Hold(new HoldId(open.id()), get(open.slot()), open.expiresAt()))
                .findFirst();
    }

    /** The customer changed their mind. Does nothing to a hold that has ended. */
    public void release(HoldId hold, CustomerId customer) {
        boolean isReleased = places.lock(hold)
                .filter(entry -> entry.belongsTo(customer))
                .map(entry -> places.end(entry, State.HELD, State.RELEASED))
                .orElse(false);
        if (isReleased) {
            tell(hold, ProcessMessages.SLOT_RELEASED);
        }
    }

    /** The held time is over. Does nothing to a hold that was booked or given back. */
    public void expire(HoldId hold) {
        places.lock(hold).ifPresent(entry -> places.end(entry, State.HELD, State.EXPIRED));
    }

    /** @return what should have expired by now, had the engine been there */
    @Transactional(readOnly = true)
    List<HoldId> overdue() {
        return places.overdueSince(clock.instant().minusSeconds(30));
    }

    /** @return the slot in which this customer holds a place. @throws Refusal CONFLICT as {@link #book} */
    @Transactional(readOnly = true)
    public Slot held(HoldId hold, CustomerId customer, Load load) {
        Entry held = places.find(hold)
                .filter(entry -> entry.belongsTo(customer))
                .orElseThrow(() -> Refusal.conflict("hold-expired", "Please choose a delivery time."));
        Slot slot = get(held.slot());
        Instant now = clock.instant();
        if (held.state() != State.HELD || !held.expiresAt().isAfter(now)) {
            throw slot.isOver(now) ? refused(slot, load) : expired(slot, load);
        }
        return slot;
    }

    /**
     * Turns a hold into a booking.
     *
     * @param load of what is ordered
     * @throws Refusal CONFLICT {@code hold-expired}, {@code slot-closed}, or {@code slot-full} when more is ordered
     *     than there is room for, each with the slots that are {@code free}
     */
    public void book(HoldId hold, CustomerId customer, Load load) {
        if (!places.book(hold, customer, load)) {
            throw refused(held(hold, customer, load), load);
        }
        tell(hold, ProcessMessages.SLOT_BOOKED);
    }

    /** Books a place without a hold before. @throws Refusal CONFLICT as {@link #hold} */
    public Hold bookDirectly(UUID slot, CustomerId customer, Load load) {
        return places.take(HoldId.next(), slot, customer, load, State.BOOKED, clock.instant())
                .orElseThrow(() -> refused(get(slot), load));
    }

    /** Books a place in the zone's first slot after a moment that has one. */
    public Optional<Hold> bookFirstAfter(Instant moment, String zone, CustomerId customer, Load load) {
        return firstAfter(moment, zone, load).map(slot -> bookDirectly(slot.id(), customer, load));
    }

    /** @return the zone's first slot after a moment that has room */
    @Transactional(readOnly = true)
    public Optional<Slot> firstAfter(Instant moment, String zone, Load load) {
        return upcoming(zone).stream()
                .filter(slot -> slot.startsAt().isAfter(moment) && slot.isOpenAt(clock.instant(), load))
                .findFirst();
    }

    /** @return what a hold or booking takes */
    @Transactional(readOnly = true)
    public Load load(HoldId booking) {
        return places.find(booking).map(Entry::load).orElseThrow(() -> Refusal.notFound("place"));
    }

    /**
     * Gives up a booked place for one in another slot, both at once. Into the slot it is in already: changes nothing.
     *
     * @param load of what is still to be done
     * @return the new booking
     * @throws Refusal CONFLICT as {@link #hold}, or {@code not-booked}; then the old place is kept
     */
    public Hold move(HoldId booking, UUID to, CustomerId customer, Load load) {
        Entry known = places.find(booking).orElseThrow(Slots::notBooked);
        places.lock(Stream.of(known.slot(), to));
        Entry booked = places.find(booking)
                .filter(entry -> entry.state() == State.BOOKED && entry.belongsTo(customer))
                .orElseThrow(Slots::notBooked);
        if (booked.slot().equals(to)) {
            return new Hold(booking, get(to), booked.expiresAt());
        }
        Hold moved = bookDirectly(to, customer, load);
        places.end(booked, State.BOOKED, State.RELEASED);
        return moved;
    }

    /** The order that booked it no longer needs the place. */
    public void unbook(HoldId booking) {
        places.lock(booking).ifPresent(entry -> places.end(entry, State.BOOKED, State.RELEASED));
    }

    /** @return slots whose counts differ from their holds: none, unless something is broken */
    @Transactional(readOnly = true)
    public List<UUID> disagreements() {
        return jdbc.sql("""
                select s.id from delivery_slot s
                left join slot_hold h on h.slot_id = s.id group by s.id
                having s.held <> coalesce(sum(h.stops) filter (where h.state = 'HELD'), 0)
                    or s.booked <> coalesce(sum(h.stops) filter (where h.state = 'BOOKED'), 0)
                    or s.held_minutes <> coalesce(sum(h.kitchen_minutes) filter (where h.state = 'HELD'), 0)
                    or s.booked_minutes <> coalesce(sum(h.kitchen_minutes) filter (where h.state = 'BOOKED'), 0)""").query(UUID.class).list();
    }

    /** @return whether there was an earlier one */
    private boolean giveBackEarlier(CustomerId customer, UUID next) {
        List<Entry> earlier = places.openOf(customer);
        if (!earlier.isEmpty()) {
            places.lock(Stream.concat(Stream.of(next), earlier.stream().map(Entry::slot)));
            earlier.stream()
                    .flatMap(open -> places.find(new HoldId(open.id())).stream())
                    .forEach(open -> places.end(open, State.HELD, State.RELEASED));
        }
        return !earlier.isEmpty();
    }

    private void tell(HoldId hold, String message) {
        engine.publish(new EngineMessage(message, hold.toString(), message + ":" + hold, Map.of(), hold.toString()));
        changes.announce("slots");
    }

    private Refusal refused(Slot slot, Load load) {
        String why = slot.whyShutAt(clock.instant(), load);
        return Refusal.conflict(
                        slot.isOver(clock.instant()) ? "slot-closed" : "slot-full",
                        sentence(why == null ? "This time is full." : why) + " Please choose another.")
                .with("free", free(slot.zone(), load));
    }

    private static String sentence(String words) {
        return words.matches(".*[.!?]") ? words : words + ".";
    }

    private Refusal expired(Slot slot, Load load) {
        return Refusal.conflict(
                        "hold-expired",
                        "Your delivery time was kept for you, but not long enough. Please choose one again.")
                .with("free", free(slot.zone(), load));
    }

    private static Refusal notBooked() {
        return Refusal.conflict("not-booked", "This order has no place in a delivery slot.");
    }

    private List<Slot> free(String zone, Load load) {
        return upcoming(zone).stream()
                .filter(slot -> slot.isOpenAt(clock.instant(), load))
                .limit(6)
                .toList();
    }
}
