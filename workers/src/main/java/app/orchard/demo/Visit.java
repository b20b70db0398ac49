package app.orchard.demo;

/** How it goes when a driver is at the door. */
record Visit(boolean delivered, String reason) {

    static final Visit DELIVERED = new Visit(true, "");

    static Visit failed(String reason) {
        return new Visit(false, reason);
    }
}
