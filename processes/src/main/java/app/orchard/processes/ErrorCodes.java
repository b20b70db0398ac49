package app.orchard.processes;

/** Outcomes that a job worker reports as a BPMN error. */
public final class ErrorCodes {
    /** The payment provider will never take this payment. */
    public static final String PAYMENT_REFUSED = "PAYMENT_REFUSED";

    private ErrorCodes() {}
}
