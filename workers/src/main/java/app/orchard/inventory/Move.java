package app.orchard.inventory;

import java.util.UUID;

/** So many packs of one lot. */
record Move(UUID lot, Movement kind, int quantity) {}
