package app.orchard.console.deliveries;

import app.orchard.console.Counter;
import app.orchard.console.Feed;
import app.orchard.console.Pages;
import app.orchard.delivery.Runs;
import app.orchard.delivery.Stop;
import app.orchard.delivery.Stops;
import app.orchard.delivery.Tours;
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

/** The tours of a driver together with the tasks that start them and end their stops. */
@Service
class Round implements Counter {

    private static final int MOST = 500;
    private static final Set<String> ELEMENTS = Set.of(Elements.DELIVER_ORDER, Elements.START_TOUR);
    private static final Set<String> TOPICS = Set.of("tasks", "orders", Runs.TOPIC);

    private record Key(String what, String driver) {}

    private final Stops stops;
    private final Tours tours;
    private final Tasks tasks;

    Round(Stops stops, Tours tours, Tasks tasks) {
        this.stops = stops;
        this.tours = tours;
        this.tasks = tasks;
    }

    Feed<List<TourStops>> of(Staff driver) {
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

    private List<TourStops> read(Staff driver) {
        List<Task> open = tasks.inbox(ELEMENTS, driver, MOST);
        Map<OrderId, Task> byOrder = new HashMap<>();
        Map<String, Task> byTour = new HashMap<>();
        for (Task task : open) {
            OrderId order = task.orderId();
            if (order != null) {
                byOrder.put(order, task);
            } else {
                byTour.put(String.valueOf(task.subject()), task);
            }
        }
        List<Stop> doors = stops.of(driver);
        return tours.of(driver).stream()
                .map(tour -> new TourStops(
                        tour,
                        byTour.get(tour.id().toString()),
                        doors.stream()
                                .filter(stop -> stop.tour().equals(tour.id()))
                                .map(stop -> new StopTask(stop, byOrder.get(stop.order())))
                                .toList()))
                .toList();
    }
}
