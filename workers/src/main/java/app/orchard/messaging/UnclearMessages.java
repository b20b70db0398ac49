package app.orchard.messaging;

import app.orchard.shared.Changes;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Messages of which nobody knows yet whether they went out, and those that waited too long. */
@Repository
class UnclearMessages {

    private static final int SENDS_AT_MOST = 3;

    private final MessageQueue queue;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Clock clock;
    private final MessagingSettings settings;

    UnclearMessages(MessageQueue queue, JdbcClient jdbc, Changes changes, Clock clock, MessagingSettings settings) {
        this.queue = queue;
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
        this.settings = settings;
    }

    /** Asked and heard nothing since; each is looked at by one process at a time. */
    @Transactional
    List<Outgoing> due(int atMost) {
        jdbc.sql("update message set state = 'UNKNOWN' where state = 'SENDING' and next_attempt_at < :now")
                .param("now", Timestamp.from(clock.instant()))
                .update();
        return jdbc.sql("""
                update message set next_attempt_at = :lease where id in (
                  select id from message where state = 'UNKNOWN' and next_attempt_at <= :now
                  order by next_attempt_at limit :limit for update skip locked) returning *""")
                .param("lease", Timestamp.from(clock.instant().plus(MessageQueue.LEASE)))
                .param("now", Timestamp.from(clock.instant()))
                .param("limit", atMost)
                .query(MessageQueue::outgoing)
                .list();
    }

    /** The provider's history does not know it: look once more, then send it again, in the end give up. */
    @Transactional
    void notFound(Outgoing message) {
        boolean looked = jdbc.sql("select checks from message where id = ?")
                        .param(message.id())
                        .query(Integer.class)
                        .single()
                > 0;
        if (!looked) {
            checkAgain(message.id());
        } else if (message.attempts() >= SENDS_AT_MOST) {
            queue.advance(
                    message.id(),
                    MessageState.FAILED,
                    "Sent " + message.attempts()
                            + " times and never seen at the WhatsApp provider. Call the customer.");
        } else {
            jdbc.sql("update message set state = 'QUEUED', next_attempt_at = ?, alone = true"
                            + " where id = ? and state = 'UNKNOWN'")
                    .params(Timestamp.from(clock.instant()), message.id())
                    .update();
            changes.announce(MessageQueue.TOPIC);
        }
    }

    private void checkAgain(UUID id) {
        jdbc.sql("update message set checks = checks + 1, next_attempt_at = ? where id = ? and state = 'UNKNOWN'")
                .params(Timestamp.from(clock.instant().plus(settings.nextCheckAfter())), id)
                .update();
    }

    /** @return how many became too old to be sent */
    @Transactional
    int giveUp() {
        Instant now = clock.instant();
        List<UUID> old = jdbc.sql("""
                update message set state = 'FAILED', failed_at = :now, problem = case state
                  when 'QUEUED' then 'It could not be sent for a day. ' || coalesce(problem, '')
                  else 'The WhatsApp provider never told whether it arrived. Call the customer.' end
                where state in ('QUEUED', 'UNKNOWN') and queued_at < :before returning id""")
                .param("now", Timestamp.from(now))
                .param("before", Timestamp.from(now.minus(settings.giveUpAfter())))
                .query(UUID.class)
                .list();
        old.forEach(queue::announce);
        return old.size();
    }
}
