package app.orchard.customer;

import app.orchard.shared.CustomerId;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Log in by a code of six digits sent over WhatsApp. The answers are the same for known and unknown numbers. */
@Service
@Transactional(noRollbackFor = Refusal.class)
public class Logins {

    private static final Duration CODE_LASTS = Duration.ofMinutes(10);
    private static final Duration SESSION_LASTS = Duration.ofDays(30);
    private static final Duration BETWEEN_CODES = Duration.ofSeconds(20);
    private static final int TRIES = 5;
    private static final int CODES_AN_HOUR = 5;
    private static final SecureRandom RANDOM = new SecureRandom();

    private record StoredCode(UUID id, String codeHash) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Customers customers;
    private final PasswordEncoder hashes;
    private final ApplicationEventPublisher events;
    private final int codesAnHourFromOneAddress;

    Logins(
            JdbcClient jdbc,
            Clock clock,
            Customers customers,
            PasswordEncoder hashes,
            ApplicationEventPublisher events,
            @Value("${orchard.login.codes-an-hour-from-one-address:60}") int codesAnHourFromOneAddress) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.customers = customers;
        this.hashes = hashes;
        this.events = events;
        this.codesAnHourFromOneAddress = codesAnHourFromOneAddress;
    }

    /**
     * Sends a code; an earlier one no longer works.
     *
     * @param requestedBy the caller's network address
     * @throws Refusal TOO_MANY {@code too-many-codes}; UNAVAILABLE when it cannot be sent, then it counts for nothing
     */
    @Transactional
    public void requestCode(Phone phone, String requestedBy) {
        jdbc.sql("select pg_advisory_xact_lock(hashtext(?))")
                .param("login:" + phone.e164())
                .query()
                .listOfRows();
        limit(phone, requestedBy);
        String code = "%06d".formatted(RANDOM.nextInt(1_000_000));
        Instant now = clock.instant();
        jdbc.sql("""
                insert into login_code (id, phone, code_hash, tries_left, requested_by, created_at, expires_at)
                values (?, ?, ?, ?, ?, ?, ?)""")
                .params(TimeOrderedId.next(), phone.e164(), hashes.encode(code), TRIES, requestedBy)
                .params(Timestamp.from(now), Timestamp.from(now.plus(CODE_LASTS)))
                .update();
        events.publishEvent(new LoginCodeIssued(phone.e164(), code));
    }

    /** @throws Refusal UNAUTHENTICATED {@code bad-code}: wrong, used, too old, or tried five times */
    public Session logIn(Phone phone, String code) {
        prove(phone, code);
        return open(customers.withPhone(phone));
    }

    /**
     * Uses up a code, which shows that somebody holds this phone.
     *
     * @throws Refusal UNAUTHENTICATED {@code bad-code}: wrong, used, too old, or tried five times
     */
    public void prove(Phone phone, String code) {
        StoredCode stored = tryOnce(phone).orElseThrow(Logins::badCode);
        boolean right = code.length() == 6 && hashes.matches(code, stored.codeHash());
        if (!right || !use(stored)) {
            throw badCode();
        }
    }

    @Transactional(readOnly = true)
    public Optional<CustomerId> whoHas(String token) {
        if (token.length() > 100) {
            return Optional.empty();
        }
        return jdbc.sql("select customer_id from customer_session where token_hash = ? and expires_at > ?")
                .params(hash(token), Timestamp.from(clock.instant()))
                .query(UUID.class)
                .optional()
                .map(CustomerId::new);
    }

    public void logOut(String token) {
        jdbc.sql("delete from customer_session where token_hash = ?")
                .param(hash(token))
                .update();
    }

    /** On every device. */
    public void logOutEverywhere(CustomerId customer) {
        jdbc.sql("delete from customer_session where customer_id = ?")
                .param(customer.value())
                .update();
    }

    private void limit(Phone phone, String requestedBy) {
        Instant now = clock.instant();
        Timestamp anHourAgo = Timestamp.from(now.minus(Duration.ofHours(1)));
        int ofPhone = jdbc.sql("select count(*) from login_code where phone = ? and created_at > ?")
                .params(phone.e164(), anHourAgo)
                .query(Integer.class)
                .single();
        int ofAddress = jdbc.sql("select count(*) from login_code where requested_by = ? and created_at > ?")
                .params(requestedBy, anHourAgo)
                .query(Integer.class)
                .single();
        int justNow = jdbc.sql("select count(*) from login_code where phone = ? and created_at > ? and not used")
                .params(phone.e164(), Timestamp.from(now.minus(BETWEEN_CODES)))
                .query(Integer.class)
                .single();
        if (justNow > 0 || ofPhone >= CODES_AN_HOUR || ofAddress >= codesAnHourFromOneAddress) {
            throw Refusal.tooMany(
                    "too-many-codes",
                    justNow > 0
                            ? "A code is on its way. Please wait a moment before asking for another."
                            : "Too many codes were asked for. Please try again in an hour.");
        }
    }

    private Optional<StoredCode> tryOnce(Phone phone) {
        return jdbc.sql("""
                update login_code set tries_left = tries_left - 1
                where id = (select id from login_code where phone = ? order by created_at desc limit 1)
                  and tries_left > 0 and not used and expires_at > ? returning id, code_hash""")
                .params(phone.e164(), Timestamp.from(clock.instant()))
                .query(StoredCode.class)
                .optional();
    }

    private boolean use(StoredCode stored) {
        return jdbc.sql("update login_code set used = true where id = ? and not used")
                        .param(stored.id())
                        .update()
                == 1;
    }

    private Session open(CustomerId customer) {
        byte[] random = new byte[32];
        RANDOM.nextBytes(random);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        Instant now = clock.instant();
        Session session = new Session(token, customer, now.plus(SESSION_LASTS));
        jdbc.sql("insert into customer_session (token_hash, customer_id, created_at, expires_at) values (?, ?, ?, ?)")
                .params(hash(token), customer.value(), Timestamp.from(now), Timestamp.from(session.expiresAt()))
                .update();
        return session;
    }

    private static Refusal badCode() {
        return Refusal.unauthenticated("bad-code", "That code is wrong or no longer valid. Please ask for a new one.");
    }

    private static String hash(String token) {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(sha.digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
