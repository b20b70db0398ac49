package app.orchard.console.calendar;

import app.orchard.console.Pages;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.order.OrderRow;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** The orders that stay on days that were closed. */
class BookedDialog extends Dialog {

    BookedDialog(List<OrderRow> orders, Times times) {
        super(Text.of("booked.title", orders.size()));
        addClassNames("ask", "task-dialog");
        UnorderedList rows = new UnorderedList();
        rows.addClassName("booked");
        orders.forEach(order -> rows.add(new ListItem(
                new Anchor(Pages.order(order.id()), order.number()),
                new Span(order.customer()),
                new Span(times.slot(order.slotStartsAt(), order.slotEndsAt())),
                Tag.of(order.status()))));
        add(new Paragraph(Text.of("booked.hint")), rows);
        getFooter().add(new Button(Text.of("task.close"), click -> close()));
    }
}
