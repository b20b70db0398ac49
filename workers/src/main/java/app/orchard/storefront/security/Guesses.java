package app.orchard.storefront.security;

import app.orchard.shared.Refusal;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.function.Supplier;

/** Codes that do not exist: some are slips, many from one network address are guesses and have to wait. */
abstract class Guesses {

    private static final int FORGIVEN = 30;
    private static final Duration REFILLED = Duration.ofMinutes(30);
    private static final int MOST_REMEMBERED = 10_000;

    private final Recent<String, Bucket> buckets = new Recent<>(MOST_REMEMBERED);
    private final String wrong;

    /** @param wrong the type of the refusal that a wrong code meets */
    Guesses(String wrong) {
        this.wrong = wrong;
    }

    /** @throws Refusal of the look-up; TOO_MANY {@code too-many-tries} instead of looking */
    public <T> T lookUp(String address, Supplier<T> byCode) {
        Bucket bucket = buckets.computeIfAbsent(
                address,
                unknown -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(FORGIVEN).refillGreedy(FORGIVEN, REFILLED))
                        .build());
        if (bucket.getAvailableTokens() == 0) {
            throw Refusal.tooMany("too-many-tries", "Too many wrong codes. Please try again in some minutes.");
        }
        try {
            return byCode.get();
        } catch (Refusal refusal) {
            if (refusal.type().equals(wrong)) {
                bucket.tryConsume(1);
            }
            throw refusal;
        }
    }
}
