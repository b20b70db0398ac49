package app.orchard.console.models;

import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.models.StepFigures;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.NativeTable;
import com.vaadin.flow.component.html.NativeTableCell;
import com.vaadin.flow.component.html.NativeTableHeaderCell;
import com.vaadin.flow.component.html.NativeTableRow;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** How many are at each step, and how long it takes. */
class StepTable extends NativeTable {

    private final Times times;
    private final UnaryOperator<String> address;
    private List<StepFigures> shown = List.of();
    private String chosen = "";

    StepTable(Times times, UnaryOperator<String> address) {
        this.times = times;
        this.address = address;
        addClassNames("takings", "steps-table");
    }

    void show(List<StepFigures> steps, String step) {
        if (steps.equals(shown) && step.equals(chosen)) {
            return;
        }
        shown = steps;
        chosen = step;
        getHead().removeAll();
        getBody().removeAll();
        NativeTableRow head = new NativeTableRow();
        for (String column : new String[] {"step", "here", "stuck", "usual", "long"}) {
            head.add(new NativeTableHeaderCell(Text.of("steps." + column)));
        }
        getHead().add(head);
        steps.forEach(each -> getBody().add(row(each)));
    }

    private NativeTableRow row(StepFigures step) {
        NativeTableRow row = new NativeTableRow(
                new NativeTableCell(new Anchor(address.apply(step.element()), step.name())),
                number(step.here() == 0 ? "" : String.valueOf(step.here())),
                number(step.stuck() == 0 ? "" : String.valueOf(step.stuck())),
                number(span(step.usualSeconds())),
                number(span(step.longSeconds())));
        row.getElement().setAttribute("data-step", step.element());
        row.setClassName("whole", step.element().equals(chosen));
        return row;
    }

    private String span(@Nullable Double seconds) {
        return seconds == null ? "" : times.brief(seconds);
    }

    private static NativeTableCell number(String text) {
        NativeTableCell cell = new NativeTableCell(text);
        cell.addClassName("money");
        return cell;
    }
}
