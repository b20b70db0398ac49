package app.orchard.shared;

import java.util.UUID;

public record CustomerId(UUID value) {

    public static CustomerId next() {
        return new CustomerId(TimeOrderedId.next());
    }

    /** @throws Refusal INVALID when the text is no id */
    public static CustomerId of(String text) {
        return new CustomerId(TimeOrderedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
