package app.orchard.inventory;

/** What a movement does to the packs on hand and to the promised ones. */
enum Movement {
    RECEIVED(1, 0),
    RESERVED(0, 1),
    RELEASED(0, -1),
    DEDUCTED(-1, -1),
    RETURNED(1, 0),
    WRITTEN_OFF(-1, 0);

    final int onHand;
    final int reserved;

    Movement(int onHand, int reserved) {
        this.onHand = onHand;
        this.reserved = reserved;
    }
}
