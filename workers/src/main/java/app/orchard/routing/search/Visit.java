package app.orchard.routing.search;

/**
 * A place to go to once.
 *
 * @param opens before it nobody is served
 * @param closes when the service begins at the latest
 * @param van the only one that may go there; {@link #ANY} when each may
 * @param aboard loaded already: only on its van's first trip
 * @param worth what it costs to leave it out; far more than any way there
 */
public record Visit(
        int place, int opens, int closes, int service, int weight, int boxes, int van, boolean aboard, long worth) {

    public static final int ANY = -1;

    /** With another end of its time. */
    public Visit closing(int closes) {
        return new Visit(place, opens, closes, service, weight, boxes, van, aboard, worth);
    }
}
