package app.orchard.slots;

import app.orchard.shared.Changes;
import app.orchard.shared.CustomerId;
import app.orchard.shared.HoldId;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The counts of slots, and the holds they are the sums of. Whoever changes a hold locks its slot's row before, and
 * several slots in the order of their ids: so nobody waits in a circle, and a hold's state is what its reader saw.
 */
@Component
class Places {

    enum State {
        HELD,
        BOOKED,
        RELEASED,
        EXPIRED
    }

    record Entry(UUID id, UUID slot, UUID customer, State state, int stops, int kitchenMinutes, Instant expiresAt) {

        Load load() {
            return new Load(stops, kitchenMinutes);
        }

        boolean belongsTo(CustomerId other) {
            return customer.equals(other.value());
        }
    }

    private static final String ENTRY = """
            select id, slot_id as slot, customer_id as customer, state, stops, kitchen_minutes, expires_at
            from slot_hold where\s""";

    /** Whether a slot takes orders and has room for :stops and :minutes more, after what is given back of it. */
    private static final String HAS_ROOM = """
             cutoff_at > :now and closed_because is null and held + booked - %s + :stops <= capacity
              and coalesce(held_minutes + booked_minutes - %s + :minutes <= delivery_slot.kitchen_minutes, true)""";

    private static final String HOLDS_NONE = """
             and not exists (select from slot_hold where customer_id = :customer and state = 'HELD')""";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Changes changes;

    Places(JdbcClient jdbc, Clock clock, Changes changes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.changes = changes;
    }

    void lock(Stream<UUID> slots) {
        jdbc.sql("select id from delivery_slot where id = any(?) order by id for no key update")
                .param(slots.distinct().toArray(UUID[]::new))
                .query(UUID.class)
                .list();
    }

    Optional<Entry> find(HoldId hold) {
        return jdbc.sql(ENTRY + "id = ?").param(hold.value()).query(Entry.class).optional();
    }

    /** As it is now that nobody else can change it. */
    Optional<Entry> lock(HoldId hold) {
        return find(hold).flatMap(entry -> {
            lock(Stream.of(entry.slot()));
            return find(hold);
        });
    }

    List<Entry> openOf(CustomerId customer) {
        return jdbc.sql(ENTRY + "customer_id = ? and state = 'HELD'")
                .param(customer.value())
                .query(Entry.class)
                .list();
    }

    List<HoldId> overdueSince(Instant moment) {
        return jdbc
                .sql("select id from slot_hold where state = 'HELD' and expires_at < ? order by expires_at limit 500")
                .param(Timestamp.from(moment))
                .query(UUID.class)
                .list()
                .stream()
                .map(HoldId::new)
                .toList();
    }

    /**
     * Takes room and keeps who has it, in one statement: the lock of a slot that all want is held as shortly as can be.
     *
     * @param until when the hold ends, unless the slot's cut-off is earlier; then nobody else wants the place, and
     *     giving it back may wait for its process
     * @return nothing when there was no room, or when a place is to be held for somebody who holds one
     */
    Optional<Hold> take(HoldId id, UUID slot, CustomerId customer, Load load, State as, Instant until) {
        String stops = column(as);
        Optional<Slot> taken = jdbc.sql("with taken as (update delivery_slot set " + stops + " = " + stops
                        + " + :stops, " + stops + "_minutes = " + stops + "_minutes + :minutes where id = :slot and "
                        + HAS_ROOM.formatted(0, 0)
                        + (as == State.HELD ? HOLDS_NONE : "") + """
                         returning *
                        ), kept as (
                          insert into slot_hold
                            (id, slot_id, customer_id, state, stops, kitchen_minutes, expires_at, created_at)
                          select :id, id, :customer, :state, :stops, :minutes, least(:until, cutoff_at), :now from taken
                        )
                        """
                        + Slots.COLUMNS + "from taken s join zone z on z.id = s.zone_id")
                .param("id", id.value())
                .param("slot", slot)
                .param("customer", customer.value())
                .param("state", as.name())
                .param("stops", load.stops())
                .param("minutes", load.kitchenMinutes())
                .param("until", Timestamp.from(until))
                .param("now", Timestamp.from(clock.instant()))
                .query(Slot.class)
                .optional();
        taken.ifPresent(found -> changes.announce("slots"));
        return taken.map(found -> new Hold(id, found, until.isBefore(found.cutoffAt()) ? until : found.cutoffAt()));
    }

    /**
     * A hold becomes a booking of perhaps another size, in one statement, as {@link #take}. The hold may have ended
     * while this waited for its slot: then, too, it was not booked, and the caller's transaction must end.
     *
     * @return whether it was held, and there was room
     */
    boolean book(HoldId hold, CustomerId customer, Load load) {
        return counted(jdbc.sql("""
                with mine as (
                  select slot_id, stops, kitchen_minutes from slot_hold
                  where id = :hold and customer_id = :customer and state = 'HELD' and expires_at > :now
                ), taken as (
                  update delivery_slot set held = held - mine.stops, held_minutes = held_minutes - mine.kitchen_minutes,
                    booked = booked + :stops, booked_minutes = booked_minutes + :minutes
                  from mine where id = mine.slot_id and\s""" + HAS_ROOM.formatted("mine.stops", "mine.kitchen_minutes") + """
                  returning id
                )
                update slot_hold h set state = 'BOOKED', stops = :stops, kitchen_minutes = :minutes
                from taken where h.id = :hold and h.state = 'HELD'""")
                .param("hold", hold.value())
                .param("customer", customer.value())
                .param("stops", load.stops())
                .param("minutes", load.kitchenMinutes())
                .param("now", Timestamp.from(clock.instant()))
                .update());
    }

    /** Ends a hold whose slot is locked; one that is not, or no longer, in that state stays as it is. */
    boolean end(Entry hold, State was, State as) {
        if (hold.state() != was) {
            return false;
        }
        jdbc.sql("update slot_hold set state = ? where id = ?")
                .params(as.name(), hold.id())
                .update();
        String stops = column(was);
        return counted(jdbc.sql("update delivery_slot set " + stops + " = " + stops + " - ?, " + stops + "_minutes = "
                        + stops + "_minutes - ? where id = ?")
                .params(hold.stops(), hold.kitchenMinutes(), hold.slot())
                .update());
    }

    private boolean counted(int rows) {
        if (rows > 0) {
            changes.announce("slots");
        }
        return rows > 0;
    }

    private static String column(State state) {
        return state.name().toLowerCase(Locale.ROOT);
    }
}
