package app.orchard.engine;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Whether the engine takes what we tell it. Asked by every page, so looked at only every few seconds. */
@Service
public class Backlog {

    private static final Duration USUAL = Duration.ofSeconds(20);
    private static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    private record Seen(Instant at, boolean isLate) {}

    private final JdbcClient jdbc;
    private final Clock clock;
    private volatile Seen seen = new Seen(Instant.EPOCH, false);

    Backlog(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What is stored now is carried out later than usual: the engine is away, or far behind. */
    @Transactional(readOnly = true)
    public boolean isLate() {
        Instant now = clock.instant();
        Seen last = seen;
        if (now.isBefore(last.at().plus(LOOK_EVERY)) && !now.isBefore(last.at())) {
            return last.isLate();
        }
        boolean isLate = look(now);
        seen = new Seen(now, isLate);
        return isLate;
    }

    /** One that the engine refuses, and what waits behind it, does not count: the others go on. */
    private boolean look(Instant now) {
        return jdbc.sql("""
                select exists (select from outbox o where o.sent_at is null and o.attempts = 0 and o.created_at < ?
                  and not exists (select from outbox refused where refused.ordering_key = o.ordering_key
                    and refused.sent_at is null and refused.id < o.id and refused.attempts > 0))""")
                .param(Timestamp.from(now.minus(USUAL)))
                .query(Boolean.class)
                .single();
    }
}
