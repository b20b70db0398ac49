package app.orchard.inventory;

import java.util.UUID;

/**
 * A place where stock lies.
 *
 * @param code {@code store} for the main store, a stall's own code otherwise
 */
public record Location(UUID id, String code, String name) {

    public static final String STORE = "store";
}
