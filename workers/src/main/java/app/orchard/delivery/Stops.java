package app.orchard.delivery;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The doors each driver has to go to. A driver sees only their own. */
@Service
@Transactional(readOnly = true)
public class Stops {

    private final JdbcClient jdbc;

    Stops(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The open ones, by time and place. */
    public List<Stop> of(Staff driver) {
        driver.require(Role.DRIVER);
        return jdbc.sql("""
                select d.order_id, d.attempt, d.dispatched_at, 'M-' || o.number as number, c.name, c.phone,
                       o.address_line, o.latitude, o.longitude, o.note, o.slot_starts_at, o.slot_ends_at,
                       case when p.captured = 0 then p.amount else 0 end as due,
                       (select string_agg(l.quantity || ' × ' || l.title, ', ' order by l.position)
                        from order_line l where l.order_id = o.id) as items
                from delivery_attempt d
                join sales_order o on o.id = d.order_id
                join customer c on c.id = o.customer_id
                join payment p on p.order_id = o.id
                where d.driver_id = ? and d.ended_at is null
                  and o.status in ('READY', 'OUT_FOR_DELIVERY', 'ATTEMPT_FAILED')
                order by o.slot_starts_at, o.apartment, o.address_line""").param(driver.id()).query(Stops::stop).list();
    }

    private static Stop stop(ResultSet row, int n) throws SQLException {
        return new Stop(
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("number"),
                row.getString("name"),
                row.getString("phone"),
                row.getString("address_line"),
                row.getObject("latitude", Double.class),
                row.getObject("longitude", Double.class),
                Money.of(row.getLong("due")),
                row.getString("items"),
                row.getString("note"),
                instant(row, "slot_starts_at"),
                instant(row, "slot_ends_at"),
                row.getTimestamp("dispatched_at") != null,
                row.getInt("attempt"));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
