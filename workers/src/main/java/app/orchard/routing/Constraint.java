package app.orchard.routing;

/** Why an order has no place in a plan. */
public enum Constraint {
    WEIGHT,
    BOXES,
    WINDOW,
    SHIFT,
    NO_ROAD,
    NO_VEHICLE
}
