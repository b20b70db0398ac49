package app.orchard.inventory;

import app.orchard.shared.Changes;
import app.orchard.shared.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stock, moved once per cause. Each movement is one conditional update and one row of the ledger in the caller's
 * transaction; a movement that its cause has already made does nothing, so callers may repeat themselves.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Inventory {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Changes changes;

    Inventory(JdbcClient jdbc, Clock clock, Changes changes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.changes = changes;
    }

    /** Promises packs. @throws Refusal CONFLICT {@code out-of-stock} with {@code variant} and {@code left} */
    public void reserve(String location, List<StockLine> lines, String cause) {
        move(Movement.RESERVED, location, lines, cause);
    }

    /** Gives promised packs back. */
    public void release(String location, List<StockLine> lines, String cause) {
        move(Movement.RELEASED, location, lines, cause);
    }

    /** Promised packs leave the shelf. */
    public void deduct(String location, List<StockLine> lines, String cause) {
        move(Movement.DEDUCTED, location, lines, cause);
    }

    /** Packs that left the shelf are sold again. */
    public void takeBack(String location, List<StockLine> lines, String cause) {
        move(Movement.RETURNED, location, lines, cause);
    }

    public void receive(String location, List<StockLine> lines, String cause) {
        lines.forEach(line -> jdbc.sql("""
                insert into inventory (variant_id, location_id, on_hand)
                select ?, id, 0 from location where code = ? on conflict do nothing""").params(line.variant(), location).update());
        move(Movement.RECEIVED, location, lines, cause);
    }

    /** Packs on the shelf that nobody can eat any more. @throws Refusal CONFLICT {@code out-of-stock} */
    public void writeOff(String location, List<StockLine> lines, String cause) {
        move(Movement.WRITTEN_OFF, location, lines, cause);
    }

    /** @return what lies where of these variants, at all locations */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public List<StockLevel> levels() {
        return jdbc.sql("""
                select i.variant_id, l.code, i.on_hand, i.reserved
                from inventory i join location l on l.id = i.location_id order by l.code""")
                .query((row, n) -> new StockLevel(
                        row.getObject("variant_id", UUID.class),
                        row.getString("code"),
                        row.getInt("on_hand"),
                        row.getInt("reserved")))
                .list();
    }

    /** @return packs that can still be promised at a location, by variant; variants never received are absent */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public Map<UUID, Integer> available(String location, Collection<UUID> variants) {
        return jdbc
                .sql("""
                select i.variant_id, i.on_hand - i.reserved as available
                from inventory i join location l on l.id = i.location_id
                where l.code = ? and i.variant_id = any(?)""")
                .params(location, variants.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("variant_id", UUID.class), row.getInt("available")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public List<Location> locations() {
        return jdbc.sql("select id, code, name from location order by kind, name")
                .query(Location.class)
                .list();
    }

    /** @return inventory rows whose counts are not the sums of their movements: none, unless something is broken */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public List<StockLevel> disagreements() {
        return jdbc.sql("""
                select i.variant_id, l.code, i.on_hand, i.reserved
                from inventory i join location l on l.id = i.location_id
                left join lateral (
                  select coalesce(sum(case kind when 'RECEIVED' then quantity when 'RETURNED' then quantity
                                                when 'DEDUCTED' then -quantity when 'WRITTEN_OFF' then -quantity
                                                else 0 end), 0) as on_hand,
                         coalesce(sum(case kind when 'RESERVED' then quantity when 'RELEASED' then -quantity
                                                when 'DEDUCTED' then -quantity else 0 end), 0) as reserved
                  from stock_movement m where m.variant_id = i.variant_id and m.location_id = i.location_id) s on true
                where s.on_hand <> i.on_hand or s.reserved <> i.reserved""")
                .query((row, n) -> new StockLevel(
                        row.getObject("variant_id", UUID.class),
                        row.getString("code"),
                        row.getInt("on_hand"),
                        row.getInt("reserved")))
                .list();
    }

    private void move(Movement movement, String location, List<StockLine> lines, String cause) {
        // In one order for everybody, so that two orders of the same packs never wait for each other in a circle
        lines.stream().sorted(Comparator.comparing(StockLine::variant)).forEach(line -> {
            if (isNew(movement, location, line, cause)) {
                count(movement, location, line);
            }
        });
        changes.announce("stock");
    }

    private boolean isNew(Movement movement, String location, StockLine line, String cause) {
        return jdbc.sql("""
                insert into stock_movement (variant_id, location_id, kind, quantity, cause, moved_at)
                select i.variant_id, i.location_id, ?, ?, ?, ?
                from inventory i join location l on l.id = i.location_id where i.variant_id = ? and l.code = ?
                on conflict (cause, kind, variant_id, location_id) do nothing""")
                                .params(movement.name(), line.quantity(), cause, Timestamp.from(clock.instant()))
                                .params(line.variant(), location)
                                .update()
                        == 1
                || isUnknown(location, line);
    }

    private boolean isUnknown(String location, StockLine line) {
        return !available(location, List.of(line.variant())).containsKey(line.variant());
    }

    private void count(Movement movement, String location, StockLine line) {
        int updated = jdbc.sql("""
                update inventory set on_hand = on_hand + ?, reserved = reserved + ?
                where variant_id = ? and location_id = (select id from location where code = ?)
                  and on_hand + ? >= reserved + ? and reserved + ? >= 0""")
                .params(movement.onHand * line.quantity(), movement.reserved * line.quantity())
                .params(line.variant(), location)
                .params(movement.onHand * line.quantity(), movement.reserved * line.quantity())
                .params(movement.reserved * line.quantity())
                .update();
        if (updated == 0) {
            int left = available(location, List.of(line.variant())).getOrDefault(line.variant(), 0);
            throw Refusal.conflict("out-of-stock", left == 0 ? "This is sold out." : "Only " + left + " are left.")
                    .with("variant", line.variant())
                    .with("left", left);
        }
    }
}
