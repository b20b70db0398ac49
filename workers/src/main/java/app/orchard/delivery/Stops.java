package app.orchard.delivery;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
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

    /** The open ones of tours that were given to this driver: those on the road first, each in its order. */
    public List<Stop> of(Staff driver) {
        driver.require(Role.DRIVER);
        return jdbc.sql("""
                select d.tour_id, d.position, d.arrives_at, d.order_id, d.state,
                       coalesce((select max(a.attempt) from delivery_attempt a where a.order_id = o.id), 0)
                         + case d.state when 'PLANNED' then 1 else 0 end as attempt,
                       exists (select from delivery_attempt a
                         where a.order_id = o.id and a.ended_at is null and a.proof = 'pin') as needs_pin,
                       coalesce((select a.proof from delivery_attempt a
                         where a.order_id = o.id and a.ended_at is null), 'none') as proof,
                       (select string_agg(e.reason || ' ' || lower(e.kind), ',' order by e.reason)
                        from failure_evidence e join delivery_attempt a using (order_id, attempt)
                        where a.order_id = o.id and a.ended_at is null) as evidence,
                       'M-' || o.number as number, c.name, c.phone,
                       o.address_line, o.latitude, o.longitude, o.note, o.slot_starts_at, o.slot_ends_at,
                       case when p.captured = 0 then p.amount else 0 end as due,
                       (select string_agg(l.quantity || ' × ' || l.title, ', ' order by l.position)
                        from order_line l where l.order_id = o.id) as items
                from delivery_tour t
                join delivery_stop d on d.tour_id = t.id
                join sales_order o on o.id = d.order_id
                join customer c on c.id = o.customer_id
                join payment p on p.order_id = o.id
                where t.driver_id = ? and t.state in ('APPROVED', 'STARTED') and d.state in ('PLANNED', 'ON_THE_WAY')
                  and o.status not in ('CANCELLED', 'EXPIRED', 'RETURNED', 'DELIVERED')
                order by t.state = 'APPROVED', coalesce(t.started_at, t.leaves_at), t.id, d.position""").param(driver.id()).query(Stops::stop).list();
    }

    private static Stop stop(ResultSet row, int n) throws SQLException {
        return new Stop(
                row.getObject("tour_id", UUID.class),
                row.getInt("position"),
                row.getTimestamp("arrives_at").toInstant(),
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
                row.getString("state").equals("ON_THE_WAY"),
                row.getInt("attempt"),
                row.getBoolean("needs_pin"),
                row.getString("proof"),
                byReason(row.getString("evidence")));
    }

    private static Map<String, String> byReason(@Nullable String evidence) {
        return evidence == null
                ? Map.of()
                : Arrays.stream(evidence.split(","))
                        .map(pair -> pair.split(" "))
                        .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
