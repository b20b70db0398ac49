package app.orchard.models;

import java.time.Instant;

/**
 * A model in the list.
 *
 * @param key of its newest version
 * @param running instances of all its versions
 * @param incidents open ones
 */
public record ModelRow(
        ModelKind kind, String resource, long key, int version, Instant deployedAt, int running, int incidents) {

    public String id() {
        return kind.idIn(resource);
    }
}
