package app.orchard.embedded;

import org.jspecify.annotations.Nullable;

/** One of the programs that make Orchard run. */
interface Part {

    /** Its name at the start of a line. */
    String title();

    /** Starts it and waits until it can be used. @throws StartFailed with a sentence that says what to do */
    void start();

    /** Stops it, also in the middle of starting; nothing happens when it does not run. */
    void stop();

    /** Where it can be reached, in a few words. */
    String address();

    /** Its process while it runs as one of its own. */
    @Nullable
    ChildProcess process();

    /** Stops what an earlier run that was killed left of it. */
    void stopLeftover();
}
