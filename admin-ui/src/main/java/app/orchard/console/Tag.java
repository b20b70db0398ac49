package app.orchard.console;

import app.orchard.order.OrderStatus;
import com.vaadin.flow.component.html.Span;
import java.util.Locale;

/** A word with a colour. */
public class Tag extends Span {

    /** What the colour says in addition to the word. */
    public enum Tone {
        CALM,
        BUSY,
        GOOD,
        WARNING,
        BAD
    }

    public Tag(String word, Tone tone) {
        super(word);
        addClassNames("tag", tone.name().toLowerCase(Locale.ROOT));
    }

    public static Tag of(OrderStatus status) {
        return new Tag(
                Text.of("status", status),
                switch (status) {
                    case PLACED -> Tone.CALM;
                    case CONFIRMED, PREPARING, READY, OUT_FOR_DELIVERY -> Tone.BUSY;
                    case DELIVERED -> Tone.GOOD;
                    case ATTEMPT_FAILED -> Tone.WARNING;
                    case RETURNED, CANCELLED, EXPIRED -> Tone.BAD;
                });
    }
}
