package app.orchard.delivery;

import app.orchard.shared.OrderId;
import app.orchard.slots.GeoPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where the drivers of tours were. */
@Component
class PositionTable {

    /** What may be further off says nothing about which door somebody stands at. */
    private static final int USABLE_METRES = 250;

    /** Who is as near as that to a door is there, as far as a customer elsewhere needs to know. */
    private static final double AT_A_DOOR_METRES = 150;

    private final JdbcClient jdbc;

    PositionTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Only of a tour on the road, and nothing from before it started. Again: changes nothing. */
    void add(UUID tour, Position position) {
        jdbc.sql("""
                insert into driver_position (tour_id, at, latitude, longitude, accuracy_metres)
                select t.id, :at, :latitude, :longitude, :accuracy from delivery_tour t
                where t.id = :tour and t.state = 'STARTED' and t.started_at <= :at on conflict do nothing""")
                .param("tour", tour)
                .param("at", Timestamp.from(position.when()))
                .param("latitude", position.at().latitude())
                .param("longitude", position.at().longitude())
                .param("accuracy", position.accuracyMetres())
                .update();
    }

    Optional<Position> last(UUID tour) {
        return jdbc.sql("""
                select latitude, longitude, accuracy_metres, at from driver_position
                where tour_id = ? and accuracy_metres <= ? order by at desc limit 1""")
                .params(tour, USABLE_METRES)
                .query(PositionTable::position)
                .optional();
    }

    /**
     * For the customer of an order: the last place of its tour, since a moment, that was not at another customer's
     * door. Doors so near to their own that they would show nothing else are no other doors.
     */
    /** @param hidesOwnDoor also at the order's own door nobody is shown */
    Optional<Position> lastAwayFromOtherDoors(UUID tour, OrderId order, Instant since, boolean hidesOwnDoor) {
        return jdbc.sql("""
                select p.latitude, p.longitude, p.accuracy_metres, p.at
                from driver_position p
                join sales_order mine on mine.id = :order
                where p.tour_id = :tour and p.at > :since and p.accuracy_metres <= :usable
                  and not exists (
                    select from delivery_stop d join sales_order o on o.id = d.order_id
                    cross join lateral (select 111320 as north, 111320 * cos(radians(p.latitude)) as east) degree
                    where d.tour_id = p.tour_id and (:hidesOwn or o.id <> mine.id)
                      and ((o.latitude - p.latitude) * north) ^ 2 + ((o.longitude - p.longitude) * east) ^ 2
                        < :near ^ 2
                      and (:hidesOwn or mine.latitude is null
                        or ((o.latitude - mine.latitude) * north) ^ 2 + ((o.longitude - mine.longitude) * east) ^ 2
                        >= :near ^ 2))
                order by p.at desc limit 1""")
                .param("order", order.value())
                .param("tour", tour)
                .param("since", Timestamp.from(since))
                .param("usable", USABLE_METRES)
                .param("near", AT_A_DOOR_METRES)
                .param("hidesOwn", hidesOwnDoor)
                .query(PositionTable::position)
                .optional();
    }

    Map<UUID, Position> lastOf(UUID run, Instant since) {
        return jdbc
                .sql("""
                select distinct on (t.id) t.id, p.latitude, p.longitude, p.accuracy_metres, p.at
                from delivery_tour t join driver_position p on p.tour_id = t.id
                where t.run_id = ? and t.state = 'STARTED' and p.at > ? and p.accuracy_metres <= ?
                order by t.id, p.at desc""")
                .params(run, Timestamp.from(since), USABLE_METRES)
                .query((row, n) -> Map.entry(row.getObject("id", UUID.class), position(row, n)))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void forget(Instant before) {
        jdbc.sql("delete from driver_position where at < ?")
                .param(Timestamp.from(before))
                .update();
    }

    private static Position position(ResultSet row, int n) throws SQLException {
        return new Position(
                GeoPoint.ofDegrees(row.getDouble("latitude"), row.getDouble("longitude")),
                row.getInt("accuracy_metres"),
                row.getTimestamp("at").toInstant());
    }
}
