package app.orchard.staff;

import app.orchard.shared.Refusal;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The phones on which drivers are logged in. Who holds one acts as a driver and as nothing else, whatever more the
 * account may do: a phone is lost more easily than a password.
 */
@Service
@Transactional
public class StaffSessions {

    private static final Duration LASTS = Duration.ofDays(60);
    private static final int LONGEST_TOKEN = 100;

    private final JdbcClient jdbc;
    private final StaffAccounts accounts;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    StaffSessions(JdbcClient jdbc, StaffAccounts accounts, Clock clock) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.clock = clock;
    }

    /**
     * For somebody who has proven that this is their phone.
     *
     * @param phone E.164
     * @throws Refusal FORBIDDEN unless it is the phone of exactly one driver
     */
    public StaffSession open(String phone) {
        List<String> logins = jdbc.sql("""
                select s.login from staff_account s join staff_role r on r.staff_id = s.id
                where r.role = 'DRIVER' and s.active and regexp_replace(s.phone, '[^0-9+]', '', 'g') = ?""").param(phone).query(String.class).list();
        if (logins.size() != 1) {
            throw Refusal.forbidden(
                    "This is not the number of a driver. Please ask the founder which number is written down for you.");
        }
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        String token = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        Instant now = clock.instant();
        StaffSession session = new StaffSession(token, driver(logins.getFirst()).orElseThrow(), now.plus(LASTS));
        jdbc.sql("delete from staff_session where expires_at < ?")
                .param(Timestamp.from(now))
                .update();
        jdbc.sql("insert into staff_session (token_hash, staff_id, created_at, expires_at) values (?, ?, ?, ?)")
                .params(hash(token), session.staff().id(), Timestamp.from(now), Timestamp.from(session.expiresAt()))
                .update();
        return session;
    }

    /** As a driver. Nobody when the token is unknown, too old or taken away, or when they do not drive any more. */
    @Transactional(readOnly = true)
    public Optional<Staff> whoHas(String token) {
        if (token.length() > LONGEST_TOKEN) {
            return Optional.empty();
        }
        return jdbc.sql("""
                select a.login from staff_session s join staff_account a on a.id = s.staff_id
                where s.token_hash = ? and s.expires_at > ?""")
                .params(hash(token), Timestamp.from(clock.instant()))
                .query(String.class)
                .optional()
                .flatMap(this::driver);
    }

    public void close(String token) {
        jdbc.sql("delete from staff_session where token_hash = ?")
                .param(hash(token))
                .update();
    }

    /** For a phone that was lost, or somebody who has left. @throws Refusal NOT_FOUND */
    public void closeAll(String login, Staff by) {
        by.require(Role.FOUNDER);
        Staff whose = accounts.byLogin(login).orElseThrow(() -> Refusal.notFound("driver"));
        closeAll(whose.id());
    }

    void closeAll(UUID staff) {
        jdbc.sql("delete from staff_session where staff_id = ?").param(staff).update();
    }

    /** @return on how many phones each of them is logged in now; those on none are missing */
    Map<UUID, Integer> open() {
        record Phones(UUID staffId, int phones) {}
        return jdbc
                .sql("select staff_id, count(*) as phones from staff_session where expires_at > ? group by staff_id")
                .param(Timestamp.from(clock.instant()))
                .query(Phones.class)
                .list()
                .stream()
                .collect(Collectors.toMap(Phones::staffId, Phones::phones));
    }

    private Optional<Staff> driver(String login) {
        return accounts.byLogin(login)
                .filter(staff -> staff.is(Role.DRIVER))
                .map(staff -> new Staff(staff.id(), staff.login(), staff.name(), staff.phone(), Set.of(Role.DRIVER)));
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
