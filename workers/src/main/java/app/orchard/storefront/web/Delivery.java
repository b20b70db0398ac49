package app.orchard.storefront.web;

import app.orchard.order.DeliveryFee;
import app.orchard.slots.Locality;
import app.orchard.slots.Slot;
import app.orchard.stall.Stand;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What everybody wants to know before they choose: whether we come to where they live, when, and for how much.
 *
 * @param to where the visitor lives
 * @param days on which there are times, in words; empty when there are none in the coming days
 * @param next the first time that still takes orders; null when all are taken
 * @param fee of a small order, and from which sum it is free; null when nothing is delivered there
 * @param stands where they can buy instead; none when we deliver
 */
record Delivery(
        Locality to,
        String days,
        @Nullable Slot next,
        @Nullable DeliveryFee fee,
        List<Stand> stands) {

    public boolean isPossible() {
        return fee != null;
    }
}
