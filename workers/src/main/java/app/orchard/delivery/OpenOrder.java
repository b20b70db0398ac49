package app.orchard.delivery;

import app.orchard.slots.GeoPoint;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An order that waits for its tour.
 *
 * @param at null when only the address is known
 * @param isRetry nobody opened the last time
 */
record OpenOrder(UUID id, @Nullable GeoPoint at, int weightGrams, int boxes, boolean isRetry) {}
