package app.orchard.order;

import java.util.EnumSet;
import java.util.Set;

/** Where an order is in its life, as customers and staff call it. */
public enum OrderStatus {
    PLACED,
    CONFIRMED,
    PREPARING,
    READY,
    OUT_FOR_DELIVERY,
    ATTEMPT_FAILED,
    DELIVERED,
    RETURNED,
    CANCELLED,
    EXPIRED;

    private static final Set<OrderStatus> ENDED = EnumSet.of(DELIVERED, RETURNED, CANCELLED, EXPIRED);

    public boolean isEnd() {
        return ENDED.contains(this);
    }

    /** Whether staff may still cancel: nobody is on the road with it. */
    boolean isBeforeDispatch() {
        return compareTo(OUT_FOR_DELIVERY) < 0;
    }

    boolean canTurnInto(OrderStatus next) {
        return switch (this) {
            case PLACED -> EnumSet.of(CONFIRMED, DELIVERED, CANCELLED, EXPIRED).contains(next);
            case CONFIRMED -> EnumSet.of(PREPARING, READY, CANCELLED).contains(next);
            case PREPARING -> EnumSet.of(READY, CANCELLED).contains(next);
            case READY -> EnumSet.of(OUT_FOR_DELIVERY, CANCELLED).contains(next);
            case OUT_FOR_DELIVERY -> EnumSet.of(DELIVERED, ATTEMPT_FAILED).contains(next);
            case ATTEMPT_FAILED -> EnumSet.of(OUT_FOR_DELIVERY, RETURNED).contains(next);
            case EXPIRED -> next == PLACED;
            case DELIVERED, RETURNED, CANCELLED -> false;
        };
    }
}
