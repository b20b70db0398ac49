package app.orchard.demo;

/**
 * How it goes when a driver is at the door, or on the way there.
 *
 * @param reason why it was not delivered
 * @param isInDeadSpot whether the phone has no network there
 * @param how what is not as usual
 */
record Visit(boolean delivered, String reason, How how) {

    enum How {
        AS_USUAL,
        /** The phone has no network there. */
        IN_A_DEAD_SPOT,
        /** The van comes only after its customer was told that it gets late. */
        HELD_UP,
        /** The customer pays on their own phone what was to be paid in cash. */
        PAID_BY_UPI
    }

    static final Visit DELIVERED = new Visit(true, "", How.AS_USUAL);

    static Visit delivered(How how) {
        return new Visit(true, "", how);
    }

    static Visit failed(String reason) {
        return new Visit(false, reason, How.AS_USUAL);
    }
}
