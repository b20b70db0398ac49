package app.orchard.processes;

/** The models; each lies in {@code bpmn/<id>.bpmn}. */
public final class ProcessIds {
    public static final String SLOT_RESERVATION = "slot-reservation";
    public static final String ORDER = "order";
    public static final String PAYMENT = "payment";
    public static final String DELIVERY = "delivery";
    public static final String DELIVERY_RUN = "delivery-run";
    public static final String DELIVERY_TOUR = "delivery-tour";
    public static final String REPLENISHMENT = "replenishment";
    public static final String REFUND = "refund";

    public static final String SETTLEMENT_DIFFERENCE = "settlement-difference";

    public static final String FEEDBACK = "feedback";

    private ProcessIds() {}
}
