package app.orchard.processes;

/** The decision tables; each lies in {@code dmn/<id>.dmn}. */
public final class DecisionIds {
    public static final String CASH_LIMIT = "cash-limit";
    /** Evaluated by the application itself, while somebody looks at a price. */
    public static final String DELIVERY_FEE = "delivery-fee";

    /** Evaluated by the application itself, when a tour starts. */
    public static final String PROOF_OF_DELIVERY = "proof-of-delivery";

    /** Evaluated by the application itself, when a tour starts. */
    public static final String FAILURE_EVIDENCE = "failure-evidence";

    public static final String FAILED_DELIVERY = "failed-delivery";
    public static final String REFUND_POLICY = "refund-policy";

    private DecisionIds() {}
}
