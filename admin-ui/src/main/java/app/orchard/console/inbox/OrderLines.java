package app.orchard.console.inbox;

import app.orchard.order.OrderLine;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What is in an order, to be packed or handed over. */
class OrderLines extends UnorderedList {

    OrderLines(List<OrderLine> lines) {
        addClassName("order-lines");
        for (OrderLine line : lines) {
            Span quantity = new Span(line.quantity() + " ×");
            quantity.addClassName("quantity");
            add(new ListItem(quantity, new Span(line.title())));
        }
    }
}
