package app.orchard.replenishment;

import app.orchard.engine.Engine;
import app.orchard.engine.EngineMessage;
import app.orchard.inventory.Inventory;
import app.orchard.inventory.Receipt;
import app.orchard.inventory.StockKeeping;
import app.orchard.inventory.StockLevel;
import app.orchard.processes.ProcessMessages;
import app.orchard.shared.Business;
import app.orchard.shared.Changes;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Starts a process for what runs low, one at a time for the same packs and location, and books what came. */
@Service
@Transactional
public class Replenishments {

    private static final Logger log = LoggerFactory.getLogger(Replenishments.class);

    private final ReplenishmentTable table;
    private final Inventory inventory;
    private final StockKeeping stock;
    private final Market market;
    private final Engine engine;
    private final Changes changes;
    private final Business business;
    private final Clock clock;

    Replenishments(
            ReplenishmentTable table,
            Inventory inventory,
            StockKeeping stock,
            Market market,
            Engine engine,
            Changes changes,
            Business business,
            Clock clock) {
        this.table = table;
        this.inventory = inventory;
        this.stock = stock;
        this.market = market;
        this.engine = engine;
        this.changes = changes;
        this.business = business;
        this.clock = clock;
    }

    /** What has to be ordered, the most urgent first. */
    @Transactional(readOnly = true)
    public List<Replenishment> open(Staff by) {
        by.require(Role.PACKER);
        return table.open();
    }

    /** Compares levels and what is open: starts what is missing, ends what is no longer needed. */
    void check() {
        if (!table.isMyTurn()) {
            return;
        }
        List<Replenishment> open = table.open();
        List<StockLevel> levels = inventory.levels();
        levels.stream()
                .filter(StockLevel::isLow)
                .filter(level -> find(open, level).isEmpty() && !table.endedLately(level.variant(), level.location()))
                .forEach(this::start);
        levels.stream()
                .filter(level -> !level.isLow())
                .forEach(level -> find(open, level).ifPresent(this::endByItself));
    }

    /** Asked again, it answers the same. @return until when to order */
    Instant plan(UUID id, long instanceKey) {
        Replenishment one = table.lock(id);
        if (one.orderBefore() != null) {
            return one.orderBefore();
        }
        Market.Day day = market.next();
        StockLevel level = inventory.levels().stream()
                .filter(each ->
                        each.variant().equals(one.variant()) && each.location().equals(one.location()))
                .findFirst()
                .orElseThrow();
        Need need = Need.of(
                inventory.usedPerDay(one.location(), one.variant()),
                today(),
                day.date(),
                level.available(),
                level.lowBelow());
        table.plan(id, instanceKey, need, day.orderBefore());
        changes.announce("stock");
        return day.orderBefore();
    }

    void reportDelay(UUID id) {
        Replenishment one = table.lock(id);
        if (table.markLate(id)) {
            log.warn("Nobody ordered in time. {}", one.sentence());
            changes.announce("stock");
            changes.announce("tasks");
        }
    }

    /** @return what the process at this task is about */
    @Transactional(readOnly = true)
    Optional<Replenishment> ofInstance(long instanceKey) {
        return table.ofInstance(instanceKey);
    }

    /**
     * What came lies on the shelf.
     *
     * @param expiresOn the first day on which it is no longer good
     * @throws Refusal CONFLICT {@code replenishment-ended} when it came in otherwise
     */
    void receive(UUID id, int packs, String lot, @Nullable LocalDate expiresOn, String note, Staff by) {
        by.require(Role.FOUNDER);
        Replenishment one = table.lockOpen(id);
        stock.receive(
                one.location(), List.of(new Receipt(one.variant(), packs, lot, expiresOn)), "replenishment:" + id, by);
        table.end(id, "RECEIVED", packs, note, by.name());
    }

    /** Nothing will come; for a while nobody is asked again. */
    void drop(UUID id, String note, Staff by) {
        by.require(Role.FOUNDER);
        table.lockOpen(id);
        table.end(id, "DROPPED", null, note, by.name());
        changes.announce("stock");
    }

    private void start(StockLevel level) {
        UUID id = TimeOrderedId.next();
        table.start(id, level.variant(), level.location());
        publish(ProcessMessages.STOCK_LOW, id, Map.of("replenishmentId", id.toString()));
    }

    private void endByItself(Replenishment open) {
        table.end(open.id(), "NO_LONGER_NEEDED", null, null, null);
        publish(ProcessMessages.STOCK_REPLENISHED, open.id(), Map.of());
    }

    private void publish(String message, UUID id, Map<String, ?> variables) {
        engine.publish(new EngineMessage(message, id.toString(), message + ":" + id, variables, id.toString()));
        changes.announce("stock");
    }

    private static Optional<Replenishment> find(List<Replenishment> open, StockLevel level) {
        return open.stream()
                .filter(each -> each.variant().equals(level.variant())
                        && each.location().equals(level.location()))
                .findFirst();
    }

    private LocalDate today() {
        return business.dayOf(clock.instant());
    }
}
