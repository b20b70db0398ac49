package app.orchard.messaging;

/** WhatsApp's categories: they decide price and whether a customer's STOP holds a message back. */
public enum MessageCategory {
    /** Order and payment news; sent even to those who wrote STOP. */
    UTILITY,
    /** One-time codes. */
    AUTHENTICATION,
    /** Offers; only to those who agreed and have not written STOP. */
    MARKETING
}
