package app.orchard.messaging;

import app.orchard.messaging.wati.WatiEvent;
import app.orchard.shared.Changes;
import app.orchard.shared.WakefulLoop;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Stores the provider's news as they come, each occurrence once, and applies them in order of arrival. */
@Component
class WatiInbox implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WatiInbox.class);
    private static final String TOPIC = "wati.inbox";
    private static final int TRIES = 5;
    private static final Duration KEEP = Duration.ofDays(30);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private record Stored(String body, Timestamp receivedAt) {}

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final MessageNews news;
    private final Changes changes;
    private final Clock clock;
    private final WakefulLoop loop = new WakefulLoop("wati-inbox", Duration.ofSeconds(1), this::round);
    private Instant tidied = Instant.EPOCH;

    WatiInbox(JdbcClient jdbc, TransactionTemplate transaction, MessageNews news, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.news = news;
        this.changes = changes;
        this.clock = clock;
        changes.subscribe(TOPIC::equals, topic -> loop.wake());
    }

    /**
     * One statement, so that the provider is answered at once. The second version of an event replaces the first,
     * which does not carry our id.
     *
     * @return whether it said something new
     * @throws tools.jackson.core.JacksonException when it is no JSON object
     */
    boolean store(String body) {
        WatiEvent event = WatiEvent.parse(body);
        int rows = jdbc.sql("""
                insert into wati_event (dedup_key, event_type, local_message_id, whatsapp_message_id, body, received_at)
                values (:key, :type, :local, :whatsapp, :body::jsonb, :now)
                on conflict (dedup_key) do update set body = excluded.body, processed_at = null, tries = 0,
                  local_message_id = excluded.local_message_id
                where wati_event.local_message_id is null and excluded.local_message_id is not null
                  and not wati_event.matched""")
                .param("key", event.dedupKey().orElseGet(() -> "body:" + body.hashCode()))
                .param("type", event.type())
                .param("local", event.localId())
                .param("whatsapp", event.whatsappId())
                .param("body", WatiEvent.keepable(body))
                .param("now", Timestamp.from(clock.instant()))
                .update();
        if (rows == 1) {
            changes.announce(TOPIC);
        }
        return rows == 1;
    }

    private void round() {
        while (loop.isRunning() && applyNext()) {
            // one transaction each
        }
        if (clock.instant().isAfter(tidied.plus(TIDY_EVERY))) {
            tidyUp();
        }
    }

    private boolean applyNext() {
        Optional<Long> next = jdbc.sql("select id from wati_event where processed_at is null order by id limit 1")
                .query(Long.class)
                .optional();
        return next.isPresent() && apply(next.get());
    }

    /** @return false when another process is at it */
    private boolean apply(long id) {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> {
                Optional<Stored> stored =
                        jdbc.sql("""
                        select body::text as body, received_at from wati_event
                        where id = ? and processed_at is null for update skip locked""").param(id).query(Stored.class).optional();
                stored.ifPresent(event -> apply(id, event));
                return stored.isPresent();
            }));
        } catch (RuntimeException failure) {
            noteFailure(id, failure);
            throw failure;
        }
    }

    private void apply(long id, Stored stored) {
        boolean matched =
                news.apply(WatiEvent.parse(stored.body()), stored.receivedAt().toInstant());
        jdbc.sql("update wati_event set processed_at = ?, matched = ? where id = ?")
                .params(Timestamp.from(clock.instant()), matched, id)
                .update();
    }

    /** One notice that cannot be applied must not keep the others waiting for ever. */
    private void noteFailure(long id, RuntimeException failure) {
        jdbc.sql("""
                update wati_event set tries = tries + 1, problem = ?,
                  processed_at = case when tries + 1 >= ? then cast(? as timestamptz) end where id = ?""")
                .params(failure.toString(), TRIES, Timestamp.from(clock.instant()), id)
                .update();
    }

    private void tidyUp() {
        tidied = clock.instant();
        int gone = jdbc.sql("delete from wati_event where processed_at < ?")
                .param(Timestamp.from(tidied.minus(KEEP)))
                .update();
        if (gone > 0) {
            log.info("{} old notices of the WhatsApp provider deleted", gone);
        }
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
