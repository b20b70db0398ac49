package app.orchard.console.orders;

import app.orchard.console.Text;
import app.orchard.console.Toast;
import app.orchard.engine.Engine;
import app.orchard.engine.Incident;
import app.orchard.order.Cancellations;
import app.orchard.order.OrderStatus;
import app.orchard.order.OrderView;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.textfield.TextArea;
import org.springframework.stereotype.Service;

/** What can be done to an order now. */
@Service
class OrderActions {

    private static final int LONGEST_REASON = 200;

    private final Cancellations cancellations;
    private final Engine engine;

    OrderActions(Cancellations cancellations, Engine engine) {
        this.cancellations = cancellations;
        this.engine = engine;
    }

    boolean canCancel(OrderView order, Staff staff) {
        return staff.is(Role.FOUNDER) && order.status().compareTo(OrderStatus.OUT_FOR_DELIVERY) < 0;
    }

    /** Asks for the reason and says what will follow. */
    void askToCancel(OrderView order, Staff staff) {
        Dialog dialog = new Dialog(Text.of("cancel.title", order.number()));
        dialog.addClassName("ask");
        TextArea reason = new TextArea(Text.of("cancel.reason"));
        reason.setMaxLength(LONGEST_REASON);
        reason.setWidthFull();
        Button cancel = new Button(Text.of("cancel.do"), click -> {
            cancellations.byStaff(order.id(), reason.getValue().strip(), staff);
            dialog.close();
            Toast.done(Text.of("cancel.done", order.number()));
        });
        cancel.addThemeVariants(ButtonVariant.PRIMARY, ButtonVariant.ERROR);
        Button keep = new Button(Text.of("cancel.keep"), click -> dialog.close());
        dialog.add(new Paragraph(Text.of("cancel.consequence")), reason);
        dialog.getFooter().add(keep, cancel);
        dialog.open();
        reason.focus();
    }

    void retry(Incident incident, Staff staff) {
        engine.retryIncident(incident.key(), staff);
        Toast.done(Text.of("incident.retried", incident.elementName()));
    }
}
