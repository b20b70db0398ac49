package app.orchard.demo;

/** The steps of an order in whose midst something may die. */
enum Step {
    PLACED,
    PAYMENT_REQUESTED,
    PAYMENT_CAPTURED,
    CONFIRMED,
    PREPARING,
    PACKED,
    ON_THE_ROAD,
    FAILED,
    ASKED,
    DELIVERED,
    CANCELLED,
    REFUNDED
}
