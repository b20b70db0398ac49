package app.orchard.routing.search;

import java.time.Duration;
import java.util.function.LongSupplier;

/**
 * How long to search: until the clock has gone on by so much or so many rounds are done, whichever is first.
 *
 * @param nanos a clock
 */
public record Budget(LongSupplier nanos, long mostNanos, long mostRounds) {

    private static final long ENDLESS = Long.MAX_VALUE / 4;

    public static Budget of(Duration time, long rounds) {
        return new Budget(System::nanoTime, time.toNanos(), rounds);
    }

    /** The same rounds give the same routes. */
    public static Budget ofRounds(long rounds) {
        return new Budget(() -> 0, ENDLESS, rounds);
    }

    /** Of any clock, such as one of a thread's own computing time. */
    public static Budget of(LongSupplier nanos, Duration time) {
        return new Budget(nanos, time.toNanos(), ENDLESS);
    }
}
