package app.orchard.payment;

/** Where money on its way back is. */
public enum RefundState {
    /** To be sent. */
    REQUESTED,
    /** We asked the gateway and heard nothing; asked again under the same key. */
    UNKNOWN,
    /** The gateway took it and works on it. */
    ACCEPTED,
    DONE,
    /** The gateway will not send it; the money is still ours to return. */
    FAILED
}
