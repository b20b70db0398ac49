package app.orchard.processes;

/** The facts that start or continue a process, as {@code thing.happened}. */
public final class ProcessMessages {
    /** Starts {@code slot-reservation}; correlation key: hold id. */
    public static final String SLOT_HELD = "slot.held";
    /** Correlation key: hold id. */
    public static final String SLOT_BOOKED = "slot.booked";
    /** Correlation key: hold id. */
    public static final String SLOT_RELEASED = "slot.released";

    /** Starts {@code order}; correlation key: order id. */
    public static final String ORDER_PLACED = "order.placed";
    /** Starts {@code order} again after it expired; correlation key: order id. */
    public static final String ORDER_REINSTATED = "order.reinstated";
    /** Carries {@code preparationStartsAt}, {@code slotStartsAt}, {@code slotEndsAt}; correlation key: order id. */
    public static final String ORDER_RESCHEDULED = "order.rescheduled";
    /** Carries {@code stage} and {@code fault} for the refund; correlation key: order id. */
    public static final String ORDER_CANCELLED = "order.cancelled";

    /** Correlation key: order id. */
    public static final String PAYMENT_CAPTURED = "payment.captured";
    /** Starts {@code payment}; correlation key: order id. */
    public static final String PAYMENT_CAPTURED_LATE = "payment.capturedLate";
    /** Correlation key: order id. */
    public static final String PAYMENT_FAILED = "payment.failed";

    /** Starts {@code delivery-run}; correlation key: run id. */
    public static final String RUN_OPENED = "run.opened";
    /** It is planned before its time; correlation key: run id. */
    public static final String RUN_CLOSED = "run.closed";
    /** All its orders went elsewhere; correlation key: run id. */
    public static final String RUN_EMPTIED = "run.emptied";
    /** Starts {@code delivery-tour} on the road, with what another driver handed over; correlation key: tour id. */
    public static final String TOUR_TAKEN_OVER = "tour.takenOver";
    /** All its orders went elsewhere; correlation key: tour id. */
    public static final String TOUR_DROPPED = "tour.dropped";
    /** Carries {@code cashCollected} and {@code countBy}; correlation key: tour id. */
    public static final String TOUR_FINISHED = "tour.finished";
    /** The driver's cash was handed over without the task; correlation key: tour id. */
    public static final String TOUR_CASH_COUNTED = "tour.cashCounted";

    /** A tour took the order along; carries {@code driver}; correlation key: order id. */
    public static final String DELIVERY_DISPATCHED = "delivery.dispatched";
    /** Carries {@code customerChoice}, "again" or "refund"; correlation key: order id. */
    public static final String DELIVERY_CUSTOMER_CHOSE = "delivery.customerChose";

    /** Starts {@code refund}; correlation key: refund id. */
    public static final String REFUND_REQUESTED = "refund.requested";
    /** Starts {@code refund} again when the bank gave the money back; correlation key: refund id. */
    public static final String REFUND_BOUNCED = "refund.bounced";
    /** Correlation key: refund id. */
    public static final String REFUND_ANSWERED = "refund.answered";

    /** Starts {@code settlement-difference}; correlation key: its subject, day and method. */
    public static final String SETTLEMENT_DIFFERENCE_FOUND = "settlement.differenceFound";
    /** Correlation key: subject. */
    public static final String SETTLEMENT_DIFFERENCE_GONE = "settlement.differenceGone";

    /** Starts {@code feedback}: ask at {@code askAt} how it was; correlation key: "ask" and order id. */
    public static final String FEEDBACK_WANTED = "feedback.wanted";
    /** Starts {@code feedback}: answer before {@code answerBefore}; correlation key: "answer" and order id. */
    public static final String FEEDBACK_COMPLAINED = "feedback.complained";

    /** Starts {@code replenishment}; correlation key: replenishment id. */
    public static final String STOCK_LOW = "stock.low";
    /** Enough is there again; correlation key: replenishment id. */
    public static final String STOCK_REPLENISHED = "stock.replenished";

    private ProcessMessages() {}
}
