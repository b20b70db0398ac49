package app.orchard.delivery;

import static org.awaitility.Awaitility.await;

import app.orchard.processes.Elements;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import app.orchard.task.Task;
import app.orchard.task.Tasks;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The founder and a driver, who see to it that a packed order leaves with a run of its slot. */
@TestComponent
public class Departure {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Runs runs;
    private final Tasks tasks;
    private final StaffAccounts accounts;
    private final JdbcClient jdbc;

    Departure(Runs runs, Tasks tasks, StaffAccounts accounts, JdbcClient jdbc) {
        this.runs = runs;
        this.tasks = tasks;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    /** What else is packed for that slot leaves with it. */
    public void of(OrderId order, String driver) {
        await().atMost(PATIENCE).until(() -> {
            try {
                return hasLeft(order, driver);
            } catch (Refusal changedMeanwhile) {
                return false;
            }
        });
    }

    private boolean hasLeft(OrderId order, String driver) {
        Staff founder = accounts.withRole(Role.FOUNDER).getFirst();
        if (isOnTheWay(order)) {
            return true;
        }
        RunRow run = runs.all(founder).stream()
                .filter(row -> row.slot().equals(slot(order)) && row.state().isOpen())
                .findFirst()
                .orElseThrow();
        List<TourView> tours = runs.get(run.id(), founder).tours();
        switch (run.state()) {
            case COLLECTING -> runs.close(run.id(), founder);
            case PLANNED -> {
                tours.forEach(tour -> runs.give(tour.id(), driver, founder));
                complete(Elements.APPROVE_RUN, run.id(), Map.of("decision", "approve"), founder);
            }
            default ->
                tours.stream()
                        .filter(tour -> has(tour, order))
                        .forEach(tour -> complete(
                                Elements.START_TOUR,
                                tour.id(),
                                Map.of(),
                                accounts.byLogin(driver).orElseThrow()));
        }
        return false;
    }

    private void complete(String element, UUID subject, Map<String, Object> values, Staff by) {
        Optional<Task> task = tasks.inbox(by, 1000).stream()
                .filter(open ->
                        open.element().equals(element) && subject.toString().equals(open.subject()))
                .findFirst();
        task.ifPresent(open -> tasks.complete(open.key(), values, by));
    }

    private static boolean has(TourView tour, OrderId order) {
        return tour.state() == TourState.APPROVED
                && tour.stops().stream().anyMatch(stop -> stop.order().equals(order));
    }

    private boolean isOnTheWay(OrderId order) {
        return jdbc.sql("select exists (select from delivery_stop where order_id = ? and state = 'ON_THE_WAY')")
                .param(order.value())
                .query(Boolean.class)
                .single();
    }

    private UUID slot(OrderId order) {
        return jdbc.sql("select slot_id from sales_order where id = ?")
                .param(order.value())
                .query(UUID.class)
                .single();
    }
}
