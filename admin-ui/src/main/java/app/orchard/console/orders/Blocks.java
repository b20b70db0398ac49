package app.orchard.console.orders;

import app.orchard.console.OnceButton;
import app.orchard.console.Tag;
import app.orchard.console.Tag.Tone;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.messaging.MessageState;
import app.orchard.messaging.MessageView;
import app.orchard.order.OrderLine;
import app.orchard.order.OrderView;
import app.orchard.order.TimelineEntry;
import app.orchard.order.Totals;
import app.orchard.payment.PaymentView;
import app.orchard.refund.RefundRequestView;
import app.orchard.shared.Money;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.OrderedList;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The parts of an order's page that only show. */
final class Blocks {

    private Blocks() {}

    static Component lines(OrderView order) {
        Div table = new Div();
        table.addClassName("sums");
        for (OrderLine line : order.lines()) {
            table.add(sum(line.quantity() + " × " + line.title(), line.total(), "line"));
        }
        Totals totals = order.totals();
        if (!totals.discount().isZero()) {
            table.add(sum(Text.of("sum.discount"), Money.ZERO.minus(totals.discount()), "part"));
        }
        if (!totals.fee().isZero()) {
            table.add(sum(Text.of("sum.fee"), totals.fee(), "part"));
        }
        table.add(sum(Text.of("sum.total"), totals.total(), "whole"));
        if (!totals.tax().isZero()) {
            table.add(sum(Text.of("sum.tax"), totals.tax(), "aside"));
        }
        return table;
    }

    static Component money(@Nullable PaymentView payment, List<RefundRequestView> refunds, Times times) {
        if (payment == null) {
            return new Paragraph(Text.of("money.none"));
        }
        Tone tone = switch (payment.standing()) {
            case CAPTURED -> Tone.GOOD;
            case CREATED, PENDING, REFUNDED, PARTLY_REFUNDED -> Tone.CALM;
            case ERRORED, UNKNOWN -> Tone.WARNING;
            case FAILED, EXPIRED, CANCELLED -> Tone.BAD;
        };
        Div head = new Div(
                new Span(Text.of("method", payment.way())), new Tag(Text.of("payment", payment.standing()), tone));
        head.addClassName("inline");
        Div table = new Div(
                head,
                sum(Text.of("money.owed"), payment.amount(), "line"),
                sum(Text.of("money.captured"), payment.captured(), "line"),
                sum(Text.of("money.refunded"), payment.refunded(), "line"),
                sum(Text.of("money.kept"), payment.captured().minus(payment.refunded()), "whole"));
        table.addClassName("sums");
        refunds.stream()
                .filter(refund -> !refund.amount().isZero())
                .forEach(refund -> table.add(refund(refund, times)));
        return table;
    }

    private static Component refund(RefundRequestView refund, Times times) {
        Div sum = sum(Text.of("refund", refund.state()), refund.due(), "line");
        Span why = new Span(times.at(refund.askedAt()) + " · " + refund.askedBy() + " · " + refund.note()
                + (refund.decision() == null ? "" : " — " + refund.decision()));
        why.addClassName("when");
        Div block = new Div(sum, why);
        block.addClassName("refund");
        return block;
    }

    static Component timeline(List<TimelineEntry> entries, Times times) {
        OrderedList list = new OrderedList();
        list.addClassName("timeline");
        for (TimelineEntry entry : entries.reversed()) {
            Span when = new Span(times.at(entry.at()) + " · " + entry.actor());
            when.addClassName("when");
            list.add(new ListItem(new Span(entry.sentence()), when));
        }
        return list;
    }

    /** @param resend null for those who may not */
    static Component messages(List<MessageView> messages, Times times, @Nullable Consumer<MessageView> resend) {
        if (messages.isEmpty()) {
            return new Paragraph(Text.of("messages.none"));
        }
        OrderedList list = new OrderedList();
        list.addClassName("messages");
        for (MessageView message : messages) {
            Div head = new Div(new Span(times.at(message.queuedAt())), tag(message.state()));
            head.addClassName("inline");
            Paragraph text = new Paragraph(message.text());
            text.addClassName("bubble");
            ListItem item = new ListItem(head, text);
            if (message.problem() != null) {
                Paragraph problem = new Paragraph(message.problem());
                problem.addClassName("problem");
                item.add(problem);
            }
            if (resend != null && message.resendable()) {
                Button again = new OnceButton(Text.of("failed.resend"), () -> resend.accept(message));
                again.addClassName("resend");
                item.add(again);
            }
            list.add(item);
        }
        return list;
    }

    private static Tag tag(MessageState state) {
        return new Tag(
                Text.of("message", state),
                switch (state) {
                    case QUEUED, SENDING, SENT, SUPPRESSED -> Tone.CALM;
                    case DELIVERED, READ -> Tone.GOOD;
                    case UNKNOWN -> Tone.WARNING;
                    case FAILED -> Tone.BAD;
                });
    }

    private static Div sum(String name, Money amount, String style) {
        Span money = new Span(amount.format());
        money.addClassName("money");
        Div sum = new Div(new Span(name), money);
        sum.addClassNames("sum", style);
        return sum;
    }
}
