package app.orchard.console.inbox;

import app.orchard.console.Counter;
import app.orchard.console.Feed;
import app.orchard.console.Pages;
import app.orchard.order.OrderView;
import app.orchard.order.Orders;
import app.orchard.payment.PaymentView;
import app.orchard.payment.Payments;
import app.orchard.shared.OrderId;
import app.orchard.staff.Staff;
import app.orchard.task.DoneTask;
import app.orchard.task.Task;
import app.orchard.task.Tasks;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads tasks together with their orders. */
@Service
public class Entries implements Counter {

    /** More than this nobody works through before the list is fresh again. */
    private static final int MOST = 200;

    private static final int MOST_DONE = 100;

    /** A task that was done, and its order. */
    record Done(DoneTask task, @Nullable OrderView order) {}

    private record Key(String what, String who) {}

    private final Tasks tasks;
    private final Orders orders;
    private final Payments payments;

    Entries(Tasks tasks, Orders orders, Payments payments) {
        this.tasks = tasks;
        this.orders = orders;
        this.payments = payments;
    }

    /** What needs this person, the most urgent first, and then what they put off. */
    Feed<List<Entry>> inbox(Staff staff) {
        return new Feed<>(new Key(Pages.INBOX, staff.login()), "tasks"::equals, () -> {
            List<Task> open = new ArrayList<>(tasks.inbox(staff, MOST));
            open.addAll(tasks.snoozed(staff, MOST));
            return entries(open, staff);
        });
    }

    /** What was done lately. */
    Feed<List<Done>> done(Staff staff) {
        return new Feed<>(new Key("done", staff.login()), "tasks"::equals, () -> {
            List<DoneTask> done = tasks.done(staff, MOST_DONE);
            Map<OrderId, OrderView> known = orders.all(
                    done.stream()
                            .map(DoneTask::orderId)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList(),
                    staff);
            return done.stream()
                    .map(task -> new Done(task, known.get(task.orderId())))
                    .toList();
        });
    }

    /** @throws app.orchard.shared.Refusal when it is gone, done, or not theirs */
    public Entry get(long key, Staff staff) {
        return entries(List.of(tasks.get(key, staff)), staff).getFirst();
    }

    @Override
    public String page() {
        return Pages.INBOX;
    }

    @Override
    public Feed<Integer> feed(Staff staff) {
        return new Feed<>(new Key("count", staff.login()), "tasks"::equals, () -> tasks.count(staff));
    }

    private List<Entry> entries(List<Task> open, Staff staff) {
        List<OrderId> ids = open.stream()
                .map(Task::orderId)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        Map<OrderId, OrderView> known = orders.all(ids, staff);
        Map<OrderId, PaymentView> paid = payments.of(ids);
        return open.stream()
                .map(task -> new Entry(
                        task,
                        known.get(task.orderId()),
                        paid.get(task.orderId()),
                        tasks.about(task).orElse(""),
                        tasks.form(task.key())))
                .toList();
    }
}
