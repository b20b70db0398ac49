package app.orchard.console.stock;

import app.orchard.console.Facts;
import app.orchard.console.Text;
import app.orchard.console.Times;
import app.orchard.inventory.Lot;
import app.orchard.inventory.MovementEntry;
import app.orchard.replenishment.Replenishment;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.button.ButtonVariant;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.H2;
import com.vaadin.flow.component.html.H3;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.html.UnorderedList;
import java.util.List;

/** A pack at a location: its lots with what one can do with them, and what moved lately. */
class ShelfPanel extends Div {

    private final Shelf shelf;
    private final Freshness freshness;
    private final Times times;
    private final Booking booking;

    ShelfPanel(Shelf shelf, List<MovementEntry> history, Freshness freshness, Times times, Booking booking) {
        this.shelf = shelf;
        this.freshness = freshness;
        this.times = times;
        this.booking = booking;
        addClassNames("task-panel", "shelf-panel");
        Div tags = new Div();
        tags.addClassName("inline");
        ShelfRow.mark(shelf, tags);
        add(new H2(shelf.pack().title()), tags, facts());
        Replenishment ordering = shelf.ordering();
        if (ordering != null) {
            add(new Paragraph(ordering.sentence()));
        }
        add(buttons(), new H3(Text.of("stock.lots")), lots(), new H3(Text.of("stock.history")), history(history));
    }

    private Facts facts() {
        return new Facts()
                .with(Text.of("stock.place"), shelf.location().name())
                .with(Text.of("stock.available"), String.valueOf(shelf.level().available()))
                .with(Text.of("stock.onHand.fact"), String.valueOf(shelf.level().onHand()))
                .with(
                        Text.of("stock.promised.fact"),
                        String.valueOf(shelf.level().reserved()))
                .with(
                        Text.of("stock.lowBelow"),
                        shelf.level().lowBelow() == 0
                                ? Text.of("stock.never")
                                : String.valueOf(shelf.level().lowBelow()));
    }

    private Div buttons() {
        Button receive = new Button(Text.of("stock.receive"), click -> booking.receive(shelf));
        receive.addThemeVariants(ButtonVariant.PRIMARY);
        Div buttons = new Div(receive);
        if (booking.mayWarn()) {
            buttons.add(new Button(Text.of("stock.warn"), click -> booking.warn(shelf)));
        }
        buttons.addClassName("buttons");
        return buttons;
    }

    private UnorderedList lots() {
        UnorderedList list = new UnorderedList();
        list.addClassName("lots");
        shelf.lots().forEach(lot -> list.add(item(lot)));
        if (shelf.lots().isEmpty()) {
            list.add(new ListItem(Text.of("stock.nothing")));
        }
        return list;
    }

    private ListItem item(Lot lot) {
        Span code = new Span(lot.code());
        code.addClassName("row-title");
        Span packs = new Span(
                lot.reserved() == 0
                        ? Text.of("stock.packs", lot.onHand())
                        : Text.of("stock.packs.promised", lot.onHand(), lot.reserved()));
        packs.addClassName("number");
        Div head = new Div(code, freshness.of(lot), packs);
        head.addClassName("inline");
        Div buttons = new Div(
                new Button(Text.of("stock.count"), click -> booking.count(shelf, lot)),
                new Button(Text.of("stock.adjust"), click -> booking.adjust(shelf, lot)),
                new Button(Text.of("stock.transfer"), click -> booking.transfer(shelf, lot)),
                new Button(Text.of("stock.writeOff"), click -> booking.writeOff(shelf, lot)));
        buttons.addClassNames("buttons", "lot-buttons");
        ListItem item = new ListItem(head, buttons);
        item.getElement().setAttribute("data-lot", lot.code());
        return item;
    }

    private UnorderedList history(List<MovementEntry> entries) {
        UnorderedList list = new UnorderedList();
        list.addClassName("timeline");
        for (MovementEntry entry : entries) {
            Span what = new Span(Text.of("movement." + entry.kind(), entry.packs(), entry.lot())
                    + (entry.reason() == null ? "" : ": " + entry.reason()));
            Span when = new Span(times.at(entry.at()) + (entry.by() == null ? "" : " · " + entry.by()));
            when.addClassName("when");
            list.add(new ListItem(what, when));
        }
        return list;
    }
}
