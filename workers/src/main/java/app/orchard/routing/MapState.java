package app.orchard.routing;

/**
 * What is known of the town.
 *
 * @param sentence for people, such as "Reading the map, 40 %"
 * @param bounds what the map covers; the whole world when there is none
 */
public record MapState(Stage stage, String sentence, Bounds bounds) {

    static final Bounds WORLD = new Bounds(-90, -180, 90, 180);

    /** No map, being read, or in use. */
    public enum Stage {
        NONE,
        LOADING,
        READY,
        FAILED
    }
}
