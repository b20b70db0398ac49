package app.orchard.console.orders;

import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.order.OrderView;
import app.orchard.shared.Refusal;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one thing to many orders: first says to which it can be done, then what became of each. */
class BulkDialog extends Dialog {

    private static final Logger log = LoggerFactory.getLogger(BulkDialog.class);

    private final UnorderedList rows = new UnorderedList();
    private final Button confirm;
    private final Button close = new Button(Text.of("task.close"), click -> close());

    /** @param fields what has to be known for it */
    BulkDialog(
            String what,
            String consequence,
            List<Component> fields,
            List<OrderView> orders,
            Predicate<OrderView> isPossible,
            Consumer<OrderView> act) {
        super(Text.of("bulk.title", what, orders.size()));
        addClassNames("ask", "bulk");
        setWidth("34rem");
        setMaxWidth("100%");
        rows.addClassName("bulk-rows");
        orders.forEach(order -> rows.add(row(
                order, isPossible.test(order) ? tag("bulk.will", Tag.Tone.BUSY) : tag("bulk.not", Tag.Tone.CALM), "")));
        confirm =
                new Button(what, click -> run(orders.stream().filter(isPossible).toList(), act));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClassName("confirm");
        confirm.setEnabled(orders.stream().anyMatch(isPossible));
        confirm.setDisableOnClick(true);
        add(new Paragraph(consequence));
        fields.forEach(this::add);
        add(rows);
        getFooter().add(close, confirm);
    }

    void permit(boolean isComplete) {
        confirm.setEnabled(isComplete);
    }

    /** Each by itself: one that fails keeps no other from being done. */
    private void run(List<OrderView> orders, Consumer<OrderView> act) {
        rows.removeAll();
        for (OrderView order : orders) {
            try {
                act.accept(order);
                rows.add(row(order, tag("bulk.done", Tag.Tone.GOOD), ""));
            } catch (Refusal refusal) {
                rows.add(row(order, tag("bulk.refused", Tag.Tone.BAD), refusal.sentence()));
            } catch (RuntimeException unexpected) {
                log.error("Order {} was left out of what was done to many", order.number(), unexpected);
                rows.add(row(order, tag("bulk.refused", Tag.Tone.BAD), Text.of("bulk.failed")));
            }
        }
        confirm.setVisible(false);
    }

    private static Tag tag(String word, Tag.Tone tone) {
        return new Tag(Text.of(word), tone);
    }

    private static ListItem row(OrderView order, Tag tag, String sentence) {
        Span number = new Span(order.number());
        number.addClassName("number");
        Div head = new Div(number, tag, new Span(order.totals().total().format()), new Span(order.apartment()));
        head.addClassName("inline");
        ListItem row = new ListItem(head);
        row.getElement().setAttribute("data-order", order.number());
        if (!sentence.isEmpty()) {
            row.add(new Paragraph(sentence));
        }
        return row;
    }
}
