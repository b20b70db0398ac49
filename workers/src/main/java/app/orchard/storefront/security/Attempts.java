package app.orchard.storefront.security;

import app.orchard.shared.Refusal;
import io.github.bucket4j.Bucket;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * Wrong passwords: some are forgiven, more have to wait. Counted for a login from one network address, for an address,
 * and for a login from everywhere, which takes many so that a stranger does not lock its owner out.
 */
class Attempts {

    private static final int OF_LOGIN_FROM_ADDRESS = 10;
    private static final int OF_ADDRESS = 50;
    private static final int OF_LOGIN = 100;
    private static final Duration REFILLED = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 10_000;
    private static final int LONGEST_LOGIN = 100;

    private final Recent<String, Bucket> buckets = new Recent<>(MOST_REMEMBERED);

    /** @throws Refusal TOO_MANY {@code too-many-tries} */
    void refuseAfterTooMany(String login, String address) {
        if (limits(login, address).stream().anyMatch(bucket -> bucket.getAvailableTokens() == 0)) {
            throw Refusal.tooMany("too-many-tries", "Too many wrong passwords. Please try again in some minutes.");
        }
    }

    void count(String login, String address) {
        limits(login, address).forEach(bucket -> bucket.tryConsume(1));
    }

    /** Whoever holds it tries alone, so that many tries at once are not one. */
    Object turn(String login, String address) {
        return limits(login, address).getFirst();
    }

    private List<Bucket> limits(String login, String address) {
        String name =
                login.substring(0, Math.min(login.length(), LONGEST_LOGIN)).toLowerCase(Locale.ROOT);
        return List.of(
                bucket(name + " from " + address, OF_LOGIN_FROM_ADDRESS),
                bucket("from " + address, OF_ADDRESS),
                bucket("login " + name, OF_LOGIN));
    }

    private Bucket bucket(String key, int tries) {
        return buckets.computeIfAbsent(
                key,
                unknown -> Bucket.builder()
                        .addLimit(limit -> limit.capacity(tries).refillGreedy(tries, REFILLED))
                        .build());
    }
}
