package app.orchard.console.orders;

import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.console.Toast;
import app.orchard.engine.Engine;
import app.orchard.engine.Incident;
import app.orchard.messaging.MessageView;
import app.orchard.messaging.Messages;
import app.orchard.order.Cancellations;
import app.orchard.order.Fault;
import app.orchard.order.OrderStatus;
import app.orchard.order.OrderView;
import app.orchard.order.Rescheduling;
import app.orchard.payment.PaymentView;
import app.orchard.refund.CancellationCosts;
import app.orchard.refund.RefundRequests;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.radiobutton.RadioButtonGroup;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.textfield.TextArea;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What can be done to an order now. */
@Service
class OrderActions {

    private static final int LONGEST_REASON = 200;

    private final Cancellations cancellations;
    private final Rescheduling rescheduling;
    private final Slots slots;
    private final CancellationCosts costs;
    private final RefundRequests refunds;
    private final Engine engine;
    private final Messages messages;
    private final Times times;
    private final Clock clock;

    OrderActions(
            Cancellations cancellations,
            Rescheduling rescheduling,
            CancellationCosts costs,
            RefundRequests refunds,
            Slots slots,
            Engine engine,
            Messages messages,
            Times times,
            Clock clock) {
        this.cancellations = cancellations;
        this.rescheduling = rescheduling;
        this.slots = slots;
        this.costs = costs;
        this.refunds = refunds;
        this.engine = engine;
        this.messages = messages;
        this.times = times;
        this.clock = clock;
    }

    boolean canCancel(OrderView order, Staff staff) {
        return staff.is(Role.FOUNDER) && order.status().compareTo(OrderStatus.OUT_FOR_DELIVERY) < 0;
    }

    /** Something came in that is still here. */
    boolean canRefund(@Nullable PaymentView payment, Staff staff) {
        boolean may = staff.is(Role.FOUNDER) || staff.is(Role.PACKER) || staff.is(Role.STALL);
        return may
                && payment != null
                && payment.captured().minus(payment.refunded()).isPositive();
    }

    void askToRefund(OrderView order, Staff staff) {
        new RefundDialog(refunds, order, staff).open();
    }

    /** Asks for the reason and says what will follow. */
    void askToCancel(OrderView order, Staff staff) {
        Dialog dialog = new Dialog(Text.of("cancel.title", order.number()));
        dialog.addClassName("ask");
        TextArea reason = new TextArea(Text.of("cancel.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        RadioButtonGroup<Fault> wish = new RadioButtonGroup<>(Text.of("cancel.wish"));
        wish.setItems(Fault.SHOP, Fault.CUSTOMER);
        wish.setItemLabelGenerator(fault -> Text.of("fault", fault));
        Paragraph cost = new Paragraph();
        cost.addClassName("cancel-cost");
        wish.addValueChangeListener(change -> cost.setText(cost(order, change.getValue(), staff)));
        wish.setValue(Fault.SHOP);
        Button cancel = new Button(Text.of("cancel.do"), click -> {
            cancellations.byStaff(order.id(), reason.getValue().strip(), wish.getValue(), staff);
            dialog.close();
            Toast.done(Text.of("cancel.done", order.number()));
        });
        cancel.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        Button keep = new Button(Text.of("cancel.keep"), click -> dialog.close());
        dialog.add(new Paragraph(Text.of("cancel.consequence")), wish, cost, reason);
        dialog.getFooter().add(keep, cancel);
        dialog.open();
        reason.focus();
    }

    boolean canReschedule(OrderView order, Staff staff) {
        return staff.is(Role.FOUNDER) && rescheduling.isPossible(order);
    }

    /** Offers the other times that still take orders. */
    void askToReschedule(OrderView order, Staff staff) {
        Dialog dialog = new Dialog(Text.of("reschedule.title", order.number()));
        dialog.addClassName("ask");
        Select<Slot> slot = new Select<>();
        slot.setLabel(Text.of("reschedule.slot"));
        slot.setWidthFull();
        slot.setItems(slots.upcoming(order.zone()).stream()
                .filter(each ->
                        each.isOpenAt(clock.instant()) && !each.startsAt().equals(order.slotStartsAt()))
                .toList());
        slot.setItemLabelGenerator(each -> times.slot(each.startsAt(), each.endsAt()));
        Button move = new Button(Text.of("reschedule.do"), click -> {
            if (slot.getValue() != null) {
                rescheduling.byStaff(order.id(), slot.getValue().id(), staff);
                dialog.close();
                Toast.done(Text.of("reschedule.done", order.number()));
            }
        });
        move.addThemeVariants(ButtonVariant.PRIMARY);
        Button keep = new Button(Text.of("task.close"), click -> dialog.close());
        dialog.add(new Paragraph(Text.of("reschedule.consequence")), slot);
        dialog.getFooter().add(keep, move);
        dialog.open();
    }

    private String cost(OrderView order, Fault fault, Staff staff) {
        return costs.forStaff(order.id(), fault, staff)
                .filter(cost -> cost.paid().isPositive())
                .map(cost ->
                        Text.of("cancel.cost", cost.back().format(), cost.kept().format(), cost.reason()))
                .orElse("");
    }

    void resend(MessageView message, Staff staff) {
        messages.resend(message.id(), staff);
        Toast.done(Text.of("failed.resent"));
    }

    void retry(Incident incident, Staff staff) {
        engine.retryIncident(incident.key(), staff);
        Toast.done(Text.of("incident.retried", incident.elementName()));
    }
}
