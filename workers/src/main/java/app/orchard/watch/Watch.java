package app.orchard.watch;

import app.orchard.engine.EngineModels;
import app.orchard.shared.OrderId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What stands still, for founders. How long is too long, and what to do then, is in the table {@code patience}. */
@Service
@Transactional(readOnly = true)
public class Watch {

    /** Topic of {@link app.orchard.shared.Changes}: something began to stand still, or went on. */
    public static final String TOPIC = "watch";

    private static final int MOST = 200;

    /** An incident says what is wrong better than we could, so a step with one is left out. */
    private static final String STANDSTILLS = """
            with step as (
              select p.element, p.entered_at, i.order_id, i.subject, i.definition_key, l.counts_from, l.seconds, l.advice
              from element_position p
              join process_instance i on i.key = p.instance_key
              join lateral (
                select * from patience where what in (p.element, p.type, 'ANY')
                order by case what when p.element then 0 when p.type then 1 else 2 end limit 1) l on true
              where p.state = 'ACTIVE'
                and p.type not in ('CALL_ACTIVITY', 'SUB_PROCESS', 'EVENT_SUB_PROCESS', 'MULTI_INSTANCE_BODY')
                and not exists (
                  select from incident n
                  where n.resolved_at is null and n.instance_key = p.instance_key and n.element = p.element)),
            run_slot as (
              select r.id::text as subject, d.starts_at, d.ends_at
              from delivery_run r join delivery_slot d on d.id = r.slot_id where r.ended_at is null
              union all
              select t.id::text, d.starts_at, d.ends_at from delivery_tour t
              join delivery_run r on r.id = t.run_id join delivery_slot d on d.id = r.slot_id where r.ended_at is null),
            found as (
              select 'STEP' as kind, s.order_id, s.definition_key, s.element, s.entered_at as since, '' as detail, s.advice,
                greatest(s.entered_at, case s.counts_from
                  when 'SLOT_START' then coalesce(o.slot_starts_at, u.starts_at)
                  when 'SLOT_END' then coalesce(o.slot_ends_at, u.ends_at)
                  when 'PAYMENT_EXPIRY' then p.expires_at end) + s.seconds * interval '1 second' as until
              from step s
              left join sales_order o on o.id = s.order_id
              left join run_slot u on u.subject = s.subject
              left join payment p on p.order_id = s.order_id
              union all
              select case when i.last is null then 'NO_PROCESS' else 'PROCESS_ENDED' end, o.id, null, null,
                coalesce(i.last, o.placed_at), o.status, l.advice,
                coalesce(i.last, o.placed_at) + l.seconds * interval '1 second'
              from sales_order o
              cross join lateral (
                select max(ended_at) as last, bool_or(state = 'ACTIVE') as runs from process_instance
                where order_id = o.id and process = 'order') i
              join patience l on l.what = case when i.last is null then 'NO_PROCESS' else 'PROCESS_ENDED' end
              where o.status not in ('DELIVERED', 'RETURNED', 'CANCELLED', 'EXPIRED') and i.runs is not true
              union all
              select 'PROCESS_GOES_ON', o.id, i.definition_key, t.element, t.created_at, o.status, l.advice,
                t.created_at + l.seconds * interval '1 second'
              from human_task t
              join process_instance i on i.key = t.instance_key
              join sales_order o on o.id = t.order_id and o.status in ('DELIVERED', 'CANCELLED', 'EXPIRED')
              join patience l on l.what = 'PROCESS_GOES_ON'
              where t.state = 'OPEN' and t.process in ('order', 'delivery', 'payment')
              union all
              select 'COMMAND', o.id, null, null, c.created_at, coalesce(c.last_error, 'it does not answer'), l.advice,
                c.created_at + l.seconds * interval '1 second'
              from (select distinct on (ordering_key) * from outbox where sent_at is null order by ordering_key, id) c
              left join sales_order o on o.id::text = c.ordering_key
              join patience l on l.what = 'COMMAND'
              union all
              select 'PAYMENT', p.order_id, null, null, p.created_at, p.state, l.advice,
                p.expires_at + l.seconds * interval '1 second'
              from payment p join patience l on l.what = 'PAYMENT'
              where p.state in ('CREATED', 'PENDING', 'ERRORED', 'UNKNOWN') and p.expires_at < :now::timestamptz
              union all
              select 'REFUND', r.order_id, null, null, r.requested_at, coalesce(r.failure, r.state), l.advice,
                r.requested_at + l.seconds * interval '1 second'
              from payment_refund r join patience l on l.what = 'REFUND'
              where r.state in ('REQUESTED', 'UNKNOWN', 'FAILED') and not r.replaced
              union all
              select 'MESSAGE', m.order_id, null, null, m.queued_at, m.template, l.advice,
                m.queued_at + l.seconds * interval '1 second'
              from message m join patience l on l.what = 'MESSAGE'
              where m.state in ('QUEUED', 'SENDING', 'UNKNOWN'))
            select f.*, 'M-' || o.number as number from found f left join sales_order o on o.id = f.order_id
            where f.until < :now::timestamptz order by f.since limit :most
            """;

    private final JdbcClient jdbc;
    private final EngineModels models;
    private final Clock clock;

    Watch(JdbcClient jdbc, EngineModels models, Clock clock) {
        this.jdbc = jdbc;
        this.models = models;
        this.clock = clock;
    }

    /** Oldest first, two hundred at most. */
    public List<Standstill> standstills(Staff by) {
        by.require(Role.FOUNDER);
        return standstills();
    }

    List<Standstill> standstills() {
        return jdbc.sql(STANDSTILLS)
                .param("now", Timestamp.from(clock.instant()))
                .param("most", MOST)
                .query(this::standstill)
                .list();
    }

    private Standstill standstill(ResultSet row, int n) throws SQLException {
        Standstill.Kind kind = Standstill.Kind.valueOf(row.getString("kind"));
        UUID order = row.getObject("order_id", UUID.class);
        String number = row.getString("number");
        String element = row.getString("element");
        String step = element == null ? "" : models.nameOf(row.getLong("definition_key"), element);
        return new Standstill(
                kind,
                order == null ? null : new OrderId(order),
                number,
                step,
                row.getTimestamp("since").toInstant(),
                sentence(kind, number, step, row.getString("detail")),
                row.getString("advice"));
    }

    private static String sentence(Standstill.Kind kind, @Nullable String number, String step, String detail) {
        String what = number == null ? "Something without an order" : "Order " + number;
        String word = detail.toLowerCase(Locale.ROOT).replace('_', ' ');
        return switch (kind) {
            case STEP -> "%s stands at “%s”.".formatted(what, step);
            case NO_PROCESS -> "%s was placed, but the engine does not know it.".formatted(what);
            case PROCESS_ENDED -> "The engine is done with it, but %s is only %s.".formatted(what, word);
            case PROCESS_GOES_ON -> "%s is %s, and yet somebody is asked: “%s”.".formatted(what, word, step);
            case COMMAND -> "%s: the engine does not take what it is told (%s).".formatted(what, detail);
            case PAYMENT -> "%s: whether it was paid is not known, the payment is %s.".formatted(what, word);
            case REFUND -> "%s: its refund does not go through (%s).".formatted(what, detail);
            case MESSAGE -> "%s: nobody knows whether the message “%s” arrived.".formatted(what, word);
        };
    }
}
