package app.orchard.insight;

/** What sales are summed up by. */
public enum SalesBy {
    DAY,
    ZONE,
    PRODUCT,
    CHANNEL
}
