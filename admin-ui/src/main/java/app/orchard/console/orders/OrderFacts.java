package app.orchard.console.orders;

import app.orchard.customer.Contact;
import app.orchard.delivery.Evidence;
import app.orchard.engine.Diagram;
import app.orchard.engine.Incident;
import app.orchard.engine.ProcessRun;
import app.orchard.messaging.MessageView;
import app.orchard.order.OrderView;
import app.orchard.order.TimelineEntry;
import app.orchard.payment.PaymentView;
import app.orchard.refund.RefundRequestView;
import app.orchard.task.Task;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything the page of one order shows, read at one moment. */
record OrderFacts(
        OrderView order,
        @Nullable Contact customer,
        @Nullable PaymentView payment,
        List<RefundRequestView> refunds,
        List<TimelineEntry> timeline,
        List<MessageView> messages,
        List<Evidence> evidence,
        List<Task> tasks,
        List<RunPicture> runs,
        List<Incident> incidents) {

    /** A process of the order, and how to draw it. */
    record RunPicture(ProcessRun run, Diagram diagram) {}
}
