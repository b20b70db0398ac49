package app.orchard.delivery;

/** Where a tour is. */
public enum TourState {
    PLANNED,
    /** Given to its driver. */
    APPROVED,
    STARTED,
    /** Every stop has ended. */
    FINISHED,
    /** All its orders went elsewhere before it started. */
    DROPPED;

    /** Whether its stops can still change. */
    boolean isOpen() {
        return this == PLANNED || this == APPROVED;
    }
}
