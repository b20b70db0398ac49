package app.orchard.settlement;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.staff.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The two tables of cash, for {@link CashCustody}. */
@Component
class CashLedger {

    /** What came after somebody handed everything over the last time. */
    private static final String SINCE_LAST_HANDOVER = """
            m.kind <> 'HANDED_OVER' and m.id > coalesce((select max(h.id) from cash_movement h
              where h.staff_id = m.staff_id and h.kind = 'HANDED_OVER'), 0)
            """;

    private static final String HANDOVER = """
            select h.id, f.name as giver, c.name as counter, h.expected, h.counted, h.note, h.at
            from cash_handover h join staff_account f on f.id = h.from_id join staff_account c on c.id = h.counted_by
            """;

    private final JdbcClient jdbc;

    CashLedger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Nobody collects and hands over at once: until the transaction ends. */
    void lock(UUID staff) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 2))")
                .param("cash:" + staff)
                .query()
                .listOfRows();
    }

    /** The same cause counts once. */
    void move(
            String cause,
            String kind,
            UUID staff,
            @Nullable OrderId order,
            @Nullable UUID handover,
            Money amount,
            Timestamp at) {
        jdbc.sql("""
                insert into cash_movement (cause, kind, staff_id, order_id, handover_id, amount, at)
                values (:cause, :kind, :staff, :order, :handover, :amount, :at) on conflict (cause) do nothing""")
                .param("cause", cause)
                .param("kind", kind)
                .param("staff", staff)
                .param("order", order == null ? null : order.value())
                .param("handover", handover)
                .param("amount", amount.minor())
                .param("at", at)
                .update();
    }

    void store(UUID id, Count count, Staff by, Instant at) {
        jdbc.sql("""
                insert into cash_handover (id, request_key, from_id, counted_by, expected, counted, note, at)
                values (?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(id, count.requestKey(), count.from(), by.id())
                .params(count.expected().minor(), count.counted().minor(), count.note(), Timestamp.from(at))
                .update();
        Money less = Money.ZERO.minus(count.expected());
        move("handed-over:" + id, "HANDED_OVER", count.from(), null, id, less, Timestamp.from(at));
    }

    Money carried(UUID staff) {
        return Money.of(jdbc.sql("select coalesce(sum(amount), 0) from cash_movement where staff_id = ?")
                .param(staff)
                .query(Long.class)
                .single());
    }

    List<CashItem> items(UUID staff) {
        return jdbc.sql("""
                select m.order_id, p.order_number, m.amount, m.at
                from cash_movement m join payment p on p.order_id = m.order_id
                where m.staff_id = ? and %s order by m.id""".formatted(SINCE_LAST_HANDOVER))
                .param(staff)
                .query((row, n) -> new CashItem(
                        new OrderId(row.getObject("order_id", UUID.class)),
                        row.getString("order_number"),
                        Money.of(row.getLong("amount")),
                        row.getTimestamp("at").toInstant()))
                .list();
    }

    List<CashHolder> holders() {
        return jdbc.sql("""
                select s.id, s.name, sum(m.amount) as amount, count(distinct m.order_id) as orders, min(m.at) as since
                from cash_movement m join staff_account s on s.id = m.staff_id
                where %s group by s.id, s.name having sum(m.amount) <> 0 order by since""".formatted(SINCE_LAST_HANDOVER))
                .query((row, n) -> new CashHolder(
                        row.getObject("id", UUID.class),
                        row.getString("name"),
                        Money.of(row.getLong("amount")),
                        row.getInt("orders"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    List<Handover> handovers(int limit) {
        return jdbc.sql(HANDOVER + "order by h.at desc limit ?")
                .param(limit)
                .query(CashLedger::handover)
                .list();
    }

    Optional<Handover> handover(String requestKey) {
        return jdbc.sql(HANDOVER + "where h.request_key = ?")
                .param(requestKey)
                .query(CashLedger::handover)
                .optional();
    }

    /** Whether the hand-over with its key is of the same cash. */
    boolean isOf(Count count) {
        return jdbc.sql("""
                select exists (select from cash_handover
                  where request_key = ? and from_id = ? and expected = ? and counted = ?)""")
                .params(count.requestKey(), count.from())
                .params(count.expected().minor(), count.counted().minor())
                .query(Boolean.class)
                .single();
    }

    boolean isFounder(UUID staff) {
        return jdbc.sql("select exists (select from staff_role where staff_id = ? and role = 'FOUNDER')")
                .param(staff)
                .query(Boolean.class)
                .single();
    }

    private static Handover handover(ResultSet row, int n) throws SQLException {
        return new Handover(
                row.getObject("id", UUID.class),
                row.getString("giver"),
                row.getString("counter"),
                Money.of(row.getLong("expected")),
                Money.of(row.getLong("counted")),
                row.getString("note"),
                row.getTimestamp("at").toInstant());
    }
}
