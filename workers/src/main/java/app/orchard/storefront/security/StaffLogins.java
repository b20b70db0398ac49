package app.orchard.storefront.security;

import app.orchard.shared.Refusal;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Checks passwords with each request, yet slowly only once in a while: a password that was right is known again for
 * some minutes by a keyed hash that means nothing outside this process. Wrong ones are counted per login and per
 * network address.
 */
class StaffLogins {

    private static final Duration REMEMBERED = Duration.ofMinutes(5);
    private static final int MOST_REMEMBERED = 1000;

    private final StaffAccounts accounts;
    private final Clock clock;
    private final Attempts attempts = new Attempts();
    private final Recent<String, Instant> known = new Recent<>(MOST_REMEMBERED);
    private final SecretKeySpec key;

    StaffLogins(StaffAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
        byte[] random = new byte[32];
        new SecureRandom().nextBytes(random);
        this.key = new SecretKeySpec(random, "HmacSHA256");
    }

    /** @throws Refusal UNAUTHENTICATED {@code bad-login}, TOO_MANY {@code too-many-tries} */
    Staff logIn(String login, String password, String address) {
        String hash = hash(login + '\0' + password);
        return remembered(login, hash).orElseGet(() -> {
            synchronized (attempts.turn(login, address)) {
                return remembered(login, hash).orElseGet(() -> check(login, password, address, hash));
            }
        });
    }

    private Optional<Staff> remembered(String login, String hash) {
        return known.get(hash)
                .filter(until -> until.isAfter(clock.instant()))
                .flatMap(until -> accounts.loggedInSince(login, until.minus(REMEMBERED)));
    }

    private Staff check(String login, String password, String address, String hash) {
        attempts.refuseAfterTooMany(login, address);
        Instant asked = clock.instant();
        try {
            Staff staff = accounts.authenticate(login, password);
            known.put(hash, asked.plus(REMEMBERED));
            return staff;
        } catch (Refusal e) {
            attempts.count(login, address);
            throw e;
        }
    }

    private String hash(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
