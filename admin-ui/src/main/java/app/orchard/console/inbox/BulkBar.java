package app.orchard.console.inbox;

import app.orchard.console.BulkDialog;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.order.OrderView;
import app.orchard.processes.Elements;
import app.orchard.staff.Staff;
import app.orchard.task.Tasks;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Packing many orders at once: those that are ticked, and with one tap all others of their slots. */
class BulkBar extends Div {

    private final Tasks tasks;
    private final Staff staff;
    private final Times times;
    private final Runnable redraw;
    private final Set<Long> chosen = new LinkedHashSet<>();
    private final Span number = new Span();
    private final Button wholeSlot = new Button("", click -> chooseSlots());
    private List<Entry> listed = List.of();

    private record Window(String startsAt, String zone) {}

    /** @param redraw after boxes were ticked that nobody pressed */
    BulkBar(Tasks tasks, Staff staff, Times times, Runnable redraw) {
        this.tasks = tasks;
        this.staff = staff;
        this.times = times;
        this.redraw = redraw;
        addClassNames("inline", "bulk-bar");
        Button pack = new Button(Text.of("bulk.pack"), click -> ask());
        pack.addThemeVariants(ButtonVariant.PRIMARY);
        pack.addClassName("bulk-pack");
        wholeSlot.addClassName("bulk-slot");
        Button none = new Button(Text.of("bulk.none"), click -> {
            chosen.clear();
            redraw.run();
        });
        none.addThemeVariants(ButtonVariant.TERTIARY);
        add(number, wholeSlot, pack, none);
        setVisible(false);
    }

    Set<Long> chosen() {
        return chosen;
    }

    /** Only what is the same for every order: a decision is made one at a time. */
    boolean takes(Entry entry) {
        return entry.order() != null
                && entry.task().element().equals(Elements.PACK_ORDER)
                && OneTap.submission(entry.form()).isPresent();
    }

    /** What is gone is no longer chosen. */
    void show(List<Entry> entries) {
        listed = entries;
        chosen.retainAll(entries.stream().map(entry -> entry.task().key()).collect(Collectors.toSet()));
        tell();
    }

    void tell() {
        setVisible(!chosen.isEmpty());
        number.setText(Text.of("bulk.chosen", chosen.size()));
        int more = ofSameSlots().size() - chosen.size();
        wholeSlot.setText(Text.of("bulk.slot", more));
        wholeSlot.setVisible(more > 0);
    }

    private void chooseSlots() {
        ofSameSlots().forEach(entry -> chosen.add(entry.task().key()));
        redraw.run();
    }

    private List<Entry> ofSameSlots() {
        Set<Window> windows = all().map(BulkBar::window).collect(Collectors.toSet());
        return listed.stream()
                .filter(this::takes)
                .filter(entry -> windows.contains(window(entry)))
                .toList();
    }

    private Stream<Entry> all() {
        return listed.stream().filter(entry -> chosen.contains(entry.task().key()));
    }

    private static Window window(Entry entry) {
        OrderView order = Objects.requireNonNull(entry.order());
        return new Window(String.valueOf(order.slotStartsAt()), order.zone());
    }

    private void ask() {
        List<Entry> entries = all().toList();
        new BulkDialog<>(
                        Text.of("bulk.title", Text.of("bulk.pack"), entries.size()),
                        Text.of("bulk.pack"),
                        Text.of("bulk.pack.consequence"),
                        List.of(),
                        entries,
                        new BulkDialog.Look<>(
                                entry -> Objects.requireNonNull(entry.order()).number(), this::words),
                        this::takes,
                        this::pack)
                .open();
    }

    private List<String> words(Entry entry) {
        OrderView order = Objects.requireNonNull(entry.order());
        String goods = order.lines().stream()
                .map(line -> line.quantity() + " × " + line.title())
                .collect(Collectors.joining(", "));
        return List.of(times.slot(order.slotStartsAt(), order.slotEndsAt()), goods);
    }

    private void pack(Entry entry) {
        tasks.complete(entry.task().key(), OneTap.submission(entry.form()).orElseThrow(), staff);
    }
}
