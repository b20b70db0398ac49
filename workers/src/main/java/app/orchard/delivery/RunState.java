package app.orchard.delivery;

/** Where a run is. */
public enum RunState {
    /** Orders are still taken. */
    COLLECTING,
    /** The founder looks at the plan. */
    PLANNED,
    /** Each tour has its driver; not all have left. */
    APPROVED,
    /** Every tour has left. */
    UNDER_WAY,
    /** Every driver is back, and their cash is counted. */
    SETTLED,
    /** There was nothing to deliver. */
    EMPTY;

    public boolean isEnd() {
        return this == SETTLED || this == EMPTY;
    }

    /** Whether a plan of it can still change. */
    boolean isOpen() {
        return this == COLLECTING || this == PLANNED || this == APPROVED;
    }
}
