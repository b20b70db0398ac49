package app.orchard.inventory;

/** Why packs of a lot moved. What each adds to the counts is in the table {@code stock_movement_kind}. */
public enum Movement {
    RECEIVED,
    RESERVED,
    RELEASED,
    DEDUCTED,
    RETURNED,
    WRITTEN_OFF,
    COUNTED_MORE,
    COUNTED_LESS,
    ADDED,
    REMOVED,
    SENT,
    ARRIVED
}
