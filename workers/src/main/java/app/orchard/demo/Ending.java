package app.orchard.demo;

/**
 * How an order is meant to end.
 *
 * @param paid whether its money came in
 * @param sentBack what of it went out again, as the refund policy says
 * @param goodsGone whether its packs left for good
 * @param placeUsed whether it keeps its place in the slot
 */
enum Ending {
    DELIVERED("delivered", true, SentBack.NOTHING, true, true, "delivered"),
    SOLD_AT_STALL("delivered", true, SentBack.NOTHING, true, false, ""),
    EXPIRED("expired", false, SentBack.NOTHING, false, false, "order_expired"),
    PAID_TOO_LATE("expired", true, SentBack.ALL, false, false, "order_expired"),
    CANCELLED("cancelled", false, SentBack.NOTHING, false, false, "order_cancelled"),
    CANCELLED_PAID("cancelled", true, SentBack.ALL, false, false, "order_cancelled"),
    RETURNED("returned", false, SentBack.NOTHING, false, false, ""),
    RETURNED_PAID("returned", true, SentBack.GOODS, false, false, ""),
    RETURNED_DAMAGED("returned", true, SentBack.ALL, true, false, "");

    enum SentBack {
        NOTHING,
        /** The delivery fee is kept. */
        GOODS,
        ALL
    }

    final String status;
    final boolean paid;
    final SentBack sentBack;
    final boolean goodsGone;
    final boolean placeUsed;
    final String message;

    Ending(String status, boolean paid, SentBack sentBack, boolean goodsGone, boolean placeUsed, String message) {
        this.status = status;
        this.paid = paid;
        this.sentBack = sentBack;
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
            case RETURNED_PAID -> "returned, goods refunded";
            case RETURNED_DAMAGED -> "damaged and refunded";
        };
    }
}
