package app.orchard.routing;

import java.time.Duration;
import java.time.Instant;

/**
 * The way to a stop and the service there.
 *
 * @param starts when the service begins: on arrival, or when the stop's time begins
 * @param metres from the place before
 * @param seconds of driving from the place before
 * @param late how much after the stop's time the service begins
 */
public record Leg(
        String stop, Instant arrives, Instant starts, Instant leaves, long metres, long seconds, Duration late) {}
