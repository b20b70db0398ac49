package app.orchard.routing.search;

/** What a van does next. */
public sealed interface Step {

    /** @param visit index into the mission's visits */
    record Serve(int visit) implements Step {}

    /** Back at its end, loading for another trip. */
    record Reload() implements Step {}

    /** @param rest index into the van's rests */
    record Pause(int rest) implements Step {}
}
