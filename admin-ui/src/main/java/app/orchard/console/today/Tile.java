package app.orchard.console.today;

import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Span;

/** A number, what it counts, and the way to its list. It stays in place while its number changes. */
class Tile extends Anchor {

    private final Span number = new Span();

    Tile(String name, String href, String word) {
        super(href);
        addClassName("tile");
        getElement().setAttribute("data-tile", name);
        number.addClassName("tile-number");
        Span label = new Span(word);
        label.addClassName("tile-word");
        add(number, label);
    }

    void show(String value, boolean isUrgent) {
        number.setText(value);
        setClassName("urgent", isUrgent);
    }

    /** Nothing to do is shown quietly. */
    void show(int count, boolean isUrgent) {
        show(String.valueOf(count), isUrgent && count > 0);
        setClassName("nothing", count == 0);
    }
}
