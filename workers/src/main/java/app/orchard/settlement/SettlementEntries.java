package app.orchard.settlement;

import app.orchard.payment.PaymentMethod;
import app.orchard.shared.Business;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Each movement of money with the day it belongs to, worked out from the books of payments, cash and the gateway. */
@Component
class SettlementEntries {

    /** The gateway pays out after two working days; a long weekend may lie between. */
    private static final int GATEWAY_DAYS = 5;

    private static final int REFUND_DAYS = 10;

    /** Cash is handed over on the day after at the latest. */
    private static final int CASH_DAYS = 1;

    /** Longer ago than this nobody pays the same order a second time. */
    private static final int BEFORE = 30;

    private static final String ENTRIES = """
            with capture as (
              select c.id, c.order_id, p.order_number, c.amount, c.captured_at, c.through_gateway,
                case when c.through_gateway then 'ONLINE' when c.method = 'upi' then 'UPI_AT_STALL' else 'CASH' end
                  as method,
                greatest(0, least(c.amount, p.amount - coalesce(sum(c.amount) over (partition by c.order_id
                  order by c.captured_at, c.id rows between unbounded preceding and 1 preceding), 0))) as owed
              from payment_capture c join payment p on p.order_id = c.order_id
              where c.captured_at >= :before and c.captured_at < :until
            ), entry as (
              select c.captured_at as at, c.method, c.order_id,
                case c.method when 'CASH' then 'Cash for ' when 'ONLINE' then 'Paid online for ' else 'UPI for ' end
                  || c.order_number as what,
                c.owed as expected, c.amount as captured, coalesce(l.fee, 0) as fees, 0 as refunded,
                case c.method when 'ONLINE' then coalesce(l.credit - l.debit, 0)
                  when 'CASH' then case when counted.yes then c.amount else 0 end else c.amount end as settled,
                case c.method
                  when 'ONLINE' then case when l.id is null and c.captured_at >= :gatewayDue then c.amount else 0 end
                  when 'CASH' then case when not counted.yes and c.captured_at >= :cashDue then c.amount else 0 end
                  else 0 end as on_its_way
              from capture c
              left join gateway_ledger l on c.through_gateway and l.id = c.id
              cross join lateral (select exists (select from cash_movement m join cash_movement h
                on h.staff_id = m.staff_id and h.kind = 'HANDED_OVER' and h.id > m.id
                where m.order_id = c.order_id and m.kind = 'COLLECTED') as yes) counted
              union all
              select r.requested_at,
                case when c.through_gateway and r.way = 'GATEWAY' then 'ONLINE'
                  when r.way = 'UPI' or (c.method = 'upi' and r.way <> 'CASH') then 'UPI_AT_STALL' else 'CASH' end,
                r.order_id, 'Back to the customer of ' || p.order_number, 0, 0, 0, r.amount,
                case when c.through_gateway and r.way = 'GATEWAY' then coalesce(l.credit - l.debit, 0)
                  when r.state = 'DONE' then -r.amount else 0 end,
                case when c.through_gateway and r.way = 'GATEWAY' and l.id is null and r.requested_at >= :refundDue
                    then -r.amount
                  when not c.through_gateway and r.state <> 'DONE' then -r.amount else 0 end
              from payment_refund r join payment_capture c on c.id = r.capture_id join payment p on p.order_id = r.order_id
              left join gateway_ledger l on l.id = r.gateway_refund_id
              where r.state <> 'FAILED'
              union all
              select l.created_at, 'ONLINE', null, 'Unknown to us, on the gateway''s statement: ' || l.id,
                0, 0, l.fee, 0, l.credit - l.debit, 0
              from gateway_ledger l
              where not exists (select from payment_capture c where c.id = l.id and c.through_gateway)
                and not exists (select from payment_refund r where r.gateway_refund_id = l.id and r.state <> 'FAILED')
              union all
              select h.at, 'CASH', null, f.name || ' handed over ' || round(h.counted / 100.0, 2) || ' instead of '
                || round(h.expected / 100.0, 2) || ' rupees: ' || h.note, 0, 0, 0, 0, h.counted - h.expected, 0
              from cash_handover h join staff_account f on f.id = h.from_id
              where h.counted <> h.expected
            )
            """;

    private static final String DAY = " (at at time zone :zone)::date as day ";
    private static final String IN_RANGE = " where at >= :since and at < :until ";

    private final JdbcClient jdbc;
    private final Business business;
    private final Clock clock;

    SettlementEntries(JdbcClient jdbc, Business business, Clock clock) {
        this.jdbc = jdbc;
        this.business = business;
        this.clock = clock;
    }

    /** The newest day first, days without any money left out. */
    List<SettlementDay> days(LocalDate from, LocalDate to) {
        return over(from, to, ENTRIES + """
                select %s, method, sum(expected) as expected, sum(captured) as captured, sum(fees) as fees,
                  sum(refunded) as refunded, sum(settled) as settled, sum(on_its_way) as on_its_way
                from entry %s group by day, method order by day desc, method""".formatted(DAY, IN_RANGE))
                .query((row, n) -> day(row))
                .list();
    }

    List<SettlementLine> lines(LocalDate day, PaymentMethod method) {
        return over(
                        day,
                        day,
                        ENTRIES + "select" + DAY + ", entry.* from entry" + IN_RANGE
                                + "and method = :method order by at, what")
                .param("method", method.name())
                .query((row, n) -> line(row))
                .list();
    }

    private JdbcClient.StatementSpec over(LocalDate from, LocalDate to, String sql) {
        LocalDate today = business.dayOf(clock.instant());
        return jdbc.sql(sql)
                .param("zone", business.zone().getId())
                .param("before", startOf(from.minusDays(BEFORE)))
                .param("since", startOf(from))
                .param("until", startOf(to.plusDays(1)))
                .param("gatewayDue", startOf(today.minusDays(GATEWAY_DAYS)))
                .param("refundDue", startOf(today.minusDays(REFUND_DAYS)))
                .param("cashDue", startOf(today.minusDays(CASH_DAYS)));
    }

    private Timestamp startOf(LocalDate day) {
        Instant start = day.atStartOfDay(business.zone()).toInstant();
        return Timestamp.from(start);
    }

    private static SettlementLine line(ResultSet row) throws SQLException {
        UUID order = row.getObject("order_id", UUID.class);
        return new SettlementLine(order == null ? null : new OrderId(order), row.getString("what"), day(row));
    }

    private static SettlementDay day(ResultSet row) throws SQLException {
        return new SettlementDay(
                row.getObject("day", LocalDate.class),
                PaymentMethod.valueOf(row.getString("method")),
                money(row, "expected"),
                money(row, "captured"),
                money(row, "fees"),
                money(row, "refunded"),
                money(row, "settled"),
                money(row, "on_its_way"));
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(row.getBigDecimal(column).longValueExact());
    }
}
