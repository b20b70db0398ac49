package app.orchard.insight;

import app.orchard.inventory.Inventory;
import app.orchard.inventory.StockLevel;
import app.orchard.order.OrderStatus;
import app.orchard.settlement.CashCustody;
import app.orchard.settlement.CashHolder;
import app.orchard.shared.Business;
import app.orchard.shared.Money;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.task.Tasks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The founder's day. Reads a fixed number of statements, however much there is. */
@Service
@Transactional(readOnly = true)
public class Today {

    private static final int DAYS_OF_SLOTS = 14;
    private static final Set<OrderStatus> ENDED =
            Set.of(OrderStatus.DELIVERED, OrderStatus.RETURNED, OrderStatus.CANCELLED, OrderStatus.EXPIRED);

    private final Tasks tasks;
    private final Inventory inventory;
    private final Slots slots;
    private final CashCustody cash;
    private final Sales sales;
    private final JdbcClient jdbc;
    private final Business business;
    private final Clock clock;

    Today(
            Tasks tasks,
            Inventory inventory,
            Slots slots,
            CashCustody cash,
            Sales sales,
            JdbcClient jdbc,
            Business business,
            Clock clock) {
        this.tasks = tasks;
        this.inventory = inventory;
        this.slots = slots;
        this.cash = cash;
        this.sales = sales;
        this.jdbc = jdbc;
        this.business = business;
        this.clock = clock;
    }

    public TodayFacts look(Staff by) {
        by.require(Role.FOUNDER);
        Instant now = clock.instant();
        LocalDate day = business.dayOf(now);
        List<Slot> coming = slots.between(start(day), start(day.plusDays(DAYS_OF_SLOTS)));
        List<CashHolder> carriers = cash.holders(by);
        return new TodayFacts(
                day,
                tasks.load(now, start(day.plusDays(1)), by),
                (int) inventory.levels().stream().filter(StockLevel::isLow).count(),
                (int) coming.stream().filter(slot -> isFull(slot, now)).count(),
                carriers.stream().map(CashHolder::amount).reduce(Money.ZERO, Money::plus),
                carriers.size(),
                on(coming, start(day.plusDays(2)), now),
                sales.takings(now, by));
    }

    /** Nothing fits any more, though orders are still taken. */
    private static boolean isFull(Slot slot, Instant now) {
        boolean taking = slot.closedBecause() == null && now.isBefore(slot.cutoffAt());
        return taking && slot.whyShutAt(now) != null;
    }

    private List<SlotToday> on(List<Slot> coming, Instant until, Instant now) {
        List<Slot> near =
                coming.stream().filter(slot -> slot.startsAt().isBefore(until)).toList();
        Map<UUID, SortedMap<OrderStatus, Integer>> steps = steps(near);
        return near.stream()
                .map(slot -> new SlotToday(slot, steps.getOrDefault(slot.id(), Collections.emptySortedMap())))
                .filter(on -> now.isBefore(on.slot().endsAt())
                        || !ENDED.containsAll(on.steps().keySet()))
                .toList();
    }

    private record Step(UUID slotId, OrderStatus status, int orders) {}

    private Map<UUID, SortedMap<OrderStatus, Integer>> steps(List<Slot> near) {
        return jdbc.sql("""
                select slot_id, status, count(*)::int as orders from sales_order
                where slot_id = any(?) and status not in ('CANCELLED', 'EXPIRED') group by slot_id, status""").param(near.stream().map(Slot::id).toArray(UUID[]::new)).query(Step.class).list().stream()
                .collect(Collectors.groupingBy(
                        Step::slotId, Collectors.toMap(Step::status, Step::orders, Integer::sum, TreeMap::new)));
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(business.zone()).toInstant();
    }
}
