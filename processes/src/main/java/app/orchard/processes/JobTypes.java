package app.orchard.processes;

/** The work that the models hand to job workers, as {@code capability.verbObject}. */
public final class JobTypes {
    public static final String RELEASE_HOLD = "slots.releaseHold";

    public static final String REQUIRE_ONLINE_PAYMENT = "order.requireOnlinePayment";
    public static final String CONFIRM_ORDER = "order.confirmOrder";
    public static final String EXPIRE_ORDER = "order.expireOrder";
    public static final String REPORT_DELAY = "order.reportDelay";
    public static final String SETTLE_LATE_CAPTURE = "order.settleLateCapture";

    public static final String REQUEST_PAYMENT = "payment.requestPayment";
    public static final String REMIND_CUSTOMER = "payment.remindCustomer";
    public static final String OFFER_RETRY = "payment.offerRetry";
    public static final String EXPIRE_PAYMENT = "payment.expirePayment";

    public static final String PLAN_RUN = "run.plan";
    public static final String SETTLE_RUN = "run.settle";
    public static final String REPORT_RUN_DELAY = "run.reportDelay";

    public static final String BOOK_RETRY = "delivery.bookRetry";
    public static final String ASK_CUSTOMER = "delivery.askCustomer";
    public static final String RETURN_ORDER = "delivery.returnOrder";

    public static final String CALCULATE_REFUND = "refund.calculateRefund";
    public static final String SEND_REFUND = "refund.sendRefund";
    public static final String REPORT_REFUND_DELAY = "refund.reportDelay";

    public static final String RECHECK_DIFFERENCE = "settlement.recheckDifference";

    public static final String PLAN_REPLENISHMENT = "replenishment.plan";
    public static final String REPORT_LATE_REPLENISHMENT = "replenishment.reportDelay";

    public static final String ASK_FOR_FEEDBACK = "feedback.askCustomer";
    public static final String REPORT_LATE_ANSWER = "feedback.reportDelay";

    private JobTypes() {}
}
