package app.orchard.delivery;

import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.slots.GeoPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * For customers: where their order is and when it comes. Only of their own, only while it is on its way, and never at
 * which other door the driver stands.
 */
@Service
@Transactional(readOnly = true)
public class Approaches {

    /** What was heard longer ago says little of where somebody is. */
    static final Duration FRESH = Duration.ofMinutes(10);

    private record Way(UUID tour, OrderId order, Approach approach) {}

    private static final String ON_THE_WAY = """
            select t.id, o.id as order_id, s.name, o.latitude, o.longitude,
              greatest(coalesce(d.expected_at, d.arrives_at), :now::timestamptz) as expected_at,
              (select count(*) from delivery_stop b where b.tour_id = d.tour_id and b.state = 'ON_THE_WAY'
                 and b.position < d.position) as before
            from delivery_stop d
            join delivery_tour t on t.id = d.tour_id
            join staff_account s on s.id = t.driver_id
            join sales_order o on o.id = d.order_id
            where d.state = 'ON_THE_WAY' and t.state = 'STARTED' and o.status = 'OUT_FOR_DELIVERY'\s""";

    private final JdbcClient jdbc;
    private final PositionTable positions;
    private final Clock clock;

    Approaches(JdbcClient jdbc, PositionTable positions, Clock clock) {
        this.jdbc = jdbc;
        this.positions = positions;
        this.clock = clock;
    }

    /** @return nothing for an order of somebody else, or when nobody is on the way with it */
    public Optional<Approach> of(OrderId order, CustomerId customer) {
        return onTheWay("and o.id = :order and o.customer_id = :customer")
                .param("order", order.value())
                .param("customer", customer.value())
                .query(Approaches::way)
                .optional()
                .map(way -> seen(way, false));
    }

    /**
     * For whoever was given the order's link: not who drives, not the door, and not the driver at it.
     *
     * @return nothing when nobody is on the way with it
     */
    public Optional<Approach> ofLink(UUID link) {
        return onTheWay("and o.link = :link")
                .param("link", link)
                .query(Approaches::way)
                .optional()
                .map(way -> seen(way, true))
                .map(known -> new Approach("", known.driverAt(), null, known.expectedAt(), known.stopsBefore()));
    }

    private JdbcClient.StatementSpec onTheWay(String which) {
        return jdbc.sql(ON_THE_WAY + which).param("now", Timestamp.from(clock.instant()));
    }

    private Approach seen(Way way, boolean hidesOwnDoor) {
        Instant since = clock.instant().minus(FRESH);
        Approach known = way.approach();
        Position place = positions
                .lastAwayFromOtherDoors(way.tour(), way.order(), since, hidesOwnDoor)
                .orElse(null);
        return new Approach(known.driver(), place, known.door(), known.expectedAt(), known.stopsBefore());
    }

    private static Way way(ResultSet row, int n) throws SQLException {
        return new Way(
                row.getObject("id", UUID.class),
                new OrderId(row.getObject("order_id", UUID.class)),
                new Approach(
                        row.getString("name"),
                        null,
                        GeoPoint.ofDegreesIfKnown(
                                row.getObject("latitude", Double.class), row.getObject("longitude", Double.class)),
                        row.getTimestamp("expected_at").toInstant(),
                        row.getInt("before")));
    }
}
