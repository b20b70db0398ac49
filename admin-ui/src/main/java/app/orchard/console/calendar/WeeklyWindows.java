package app.orchard.console.calendar;

import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.slots.SlotTemplate;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Section;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;
import java.util.function.Consumer;

/** The windows that slots are made from. */
class WeeklyWindows extends Section {

    private final Times times;
    private final Consumer<SlotTemplate> end;
    private final UnorderedList rows = new UnorderedList();

    WeeklyWindows(Times times, Runnable add, Consumer<SlotTemplate> end) {
        this.times = times;
        this.end = end;
        addClassNames("block", "weekly");
        Button another = new Button(Text.of("window.add"), click -> add.run());
        another.addClassName("add-window");
        Div head = new Div(new H2(Text.of("window.title")), another);
        head.addClassName("row-head");
        add(head, rows);
    }

    void show(List<SlotTemplate> templates) {
        rows.removeAll();
        templates.forEach(template -> rows.add(row(template)));
    }

    private Component row(SlotTemplate template) {
        Span when = new Span(times.weekly(template.weekday(), template.starts(), template.ends()));
        when.addClassName("row-title");
        Integer minutes = template.kitchenMinutes();
        Span what = new Span(Text.of(
                minutes == null ? "window.what" : "window.what.kitchen",
                template.zone(),
                template.capacity(),
                minutes == null ? 0 : minutes,
                times.span(template.cutoffLead())));
        Span valid = new Span(times.valid(template.validFrom(), template.validUntil()));
        valid.addClassName("when");
        Button last = new Button(Text.of("window.end"), click -> end.accept(template));
        last.addThemeVariants(ButtonVariant.TERTIARY);
        last.setAriaLabel(Text.of("window.end.label", when.getText(), template.zone()));
        return new ListItem(when, what, valid, last);
    }
}
