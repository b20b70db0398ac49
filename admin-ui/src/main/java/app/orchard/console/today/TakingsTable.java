package app.orchard.console.today;

import app.orchard.console.Pages;
import app.orchard.console.Text;
import app.orchard.console.orders.OrderSearch;
import app.orchard.insight.Takings;
import app.orchard.insight.Takings.Sum;
import app.orchard.insight.TodayFacts;
import app.orchard.order.OrderFilter;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import com.vaadin.flow.component.html.Span;
import java.util.Set;
import java.util.function.Function;

/** What was ordered today, through which channel and how it is paid, beside the same weekday. */
class TakingsTable extends NativeTable {

    TakingsTable() {
        addClassName("takings");
    }

    void show(TodayFacts facts) {
        getHead().removeAll();
        getBody().removeAll();
        NativeTableRow head = new NativeTableRow();
        for (String column : new String[] {"what", "orders", "money", "before"}) {
            head.add(new NativeTableHeaderCell(Text.of("today.takings." + column)));
        }
        getHead().add(head);
        for (Takings each : facts.takings()) {
            OrderFilter filter = new OrderFilter(
                    Set.of(), null, null, null, each.channel(), each.method(), null, null, facts.day(), "");
            String name = Text.of("channel", each.channel()) + ", " + Text.of("method", each.method());
            row(
                    new Anchor(Pages.ORDERS + "?" + OrderSearch.write(filter).getQueryString(), name),
                    each.today(),
                    each.before());
        }
        row(new Span(Text.of("today.takings.all")), sum(facts, Takings::today), sum(facts, Takings::before))
                .addClassName("whole");
    }

    private NativeTableRow row(Component name, Sum today, Sum before) {
        NativeTableRow row = new NativeTableRow(
                new NativeTableCell(name),
                number(String.valueOf(today.orders())),
                number(today.money().format()),
                number(Text.of(
                        "today.takings.sum", before.orders(), before.money().format())));
        getBody().add(row);
        return row;
    }

    private static NativeTableCell number(String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.addClassName("money");
        return cell;
    }

    private static Sum sum(TodayFacts facts, Function<Takings, Sum> part) {
        return facts.takings().stream().map(part).reduce(Sum.NOTHING, Sum::plus);
    }
}
