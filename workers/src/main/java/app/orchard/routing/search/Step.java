package app.orchard.routing.search;

/** What a van does next. */
public sealed interface Step {

    /** A visit, by its index among the mission's. */
    record Serve(int visit) implements Step {}

    /** Back at its end, loading for another trip. */
    record Reload() implements Step {}

    /** A rest, by its index among the van's. */
    record Pause(int rest) implements Step {}
}
