package app.orchard.console.inbox;

import app.orchard.console.Pages;
import app.orchard.console.Times;
import app.orchard.order.OrderView;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** What was done, by whom and when; the way to its order. */
class DoneList extends UnorderedList {

    DoneList() {
        addClassName("done-list");
    }

    void show(List<Entries.Done> done, Times times) {
        removeAll();
        done.forEach(each -> add(row(each, times)));
    }

    private static ListItem row(Entries.Done done, Times times) {
        Span name = new Span(done.task().name());
        name.addClassName("row-title");
        Div head = new Div(name);
        head.addClassName("row-head");
        OrderView order = done.order();
        if (order != null) {
            Anchor link = new Anchor(Pages.order(order.id()), order.number());
            link.addClassName("number");
            head.add(link);
        }
        Span who = new Span(done.task().by() + " · " + times.at(done.task().at()));
        who.addClassName("who");
        return new ListItem(head, who);
    }
}
