package app.orchard.console.orders;

import app.orchard.console.Feed;
import app.orchard.console.orders.OrderFacts.RunPicture;
import app.orchard.customer.Customers;
import app.orchard.delivery.Evidence;
import app.orchard.delivery.EvidenceStore;
import app.orchard.engine.EngineHistory;
import app.orchard.messaging.Messages;
import app.orchard.order.OrderView;
import app.orchard.order.Orders;
import app.orchard.order.Timeline;
import app.orchard.payment.Payments;
import app.orchard.refund.RefundRequests;
import app.orchard.shared.OrderId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.task.Tasks;
import com.vaadin.flow.server.streams.DownloadResponse;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Gathers what is known of an order from all who know something. */
@Service
class OrderReading {

    private final Orders orders;
    private final Customers customers;
    private final Payments payments;
    private final RefundRequests refunds;
    private final Timeline timeline;
    private final Messages messages;
    private final EvidenceStore evidence;
    private final Tasks tasks;
    private final EngineHistory history;

    OrderReading(
            Orders orders,
            Customers customers,
            Payments payments,
            RefundRequests refunds,
            Timeline timeline,
            Messages messages,
            EvidenceStore evidence,
            Tasks tasks,
            EngineHistory history) {
        this.orders = orders;
        this.customers = customers;
        this.payments = payments;
        this.refunds = refunds;
        this.timeline = timeline;
        this.messages = messages;
        this.evidence = evidence;
        this.tasks = tasks;
        this.history = history;
    }

    /** @throws app.orchard.shared.Refusal NOT_FOUND */
    String number(OrderId id, Staff staff) {
        return orders.get(id, staff).number();
    }

    Feed<OrderFacts> feed(OrderId id, Staff staff) {
        String own = "order:" + id;
        Set<String> topics = Set.of(own, "tasks", "messages", "incidents");
        return new Feed<>(own, topics::contains, () -> read(id, staff));
    }

    /** A picture of a door. @throws app.orchard.shared.Refusal NOT_FOUND */
    DownloadResponse picture(Evidence shown, Staff staff) {
        byte[] picture = evidence.picture(shown.id(), staff);
        return new DownloadResponse(
                new ByteArrayInputStream(picture), shown.id() + ".jpg", "image/jpeg", picture.length);
    }

    /** @throws app.orchard.shared.Refusal NOT_FOUND */
    private OrderFacts read(OrderId id, Staff staff) {
        OrderView order = orders.get(id, staff);
        List<RunPicture> runs = history.ofOrder(id).stream()
                .map(run -> new RunPicture(run, history.diagram(run.key())))
                .toList();
        return new OrderFacts(
                order,
                order.customer() == null ? null : customers.contact(order.customer()),
                payments.of(id).orElse(null),
                refunds.of(id),
                timeline.of(id),
                messages.ofOrder(id),
                staff.is(Role.FOUNDER) ? evidence.of(id, staff) : List.of(),
                tasks.ofOrder(id),
                runs,
                history.openIncidentsOf(id));
    }
}
