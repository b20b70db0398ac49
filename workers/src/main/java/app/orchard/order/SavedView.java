package app.orchard.order;

import java.util.UUID;

/**
 * A filter of the orders list that somebody gave a name.
 *
 * @param address what stands behind the question mark of its address
 */
public record SavedView(UUID id, String name, String address) {}
