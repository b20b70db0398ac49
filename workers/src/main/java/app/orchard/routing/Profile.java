package app.orchard.routing;

/** What somebody drives: decides which ways are open and how fast they are. */
public enum Profile {
    SCOOTER,
    VAN
}
