package app.orchard.console.stall;

import app.orchard.console.Text;
import app.orchard.shared.Money;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.ListItem;
import com.vaadin.flow.component.html.Span;
import com.vaadin.flow.component.icon.VaadinIcon;

/** A pack on the shelf, and how many of it go into this sale. */
class PackCard extends ListItem {

    private final Span left = new Span();
    private final Span count = new Span("0");
    private final Button less = new Button(VaadinIcon.MINUS.create(), click -> change(-1));
    private final Button more = new Button(VaadinIcon.PLUS.create(), click -> change(1));
    private final Runnable changed;
    private Shelf.Place place;
    private int quantity;

    PackCard(Shelf.Place place, Runnable changed) {
        this.place = place;
        this.changed = changed;
        addClassName("pack");
        Span product = new Span(place.pack().product());
        product.addClassName("row-title");
        Span size = new Span(place.pack().size());
        Span price = new Span(place.pack().price().format());
        price.addClassName("money");
        left.addClassName("left");
        Div words = new Div(product, size, price, left);
        words.addClassName("pack-words");
        less.setAriaLabel(Text.of("sale.less", place.pack().title()));
        more.setAriaLabel(Text.of("sale.more", place.pack().title()));
        count.addClassName("count-big");
        Div stepper = new Div(less, count, more);
        stepper.addClassName("stepper");
        add(words, stepper);
        show(place);
    }

    /** The stock may have changed under our hands. */
    final void show(Shelf.Place now) {
        place = now;
        quantity = Math.min(quantity, now.left());
        left.setText(now.left() == 0 ? Text.of("sale.soldOut") : Text.of("sale.left", now.left()));
        draw();
    }

    void reset() {
        quantity = 0;
        draw();
    }

    int quantity() {
        return quantity;
    }

    Shelf.Place place() {
        return place;
    }

    Money total() {
        return place.pack().price().times(quantity);
    }

    private void change(int by) {
        quantity = Math.clamp(quantity + (long) by, 0, place.left());
        draw();
        changed.run();
    }

    private void draw() {
        count.setText(String.valueOf(quantity));
        less.setEnabled(quantity > 0);
        more.setEnabled(quantity < place.left());
        getElement().setAttribute("data-chosen", quantity > 0);
    }
}
