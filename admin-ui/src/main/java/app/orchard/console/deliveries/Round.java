package app.orchard.console.deliveries;

import app.orchard.console.Counter;
import app.orchard.console.Feed;
import app.orchard.console.Pages;
import app.orchard.delivery.Stops;
import app.orchard.processes.Elements;
import app.orchard.shared.OrderId;
import app.orchard.staff.Staff;
import app.orchard.task.Task;
import app.orchard.task.Tasks;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** The stops of a driver together with the tasks that end them. */
@Service
class Round implements Counter {

    private static final int MOST = 200;
    private static final Set<String> TOPICS = Set.of("tasks", "orders");

    private record Key(String what, String driver) {}

    private final Stops stops;
    private final Tasks tasks;

    Round(Stops stops, Tasks tasks) {
        this.stops = stops;
        this.tasks = tasks;
    }

    Feed<List<StopTask>> of(Staff driver) {
        return new Feed<>(new Key(Pages.DELIVERIES, driver.login()), TOPICS::contains, () -> read(driver));
    }

    @Override
    public String page() {
        return Pages.DELIVERIES;
    }

    @Override
    public Feed<Integer> feed(Staff driver) {
        return new Feed<>(
                new Key("stops", driver.login()),
                TOPICS::contains,
                () -> stops.of(driver).size());
    }

    private List<StopTask> read(Staff driver) {
        Map<OrderId, Task> byOrder = new HashMap<>();
        for (Task task : tasks.inbox(driver, MOST)) {
            OrderId order = task.orderId();
            if (order != null && task.element().equals(Elements.DELIVER_ORDER)) {
                byOrder.put(order, task);
            }
        }
        return stops.of(driver).stream()
                .map(stop -> new StopTask(stop, byOrder.get(stop.order())))
                .toList();
    }
}
