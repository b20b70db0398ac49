package app.orchard.delivery;

import app.orchard.inventory.Location;
import app.orchard.routing.Profile;
import app.orchard.shared.OrderId;
import app.orchard.slots.GeoPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tours on the road, and when they are expected where. */
@Component
class CourseTable {

    private record Vehicle(String driver, Profile profile, Instant startedAt) {}

    private record Seen(@Nullable GeoPoint at, Instant when, boolean isByPhone) {}

    private final JdbcClient jdbc;
    private final PositionTable positions;
    private final RunTable runs;

    CourseTable(JdbcClient jdbc, PositionTable positions, RunTable runs) {
        this.jdbc = jdbc;
        this.positions = positions;
        this.runs = runs;
    }

    List<UUID> onTheRoad() {
        return jdbc.sql("select id from delivery_tour where state = 'STARTED' order by started_at")
                .query(UUID.class)
                .list();
    }

    Optional<Course> find(UUID tour) {
        return jdbc.sql("""
                select s.name, t.profile, t.started_at from delivery_tour t join staff_account s on s.id = t.driver_id
                where t.id = ? and t.state = 'STARTED'""")
                .param(tour)
                .query((row, n) -> new Vehicle(
                        row.getString("name"),
                        Profile.valueOf(row.getString("profile")),
                        row.getTimestamp("started_at").toInstant()))
                .optional()
                .map(vehicle -> course(tour, vehicle));
    }

    private Course course(UUID tour, Vehicle vehicle) {
        Seen seen = seen(tour, vehicle);
        return new Course(
                vehicle.driver(), vehicle.profile(), seen.at(), seen.when(), seen.isByPhone(), doorsAhead(tour));
    }

    private Seen seen(UUID tour, Vehicle vehicle) {
        Seen atDoor = lastDoor(tour)
                .orElseGet(() -> new Seen(runs.place(Location.STORE).orElse(null), vehicle.startedAt(), false));
        return positions
                .last(tour)
                .filter(position -> !position.when().isBefore(atDoor.when()))
                .map(position -> new Seen(position.at(), position.when(), true))
                .orElse(atDoor);
    }

    private Optional<Seen> lastDoor(UUID tour) {
        return jdbc.sql("""
                select o.latitude, o.longitude, d.ended_at from delivery_stop d join sales_order o on o.id = d.order_id
                where d.tour_id = ? and d.state in ('DELIVERED', 'FAILED') order by d.ended_at desc limit 1""")
                .param(tour)
                .query((row, n) ->
                        new Seen(place(row), row.getTimestamp("ended_at").toInstant(), false))
                .optional();
    }

    private List<DoorAhead> doorsAhead(UUID tour) {
        return jdbc.sql("""
                select * from (
                  select d.order_id, d.state, d.position, d.seconds, d.near_at, d.late_at, o.latitude, o.longitude,
                    o.slot_starts_at, o.slot_ends_at,
                    case when d.trip > lag(d.trip) over w
                      then extract(epoch from d.arrives_at - lag(d.leaves_at) over w)::bigint else 0 end as pause
                  from delivery_stop d join sales_order o on o.id = d.order_id
                  where d.tour_id = ? and d.state not in ('LEFT_BEHIND', 'HANDED_OVER') window w as (order by d.position)) stop
                where state = 'ON_THE_WAY' order by position""").param(tour).query(CourseTable::door).list();
    }

    private static DoorAhead door(ResultSet row, int n) throws SQLException {
        return new DoorAhead(
                new OrderId(row.getObject("order_id", UUID.class)),
                place(row),
                Duration.ofSeconds(row.getLong("seconds")),
                Duration.ofSeconds(Math.max(0, row.getLong("pause"))),
                row.getTimestamp("slot_starts_at").toInstant(),
                row.getTimestamp("slot_ends_at").toInstant(),
                row.getTimestamp("near_at") != null,
                row.getTimestamp("late_at") != null);
    }

    private static @Nullable GeoPoint place(ResultSet row) throws SQLException {
        return GeoPoint.ofDegreesIfKnown(
                row.getObject("latitude", Double.class), row.getObject("longitude", Double.class));
    }

    /** One after the other by id, so that two who reckon at once do not wait for each other. */
    void expect(UUID tour, Map<OrderId, Instant> arrivals) {
        arrivals.entrySet().stream()
                .sorted(Comparator.comparing(arrival -> arrival.getKey().toString()))
                .forEach(arrival -> jdbc.sql("""
                        update delivery_stop set expected_at = ?
                        where tour_id = ? and order_id = ? and state = 'ON_THE_WAY'""")
                        .params(Timestamp.from(arrival.getValue()), tour)
                        .param(arrival.getKey().value())
                        .update());
    }

    /** @return false when somebody else had told it a moment ago */
    boolean toldNear(UUID tour, OrderId order, Instant now) {
        return jdbc.sql("""
                update delivery_stop set near_at = ? where tour_id = ? and order_id = ? and near_at is null""").params(Timestamp.from(now), tour, order.value()).update() > 0;
    }

    /** @return false when somebody else had told it a moment ago */
    boolean toldLate(UUID tour, OrderId order, Instant now) {
        return jdbc.sql("""
                update delivery_stop set late_at = ? where tour_id = ? and order_id = ? and late_at is null""").params(Timestamp.from(now), tour, order.value()).update() > 0;
    }
}
