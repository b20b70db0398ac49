package app.orchard.demo;

/**
 * How it goes when a driver is at the door, or on the way there.
 *
 * @param reason why it was not delivered
 * @param isInDeadSpot whether the phone has no network there
 * @param isHeldUp whether the van comes only after its customer was told that it gets late
 */
record Visit(boolean delivered, String reason, boolean isInDeadSpot, boolean isHeldUp) {

    static final Visit DELIVERED = new Visit(true, "", false, false);
    static final Visit IN_A_DEAD_SPOT = new Visit(true, "", true, false);
    static final Visit HELD_UP = new Visit(true, "", false, true);

    static Visit failed(String reason) {
        return new Visit(false, reason, false, false);
    }
}
