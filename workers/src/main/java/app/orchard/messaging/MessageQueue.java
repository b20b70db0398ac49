package app.orchard.messaging;

import app.orchard.shared.Changes;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table of messages as a queue that several processes may work on. A message is marked SENDING and committed
 * before the provider is asked, so that a crash in between leaves a question, never a second message.
 */
@Repository
@EnableConfigurationProperties(MessagingSettings.class)
class MessageQueue {

    static final String TOPIC = "messages.queued";

    static final Duration LEASE = Duration.ofSeconds(60);

    /** Messages to one phone keep their order. */
    private static final String ITS_TURN = """
            state = 'QUEUED' and next_attempt_at <= :now and not exists (
              select 1 from message earlier where earlier.phone = m.phone and earlier.position < m.position
                and earlier.state in ('QUEUED', 'SENDING') and earlier.category <> 'AUTHENTICATION')
            """;

    private record Head(String template, boolean alone) {}

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Clock clock;
    private final MessagingSettings settings;

    MessageQueue(JdbcClient jdbc, Changes changes, Clock clock, MessagingSettings settings) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
        this.settings = settings;
    }

    /** @return false when the occasion was told before */
    boolean add(NewMessage message) {
        Timestamp now = Timestamp.from(clock.instant());
        boolean sending = message.state() == MessageState.SENDING;
        int rows = jdbc.sql("""
                insert into message (id, customer_id, phone, template, category, params, order_id, dedup_key, state,
                  next_attempt_at, queued_at, asked_at, attempts, resends)
                values (:id, :customer, :phone, :template, :category, :params::jsonb, :order, :dedupKey, :state,
                  :next, :now, :asked, :attempts, :resends) on conflict (dedup_key) do nothing""")
                .param("id", message.id())
                .param(
                        "customer",
                        message.customer() == null ? null : message.customer().value())
                .param("phone", message.phone())
                .param("template", message.template().name())
                .param("category", message.template().category().name())
                .param("params", Params.write(message.params()))
                .param("order", message.order() == null ? null : message.order().value())
                .param("dedupKey", message.dedupKey())
                .param("state", message.state().name())
                .param("next", sending ? Timestamp.from(clock.instant().plus(LEASE)) : now)
                .param("now", now)
                .param("asked", sending ? now : null)
                .param("attempts", sending ? 1 : 0)
                .param("resends", message.resends())
                .update();
        changes.announce(TOPIC);
        announce(message.id());
        return rows == 1;
    }

    boolean anyDue() {
        return head().isPresent();
    }

    /** The next messages of one template that fit into one request; they are marked SENDING. */
    @Transactional
    List<Outgoing> claim(int atMost) {
        Optional<Head> head = head();
        if (head.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                update message set state = 'SENDING', attempts = attempts + 1, checks = 0, asked_at = :now,
                  next_attempt_at = :lease
                where id in (select id from message m where template = :template and alone = :alone and
                """ + ITS_TURN + " order by position limit :limit for update skip locked) returning *")
                .param("now", Timestamp.from(clock.instant()))
                .param("lease", Timestamp.from(clock.instant().plus(LEASE)))
                .param("template", head.get().template())
                .param("alone", head.get().alone())
                .param("limit", head.get().alone() ? 1 : atMost)
                .query(MessageQueue::outgoing)
                .list();
    }

    private Optional<Head> head() {
        return jdbc.sql("select template, alone from message m where " + ITS_TURN + " order by position limit 1")
                .param("now", Timestamp.from(clock.instant()))
                .query(Head.class)
                .optional();
    }

    @Transactional
    void record(Map<Outgoing, Verdict> verdicts) {
        verdicts.forEach((message, verdict) -> {
            switch (verdict) {
                case Verdict.Sent sent -> advance(message.id(), MessageState.SENT, null);
                case Verdict.Failed(var problem) -> advance(message.id(), MessageState.FAILED, problem);
                case Verdict.Later(var problem, var alone) -> later(message.id(), problem, alone);
                case Verdict.Unclear(var problem) -> unclear(message, problem);
            }
        });
    }

    /** Forward only: news that come late, twice or in the wrong order change nothing. */
    boolean advance(UUID id, MessageState next, @Nullable String problem) {
        return advance(id, next, problem, clock.instant());
    }

    boolean advance(UUID id, MessageState next, @Nullable String problem, Instant at) {
        int rows = jdbc.sql("""
                update message set state = :state, problem = :problem,
                  sent_at = case when :state in ('SENT', 'DELIVERED', 'READ') then coalesce(sent_at, :at) else sent_at end,
                  delivered_at = case when :state in ('DELIVERED', 'READ') then coalesce(delivered_at, :at)
                    else delivered_at end,
                  read_at = case when :state = 'READ' then :at else read_at end,
                  failed_at = case when :state = 'FAILED' then :at::timestamptz end
                where id = :id and state in (:from)""")
                .param("state", next.name())
                .param("problem", problem)
                .param("at", Timestamp.from(at))
                .param("id", id)
                .param("from", next.predecessors())
                .update();
        announce(id);
        return rows == 1;
    }

    private void later(UUID id, String problem, boolean alone) {
        // Nothing was sent, so this try does not count.
        jdbc.sql("""
                update message set state = 'QUEUED', attempts = greatest(attempts - 1, 0), problem = ?,
                  alone = alone or ?, next_attempt_at = ? where id = ? and state = 'SENDING'""")
                .params(problem, alone, Timestamp.from(clock.instant()), id)
                .update();
    }

    private void unclear(Outgoing message, String problem) {
        jdbc.sql("""
                update message set state = 'UNKNOWN', problem = ?, checks = 0, next_attempt_at = ?
                where id = ? and state = 'SENDING'""")
                .params(problem, Timestamp.from(clock.instant().plus(settings.firstCheckAfter())), message.id())
                .update();
        announce(message.id());
    }

    void announce(UUID id) {
        changes.announce("messages");
        jdbc.sql("select 'order:' || order_id from message where id = ? and order_id is not null")
                .param(id)
                .query(String.class)
                .optional()
                .ifPresent(changes::announce);
    }

    static Outgoing outgoing(ResultSet row, int n) throws SQLException {
        MessageTemplate template = MessageTemplate.valueOf(row.getString("template"));
        return new Outgoing(
                row.getObject("id", UUID.class),
                row.getString("phone"),
                template,
                Params.read(row.getString("params"), template),
                row.getInt("attempts"),
                row.getTimestamp("asked_at").toInstant());
    }
}
