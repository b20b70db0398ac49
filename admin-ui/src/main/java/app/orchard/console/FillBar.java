package app.orchard.console;

import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.html.Span;

/** How much of something is taken: a bar, and the numbers it stands for. */
public class FillBar extends Div {

    private final String words;
    private final Div part = new Div();
    private final Div whole = new Div(part);
    private final Span numbers = new Span();

    /** @param words the key of a sentence with {@code {0}} taken of {@code {1}} */
    public FillBar(String words) {
        this.words = words;
        addClassName("taken");
        whole.addClassName("fill");
        numbers.addClassName("bar-numbers");
        add(whole, numbers);
    }

    public void show(int taken, int most) {
        int percent = most == 0 ? 100 : Math.min(100, 100 * taken / most);
        part.getStyle().set("width", percent + "%");
        whole.setClassName("full", taken >= most);
        numbers.setText(Text.of(words, taken, most));
    }
}
