package app.orchard.shared;

import java.util.UUID;

public record OrderId(UUID value) {

    public static OrderId next() {
        return new OrderId(TimeOrderedId.next());
    }

    /** @throws Refusal INVALID when the text is no id */
    public static OrderId of(String text) {
        return new OrderId(TimeOrderedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
