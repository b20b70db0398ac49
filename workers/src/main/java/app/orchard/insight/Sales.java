package app.orchard.insight;

import app.orchard.order.Channel;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.Business;
import app.orchard.shared.Money;
import app.orchard.shared.Refusal;
import app.orchard.shared.Sheet;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was sold: orders by when they were placed, but for what was cancelled or never paid. */
@Service
@Transactional(readOnly = true)
public class Sales {

    private static final int MOST_DAYS = 366;

    private final JdbcClient jdbc;
    private final Business business;

    Sales(JdbcClient jdbc, Business business) {
        this.jdbc = jdbc;
        this.business = business;
    }

    /** Of the day until now, beside those of the same weekday until the same time. */
    public List<Takings> takings(Instant now, Staff by) {
        by.require(Role.FOUNDER);
        ZonedDateTime local = now.atZone(business.zone());
        ZonedDateTime before = local.minusWeeks(1);
        return jdbc.sql("""
                select channel, payment_method,
                  count(*) filter (where placed_at >= :morning) as orders,
                  coalesce(sum(total) filter (where placed_at >= :morning), 0) as money,
                  count(*) filter (where placed_at < :morning) as orders_before,
                  coalesce(sum(total) filter (where placed_at < :morning), 0) as money_before
                from sales_order
                where status not in ('CANCELLED', 'EXPIRED')
                  and ((placed_at >= :morning and placed_at <= :now)
                    or (placed_at >= :morningBefore and placed_at <= :nowBefore))
                group by channel, payment_method order by channel, payment_method""")
                .param("morning", morning(local))
                .param("now", Timestamp.from(now))
                .param("morningBefore", morning(before))
                .param("nowBefore", Timestamp.from(before.toInstant()))
                .query(Sales::takings)
                .list();
    }

    /**
     * Both days included; days by time, everything else by what brought most.
     *
     * @throws Refusal INVALID {@code bad-days} when they are in the wrong order or more than a year apart
     */
    public List<SalesRow> summary(LocalDate from, LocalDate until, SalesBy by, Staff staff) {
        staff.require(Role.FOUNDER);
        if (until.isBefore(from) || until.isAfter(from.plusDays(MOST_DAYS))) {
            throw Refusal.invalid("bad-days", "Please choose a first and a last day, at most a year apart.");
        }
        return jdbc.sql(sql(by))
                .param("zone", business.zone().getId())
                .param("from", start(from))
                .param("until", start(until.plusDays(1)))
                .query((row, n) -> new SalesRow(
                        row.getString("name"),
                        row.getInt("orders"),
                        row.getInt("packs"),
                        Money.of(row.getLong("money"))))
                .list();
    }

    /** As comma-separated values, in rupees. @throws Refusal as {@link #summary} */
    public String csv(LocalDate from, LocalDate until, SalesBy by, Staff staff) {
        return Sheet.of(
                List.of(by.name().toLowerCase(Locale.ROOT), "orders", "packs", "rupees"),
                summary(from, until, by, staff).stream()
                        .map(row -> List.of(
                                Sheet.text(row.name()),
                                String.valueOf(row.orders()),
                                String.valueOf(row.packs()),
                                Sheet.rupees(row.money())))
                        .toList());
    }

    private static String sql(SalesBy by) {
        if (by == SalesBy.PRODUCT) {
            return """
                    select p.name, count(distinct o.id) as orders, sum(l.quantity) as packs, sum(l.total) as money
                    from sales_order o join order_line l on l.order_id = o.id
                    join variant v on v.id = l.variant_id join product p on p.id = v.product_id
                    where o.status not in ('CANCELLED', 'EXPIRED') and o.placed_at >= :from and o.placed_at < :until
                      and :zone <> ''
                    group by p.id, p.name order by money desc, p.name""";
        }
        String name = switch (by) {
            case DAY -> "((o.placed_at at time zone :zone)::date)::text";
            case ZONE -> "o.zone";
            case CHANNEL -> "o.channel || '/' || o.payment_method";
            case PRODUCT -> throw new IllegalStateException();
        };
        return """
                select %s as name, count(*) as orders, coalesce(sum(l.packs), 0) as packs, sum(o.total) as money
                from sales_order o
                left join lateral (select sum(quantity) as packs from order_line where order_id = o.id) l on true
                where o.status not in ('CANCELLED', 'EXPIRED') and o.placed_at >= :from and o.placed_at < :until
                  and :zone <> ''
                group by 1 order by %s""".formatted(name, by == SalesBy.DAY ? "name" : "money desc, name");
    }

    private Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(business.zone()).toInstant());
    }

    private static Timestamp morning(ZonedDateTime moment) {
        return Timestamp.from(
                moment.toLocalDate().atStartOfDay(moment.getZone()).toInstant());
    }

    private static Takings takings(ResultSet row, int n) throws SQLException {
        return new Takings(
                Channel.valueOf(row.getString("channel")),
                PaymentMethod.valueOf(row.getString("payment_method")),
                new Takings.Sum(row.getInt("orders"), Money.of(row.getLong("money"))),
                new Takings.Sum(row.getInt("orders_before"), Money.of(row.getLong("money_before"))));
    }
}
