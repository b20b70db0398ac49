package app.orchard.delivery;

/** Where an order is in its tour. */
public enum StopState {
    PLANNED,
    ON_THE_WAY,
    DELIVERED,
    FAILED,
    /** It was not packed when the tour left. */
    LEFT_BEHIND,
    /** Another driver took it over on the road. */
    HANDED_OVER
}
