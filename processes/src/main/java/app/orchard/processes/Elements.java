package app.orchard.processes;

/** The ids of the user tasks, by which the task inbox finds what to do with a submitted form. */
public final class Elements {
    public static final String PACK_ORDER = "userTask_packOrder";
    public static final String APPROVE_RUN = "userTask_approveRun";
    public static final String START_TOUR = "userTask_startTour";
    public static final String COUNT_CASH = "userTask_countCash";
    public static final String DELIVER_ORDER = "userTask_deliverOrder";
    public static final String ORDER_STOCK = "userTask_orderStock";
    public static final String APPROVE_REFUND = "userTask_approveRefund";
    public static final String PAY_OUT_REFUND = "userTask_payOutRefund";
    public static final String RESOLVE_REFUND = "userTask_resolveRefund";

    public static final String EXPLAIN_DIFFERENCE = "userTask_explainDifference";

    public static final String ANSWER_COMPLAINT = "userTask_answerComplaint";

    private Elements() {}
}
