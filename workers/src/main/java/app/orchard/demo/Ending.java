package app.orchard.demo;

/**
 * How an order is meant to end.
 *
 * @param paid whether its money came in
 * @param refunded whether it went out again
 * @param goodsGone whether its packs left for good
 * @param placeUsed whether it keeps its place in the slot
 */
enum Ending {
    DELIVERED("delivered", true, false, true, true, "delivered"),
    SOLD_AT_STALL("delivered", true, false, true, false, ""),
    EXPIRED("expired", false, false, false, false, "order_expired"),
    PAID_TOO_LATE("expired", true, true, false, false, "order_expired"),
    CANCELLED("cancelled", false, false, false, false, "order_cancelled"),
    CANCELLED_PAID("cancelled", true, true, false, false, "order_cancelled"),
    RETURNED("returned", false, false, false, false, ""),
    RETURNED_PAID("returned", true, true, false, false, ""),
    RETURNED_DAMAGED("returned", true, true, true, false, "");

    final String status;
    final boolean paid;
    final boolean refunded;
    final boolean goodsGone;
    final boolean placeUsed;
    final String message;

    Ending(String status, boolean paid, boolean refunded, boolean goodsGone, boolean placeUsed, String message) {
        this.status = status;
        this.paid = paid;
        this.refunded = refunded;
        this.goodsGone = goodsGone;
        this.placeUsed = placeUsed;
        this.message = message;
    }

    /** For people. */
    String title() {
        return switch (this) {
            case DELIVERED -> "delivered";
            case SOLD_AT_STALL -> "sold at the stall";
            case EXPIRED -> "never paid: expired";
            case PAID_TOO_LATE -> "paid too late: refunded";
            case CANCELLED -> "cancelled before paying";
            case CANCELLED_PAID -> "cancelled and refunded";
            case RETURNED -> "returned, nothing paid";
            case RETURNED_PAID -> "returned and refunded";
            case RETURNED_DAMAGED -> "damaged and refunded";
        };
    }
}
