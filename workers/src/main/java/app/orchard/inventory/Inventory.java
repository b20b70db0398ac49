package app.orchard.inventory;

import app.orchard.shared.Business;
import app.orchard.shared.Refusal;
import java.math.BigDecimal;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Stock for orders, moved once per cause, in the caller's transaction; callers may repeat themselves. Packs come from
 * the lots that expire first among those that outlive the delivery day. However many lines there are, a movement
 * locks, reads, writes and announces: four statements.
 */
@Service
@Transactional(propagation = Propagation.MANDATORY)
public class Inventory {

    private final Lots lots;
    private final Ledger ledger;
    private final JdbcClient jdbc;
    private final Business business;
    private final Clock clock;

    Inventory(Lots lots, Ledger ledger, JdbcClient jdbc, Business business, Clock clock) {
        this.lots = lots;
        this.ledger = ledger;
        this.jdbc = jdbc;
        this.business = business;
        this.clock = clock;
    }

    /**
     * Promises packs that are still good after the delivery day: all of them, or none.
     *
     * @throws Refusal CONFLICT {@code out-of-stock} with {@code variant} and {@code left}
     */
    public void reserve(String location, List<StockLine> lines, String cause, LocalDate deliveryDay) {
        List<Lot> free = lots.lockFree(location, variants(lines), deliveryDay);
        Claim claim = lots.claim(cause);
        List<Move> moves = new ArrayList<>();
        for (StockLine line : merged(lines)) {
            if (!claim.wasPromised(line.variant())) {
                FirstExpired.allOf(line, free, Lot::free)
                        .forEach((lot, packs) -> moves.add(new Move(lot.id(), Movement.RESERVED, packs)));
            }
        }
        lots.move(moves, cause, 0);
    }

    /** Gives promised packs back. */
    public void release(String location, List<StockLine> lines, String cause) {
        List<Lot> moved = lots.lockOf(cause, location);
        Claim claim = lots.claim(cause);
        move(Movement.RELEASED, lines, moved, claim, cause, claim::held);
    }

    /** Promised packs leave the shelf. @throws Refusal CONFLICT {@code not-reserved} when they are no longer promised */
    public void deduct(String location, List<StockLine> lines, String cause) {
        List<Lot> moved = lots.lockOf(cause, location);
        Claim claim = lots.claim(cause);
        merged(lines).forEach(line -> requirePromised(line, FirstExpired.of(line.variant(), moved), claim));
        move(Movement.DEDUCTED, lines, moved, claim, cause, claim::held);
    }

    /** Packs that left the shelf lie in their lots again. */
    public void takeBack(String location, List<StockLine> lines, String cause) {
        List<Lot> moved = lots.lockOf(cause, location);
        Claim claim = lots.claim(cause);
        move(Movement.RETURNED, lines, moved, claim, cause, claim::gone);
    }

    /**
     * The delivery moves to another day: packs that do not outlive it are exchanged for others that do, whether they
     * were only promised or have left the shelf. When they all do, nothing changes but that those which expire
     * first go first.
     *
     * @throws Refusal CONFLICT {@code out-of-stock} as {@link #reserve}
     */
    public void redate(String location, List<StockLine> lines, String cause, LocalDate newDay) {
        List<Lot> all = lots.lockFor(cause, location, variants(lines), newDay);
        Claim claim = lots.claim(cause);
        List<Move> moves = new ArrayList<>();
        for (StockLine line : merged(lines)) {
            boolean promised = FirstExpired.of(line.variant(), all).stream().anyMatch(lot -> claim.held(lot.id()) > 0);
            boolean deducted = FirstExpired.of(line.variant(), all).stream().anyMatch(lot -> claim.gone(lot.id()) > 0);
            if (promised || deducted) {
                exchange(line, all, newDay, promised ? claim::held : claim::gone, deducted, moves);
            }
        }
        lots.move(moves, cause, claim.round() + 1);
    }

    /** @return whether all packs that a cause holds or took are still good after a day */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public boolean outlives(String cause, LocalDate day) {
        return lots.soonestExpiry(cause).map(day::isBefore).orElse(true);
    }

    /** @return packs that can be promised for a delivery day, by variant; variants that are not kept there are absent */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public Map<UUID, Integer> available(String location, Collection<UUID> variants, LocalDate deliveryDay) {
        return jdbc
                .sql("""
                select i.variant_id, coalesce(sum(l.on_hand - l.reserved), 0)::int as available
                from location p join inventory i on i.location_id = p.id
                left join stock_lot l on l.variant_id = i.variant_id and l.location_id = i.location_id
                  and l.on_hand > 0 and (l.expires_on is null or l.expires_on > ?)
                where p.code = ? and i.variant_id = any(?) group by i.variant_id""")
                .params(Date.valueOf(deliveryDay), location, variants.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("variant_id", UUID.class), row.getInt("available")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Those that are good for today at least, as {@link #available(String, Collection, LocalDate)}. */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public Map<UUID, Integer> available(String location, Collection<UUID> variants) {
        return available(location, variants, today());
    }

    /** @return packs that left the shelf on a day of the last four weeks, on average */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public BigDecimal usedPerDay(String location, UUID variant) {
        return ledger.usedPerDay(location, variant, clock.instant());
    }

    /** @return what lies where, of all variants at all locations */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public List<StockLevel> levels() {
        return ledger.levels(today());
    }

    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public List<Location> locations() {
        return jdbc.sql("select id, code, name, latitude, longitude from location order by kind desc, name")
                .query(Location.class)
                .list();
    }

    /** @return lots whose counts are not the sums of their movements: none, unless something is broken */
    @Transactional(readOnly = true, propagation = Propagation.REQUIRED)
    public List<StockLevel> disagreements() {
        return ledger.disagreements();
    }

    private void move(
            Movement kind,
            List<StockLine> lines,
            List<Lot> moved,
            Claim claim,
            String cause,
            ToIntFunction<UUID> claimed) {
        List<Move> moves = new ArrayList<>();
        for (StockLine line : merged(lines)) {
            FirstExpired.take(
                            line.quantity(),
                            FirstExpired.of(line.variant(), moved),
                            lot -> claim.isDone(lot.id(), kind) ? 0 : claimed.applyAsInt(lot.id()))
                    .forEach((lot, packs) -> moves.add(new Move(lot.id(), kind, packs)));
        }
        lots.move(moves, cause, claim.round());
    }

    private static void requirePromised(StockLine line, List<Lot> moved, Claim claim) {
        int promised = moved.stream()
                .mapToInt(lot -> claim.held(lot.id()) + claim.gone(lot.id()))
                .sum();
        if (promised < line.quantity() && moved.stream().noneMatch(lot -> claim.isDone(lot.id(), Movement.DEDUCTED))) {
            throw Refusal.conflict("not-reserved", "The packs of this order are no longer set aside for it.")
                    .with("variant", line.variant());
        }
    }

    private static void exchange(
            StockLine line,
            List<Lot> all,
            LocalDate newDay,
            ToIntFunction<UUID> claimed,
            boolean deducted,
            List<Move> moves) {
        List<Lot> fresh = all.stream().filter(lot -> lot.outlives(newDay)).toList();
        Map<Lot, Integer> taken = FirstExpired.allOf(line, fresh, lot -> lot.free() + claimed.applyAsInt(lot.id()));
        for (Lot lot : FirstExpired.of(line.variant(), all)) {
            int more = taken.getOrDefault(lot, 0) - claimed.applyAsInt(lot.id());
            if (more > 0) {
                moves.add(new Move(lot.id(), Movement.RESERVED, more));
            }
            if (more > 0 && deducted) {
                moves.add(new Move(lot.id(), Movement.DEDUCTED, more));
            }
            if (more < 0) {
                moves.add(new Move(lot.id(), deducted ? Movement.RETURNED : Movement.RELEASED, -more));
            }
        }
    }

    /** A variant named twice is one line. */
    private static List<StockLine> merged(List<StockLine> lines) {
        return lines.stream()
                .collect(Collectors.groupingBy(StockLine::variant, Collectors.summingInt(StockLine::quantity)))
                .entrySet()
                .stream()
                .map(line -> new StockLine(line.getKey(), line.getValue()))
                .toList();
    }

    private static List<UUID> variants(List<StockLine> lines) {
        return lines.stream().map(StockLine::variant).toList();
    }

    private LocalDate today() {
        return business.dayOf(clock.instant());
    }
}
