package app.orchard.console.deliveries;

import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.delivery.Stop;
import app.orchard.task.Task;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.AnchorTarget;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.function.BiConsumer;

/** One door: where, what, how to reach them, what to collect, and how it went. */
class StopCard extends ListItem {

    private final Stop stop;

    /** @param place in the order of the round, from 1 */
    StopCard(StopTask door, int place, Times times, BiConsumer<Boolean, Task> outcome) {
        this.stop = door.stop();
        addClassName("stop");
        Span slot = new Span(times.slot(stop.from(), stop.until()));
        slot.addClassName("due");
        slot.setClassName("overdue", times.isOverdue(stop.until()));
        Div when = new Div(new Span(String.valueOf(place)), new Span(stop.number()), slot);
        when.addClassName("stop-when");
        add(when, new H2(stop.address()), new Paragraph(who()), reach(), items(), money());
        Task task = door.task();
        add(task == null ? waiting() : buttons(task, outcome));
    }

    private String who() {
        String name = stop.name().isBlank() ? stop.phone() : stop.name();
        return stop.attempt() > 1 ? name + " · " + Text.of("stop.attempt", stop.attempt()) : name;
    }

    private Div reach() {
        String digits = stop.phone().replaceAll("\\D", "");
        Div reach = new Div(
                link("tel:" + stop.phone(), VaadinIcon.PHONE, "stop.call"),
                link("https://wa.me/" + digits, VaadinIcon.COMMENT, "stop.message"),
                link(map(), VaadinIcon.MAP_MARKER, "stop.map"));
        reach.addClassName("reach");
        return reach;
    }

    private String map() {
        String to = stop.latitude() == null || stop.longitude() == null
                ? URLEncoder.encode(stop.address(), StandardCharsets.UTF_8)
                : String.format(Locale.ROOT, "%.6f,%.6f", stop.latitude(), stop.longitude());
        return "https://www.google.com/maps/dir/?api=1&destination=" + to;
    }

    private static Anchor link(String address, VaadinIcon icon, String word) {
        Anchor link = new Anchor(address, icon.create(), new Span(Text.of(word)));
        link.setTarget(AnchorTarget.BLANK);
        link.getElement().setAttribute("rel", "noopener");
        return link;
    }

    private Div items() {
        Div items = new Div(new Paragraph(stop.items()));
        items.addClassName("items");
        if (!stop.note().isBlank()) {
            Paragraph note = new Paragraph(stop.note());
            note.addClassName("note");
            items.add(note);
        }
        return items;
    }

    private Div money() {
        Div money = new Div();
        money.addClassName("collect");
        if (stop.toCollect().isPositive()) {
            Span amount = new Span(stop.toCollect().format());
            amount.addClassName("collect-amount");
            money.add(new Span(Text.of("stop.collect")), amount);
            money.addClassName("owed");
        } else {
            money.add(new Tag(Text.of("stop.paid"), Tag.Tone.GOOD));
        }
        return money;
    }

    private static Div buttons(Task task, BiConsumer<Boolean, Task> outcome) {
        Button delivered = new Button(Text.of("stop.delivered"), click -> outcome.accept(true, task));
        delivered.addThemeVariants(ButtonVariant.PRIMARY);
        delivered.addClassName("delivered");
        Button failed = new Button(Text.of("stop.failed"), click -> outcome.accept(false, task));
        failed.addClassName("failed");
        Div buttons = new Div(delivered, failed);
        buttons.addClassName("outcomes");
        return buttons;
    }

    private static Paragraph waiting() {
        Paragraph waiting = new Paragraph(Text.of("stop.waiting"));
        waiting.addClassName("waiting");
        return waiting;
    }
}
