package app.orchard.shared;

import java.util.UUID;

public record HoldId(UUID value) {

    public static HoldId next() {
        return new HoldId(TimeOrderedId.next());
    }

    /** @throws Refusal INVALID when the text is no id */
    public static HoldId of(String text) {
        return new HoldId(TimeOrderedId.parse(text));
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
