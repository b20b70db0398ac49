package app.orchard.insight;

import app.orchard.order.Channel;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.Business;
import app.orchard.shared.Money;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was sold: orders by when they were placed, but for what was cancelled or never paid. */
@Service
@Transactional(readOnly = true)
public class Sales {

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
