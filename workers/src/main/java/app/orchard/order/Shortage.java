package app.orchard.order;

import java.util.UUID;

/**
 * Fewer packs are left than somebody wanted.
 *
 * @param left good until after the delivery day
 * @param enoughEarlier on an earlier day there would be enough of them
 */
public record Shortage(UUID variant, String title, int wanted, int left, boolean enoughEarlier) {

    Shortage(OrderLine line, int left, boolean enoughEarlier) {
        this(line.variantId(), line.title(), line.quantity(), left, enoughEarlier);
    }

    String sentence() {
        if (enoughEarlier) {
            return "“" + title + "” does not stay fresh until that day. Please choose an earlier one.";
        }
        return left <= 0 ? "“" + title + "” is sold out." : "Of “" + title + "” only " + left + " are left.";
    }
}
