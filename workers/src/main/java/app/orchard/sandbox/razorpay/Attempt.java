package app.orchard.sandbox.razorpay;

import java.util.Map;

/**
 * A customer at the checkout.
 *
 * @param method {@code upi}, {@code card} or {@code netbanking}
 */
record Attempt(String method, Outcome outcome) {

    /** How it goes. */
    enum Outcome {
        SUCCESS,
        FAILURE,
        /** The first notice says failed, the money comes all the same. */
        FAILED_THEN_CAPTURED,
        /** Failed for now; the bank answers when a control call says so. */
        LATE
    }

    static Attempt of(Map<String, ?> body) {
        Object method = body.get("method");
        Object outcome = body.get("outcome");
        return new Attempt(
                method == null ? "upi" : method.toString(),
                outcome == null ? Outcome.SUCCESS : Outcome.valueOf(outcome.toString()));
    }
}
