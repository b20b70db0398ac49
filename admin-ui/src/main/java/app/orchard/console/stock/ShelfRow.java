package app.orchard.console.stock;

import app.orchard.console.Pages;
import app.orchard.console.Tag;
import app.orchard.console.Text;
import app.orchard.inventory.Lot;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;

/** A pack at a location in the list: how many there are, and whether that is enough. */
class ShelfRow extends ListItem {

    ShelfRow(Shelf shelf, Freshness freshness, boolean opened) {
        addClassName("task-row");
        Span name = new Span(shelf.pack().title());
        name.addClassName("row-title");
        Span left = new Span(Text.of("stock.left", shelf.level().available()));
        left.addClassName("number");
        Div head = new Div(name, left);
        head.addClassName("row-head");
        Div line = new Div(
                new Span(shelf.location().name()),
                new Span(Text.of("stock.onHand", shelf.level().onHand())),
                new Span(Text.of("stock.promised", shelf.level().reserved())));
        line.addClassName("row-line");
        Div tags = new Div();
        tags.addClassName("inline");
        mark(shelf, tags);
        shelf.lots().stream().findFirst().map(freshness::of).ifPresent(tags::add);
        Anchor open = new Anchor(Pages.STOCK + "/" + shelf.path(), head, line, tags);
        open.addClassName("row");
        open.setRouterIgnore(false);
        add(open);
        getElement().setAttribute("data-open", opened);
    }

    /** What is wrong with it, in words. */
    static void mark(Shelf shelf, Div tags) {
        if (shelf.level().isLow()) {
            tags.add(new Tag(Text.of("stock.low"), Tag.Tone.WARNING));
        }
        if (shelf.ordering() != null) {
            boolean late = shelf.ordering().lateSince() != null;
            tags.add(new Tag(Text.of(late ? "stock.orderLate" : "stock.toOrder"), late ? Tag.Tone.BAD : Tag.Tone.BUSY));
        }
        int expired =
                shelf.lots().stream().mapToInt(Lot::free).sum() - shelf.level().available();
        if (expired > 0) {
            tags.add(new Tag(Text.of("stock.expired.packs", expired), Tag.Tone.BAD));
        }
    }
}
