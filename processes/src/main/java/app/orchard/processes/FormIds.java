package app.orchard.processes;

/** The forms of the user tasks; each lies in {@code forms/<id>.form}. */
public final class FormIds {
    public static final String PACK_ORDER = "pack-order";
    public static final String APPROVE_RUN = "approve-run";
    public static final String START_TOUR = "start-tour";
    public static final String COUNT_CASH = "count-cash";
    public static final String DELIVER_ORDER = "deliver-order";
    public static final String ORDER_STOCK = "order-stock";
    public static final String APPROVE_REFUND = "approve-refund";
    public static final String PAY_OUT_REFUND = "pay-out-refund";
    public static final String RESOLVE_REFUND = "resolve-refund";

    public static final String EXPLAIN_DIFFERENCE = "explain-difference";

    public static final String ANSWER_COMPLAINT = "answer-complaint";

    private FormIds() {}
}
