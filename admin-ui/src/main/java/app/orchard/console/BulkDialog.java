package app.orchard.console;

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
import java.util.function.Function;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Does one thing to many: first says to which it can be done, then what became of each. */
public class BulkDialog<T> extends Dialog {

    private static final Logger log = LoggerFactory.getLogger(BulkDialog.class);

    private final Look<T> look;
    private final UnorderedList rows = new UnorderedList();
    private final Button confirm;
    private final Button close = new Button(Text.of("task.close"), click -> close());

    /**
     * How one of the many is shown.
     *
     * @param number of its order
     * @param words what else tells it from the others
     */
    public record Look<T>(Function<T, String> number, Function<T, List<String>> words) {}

    /** @param fields what has to be known for it */
    public BulkDialog(
            String title,
            String what,
            String consequence,
            List<Component> fields,
            List<T> chosen,
            Look<T> look,
            Predicate<T> isPossible,
            Consumer<T> act) {
        super(title);
        this.look = look;
        addClassNames("ask", "bulk");
        setWidth("34rem");
        setMaxWidth("100%");
        rows.addClassName("bulk-rows");
        chosen.forEach(each -> rows.add(row(
                each, isPossible.test(each) ? tag("bulk.will", Tag.Tone.BUSY) : tag("bulk.not", Tag.Tone.CALM), "")));
        confirm =
                new Button(what, click -> run(chosen.stream().filter(isPossible).toList(), act));
        confirm.addThemeVariants(ButtonVariant.PRIMARY);
        confirm.addClassName("confirm");
        confirm.setEnabled(chosen.stream().anyMatch(isPossible));
        confirm.setDisableOnClick(true);
        add(new Paragraph(consequence));
        fields.forEach(this::add);
        add(rows);
        getFooter().add(close, confirm);
    }

    public void permit(boolean isComplete) {
        confirm.setEnabled(isComplete);
    }

    /** Each by itself: one that fails keeps no other from being done. */
    private void run(List<T> chosen, Consumer<T> act) {
        rows.removeAll();
        for (T each : chosen) {
            try {
                act.accept(each);
                rows.add(row(each, tag("bulk.done", Tag.Tone.GOOD), ""));
            } catch (Refusal refusal) {
                rows.add(row(each, tag("bulk.refused", Tag.Tone.BAD), refusal.sentence()));
            } catch (RuntimeException unexpected) {
                log.error(
                        "Order {} was left out of what was done to many",
                        look.number().apply(each),
                        unexpected);
                rows.add(row(each, tag("bulk.refused", Tag.Tone.BAD), Text.of("bulk.failed")));
            }
        }
        confirm.setVisible(false);
    }

    private static Tag tag(String word, Tag.Tone tone) {
        return new Tag(Text.of(word), tone);
    }

    private ListItem row(T each, Tag tag, String sentence) {
        Span number = new Span(look.number().apply(each));
        number.addClassName("number");
        Div head = new Div(number, tag);
        look.words().apply(each).forEach(word -> head.add(new Span(word)));
        head.addClassName("inline");
        ListItem row = new ListItem(head);
        row.getElement().setAttribute("data-order", look.number().apply(each));
        if (!sentence.isEmpty()) {
            row.add(new Paragraph(sentence));
        }
        return row;
    }
}
