package app.orchard.console.money;

import app.orchard.console.Facts;
import app.orchard.console.Pages;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.settlement.DailySettlement;
import app.orchard.settlement.SettlementDay;
import app.orchard.settlement.SettlementLine;
import app.orchard.shared.Money;
import app.orchard.staff.Staff;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One day and way of paying; what makes it up is read when it is opened. */
class SettlementRow extends Div {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEE d MMM yyyy", Locale.ENGLISH);

    SettlementRow(SettlementDay day, DailySettlement settlement, Staff founder) {
        addClassNames("block", "settlement-row");
        getElement().setAttribute("data-day", day.day() + ":" + day.method());
        Div head = new Div(
                new H2(DAY.format(day.day()) + " · " + Text.of("method", day.method())),
                new Tag(day.inWords(), tone(day)));
        head.addClassName("row-head");
        add(head, sums(day), orders(day, settlement, founder));
    }

    private static Tag.Tone tone(SettlementDay day) {
        if (!day.difference().isZero()) {
            return Tag.Tone.BAD;
        }
        return day.onItsWay().isZero() ? Tag.Tone.GOOD : Tag.Tone.BUSY;
    }

    private static Facts sums(SettlementDay day) {
        Facts sums = new Facts();
        sums.addClassName("columns");
        return sums.with(Text.of("settlement.expected"), money(day.expected()))
                .with(Text.of("settlement.captured"), money(day.captured()))
                .with(Text.of("settlement.fees"), money(day.fees()))
                .with(Text.of("settlement.refunded"), money(day.refunded()))
                .with(Text.of("settlement.settled"), money(day.settled()))
                .with(Text.of("settlement.onItsWay"), money(day.onItsWay()))
                .with(Text.of("settlement.difference"), money(day.difference()));
    }

    private static Component money(Money money) {
        Span span = new Span(money.format());
        span.addClassName("money");
        return span;
    }

    private static Details orders(SettlementDay day, DailySettlement settlement, Staff founder) {
        UnorderedList lines = new UnorderedList();
        lines.addClassName("cash-orders");
        Details details = new Details(Text.of("settlement.orders"), lines);
        details.addOpenedChangeListener(change -> {
            if (change.isOpened() && lines.getComponentCount() == 0) {
                settlement.lines(day.day(), day.method(), founder).forEach(line -> lines.add(item(line)));
            }
        });
        return details;
    }

    private static ListItem item(SettlementLine line) {
        Component what =
                line.order() == null ? new Span(line.what()) : new Anchor(Pages.order(line.order()), line.what());
        Money moved = line.order() == null
                ? line.sums().difference()
                : line.sums().captured().minus(line.sums().refunded());
        return new ListItem(what, new Span(line.sums().inWords()), money(moved));
    }
}
