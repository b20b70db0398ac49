package app.orchard.order;

import java.util.UUID;

/** Fewer packs are left than somebody wanted. */
public record Shortage(UUID variant, String title, int wanted, int left) {

    Shortage(OrderLine line, int left) {
        this(line.variantId(), line.title(), line.quantity(), left);
    }

    String sentence() {
        return left <= 0 ? "“" + title + "” is sold out." : "Of “" + title + "” only " + left + " are left.";
    }
}
