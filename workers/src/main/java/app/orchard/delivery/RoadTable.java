package app.orchard.delivery;

import app.orchard.routing.Leg;
import app.orchard.shared.OrderId;
import app.orchard.shared.TimeOrderedId;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What changes in tours on the road. */
@Component
class RoadTable {

    private final JdbcClient jdbc;

    RoadTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their ids, as everywhere. */
    void lock(Stream<UUID> tours) {
        tours.distinct()
                .sorted((one, other) -> one.toString().compareTo(other.toString()))
                .forEach(tour -> jdbc.sql("select id from delivery_tour where id = ? for update")
                        .param(tour)
                        .query(UUID.class)
                        .optional());
    }

    /** The tour that a driver is on the road with, the latest if there are several. */
    Optional<UUID> startedBy(UUID driver) {
        return jdbc.sql("""
                select id from delivery_tour where driver_id = ? and state = 'STARTED' order by started_at desc limit 1""").param(driver).query(UUID.class).optional();
    }

    /** Begins on the road. The run is locked. */
    UUID begin(UUID run, Vehicle vehicle, UUID driver, Instant now) {
        return jdbc.sql("""
                insert into delivery_tour (id, run_id, number, vehicle, profile, weight_grams, boxes, driver_id, state,
                  leaves_at, returns_at, started_at, took_over)
                select :id, :run, coalesce(max(number), 0) + 1, :vehicle, :profile, :grams, :boxes, :driver, 'STARTED',
                  :now, :now, :now, true from delivery_tour where run_id = :run returning id""")
                .param("id", TimeOrderedId.next())
                .param("run", run)
                .param("vehicle", vehicle.name())
                .param("profile", vehicle.profile().name())
                .param("grams", vehicle.weightGrams())
                .param("boxes", vehicle.boxes())
                .param("driver", driver)
                .param("now", Timestamp.from(now))
                .query(UUID.class)
                .single();
    }

    /** Behind everything that the other one still has to do. @return whether it was on the way with the first */
    boolean handOver(OrderId order, UUID from, UUID to, Instant now) {
        boolean isOnTheWay =
                jdbc.sql("""
                update delivery_stop set state = 'HANDED_OVER', ended_at = ?
                where tour_id = ? and order_id = ? and state = 'ON_THE_WAY'""").params(Timestamp.from(now), from, order.value()).update() > 0;
        if (isOnTheWay) {
            take(order, from, to);
            jdbc.sql("""
                    update delivery_attempt a set tour_id = t.id, driver_id = t.driver_id from delivery_tour t
                    where t.id = ? and a.order_id = ? and a.ended_at is null""").params(to, order.value()).update();
        }
        return isOnTheWay;
    }

    private void take(OrderId order, UUID from, UUID to) {
        jdbc.sql("""
                insert into delivery_stop (tour_id, order_id, position, trip, state, arrives_at, starts_at, leaves_at, metres,
                  seconds, late_seconds, expected_at, near_at, late_at)
                select :to, order_id, (select coalesce(max(position), 0) + 1 from delivery_stop where tour_id = :to),
                  (select coalesce(min(trip), 1) from delivery_stop where tour_id = :to and state = 'ON_THE_WAY'),
                  'ON_THE_WAY', arrives_at, starts_at, leaves_at, metres, seconds, late_seconds, expected_at, near_at, late_at
                from delivery_stop where tour_id = :from and order_id = :order
                on conflict (tour_id, order_id) do update set state = 'ON_THE_WAY', ended_at = null,
                  position = excluded.position, trip = excluded.trip""")
                .param("from", from)
                .param("to", to)
                .param("order", order.value())
                .update();
    }

    /** Behind everything else in another tour of the run. @return whether it was planned in the first */
    boolean move(OrderId order, UUID from, UUID to) {
        return jdbc.sql("""
                update delivery_stop set tour_id = :to,
                  position = (select coalesce(max(position), 0) + 1 from delivery_stop where tour_id = :to)
                where tour_id = :from and order_id = :order and state = 'PLANNED'""")
                        .param("from", from)
                        .param("to", to)
                        .param("order", order.value())
                        .update()
                > 0;
    }

    void delete(UUID tour) {
        jdbc.sql("delete from delivery_tour where id = ?").param(tour).update();
    }

    /** Locks the stops that a tour still goes to. */
    List<OrderId> lockAhead(UUID tour) {
        return jdbc.sql("""
                select order_id from delivery_stop where tour_id = ? and state = 'ON_THE_WAY' order by order_id for update""")
                .param(tour)
                .query((row, n) -> new OrderId(row.getObject("order_id", UUID.class)))
                .list();
    }

    /** The first place that no stop has which is done. */
    int firstPlace(UUID tour) {
        return jdbc.sql("""
                select coalesce(max(position), 0) + 1 from delivery_stop where tour_id = ? and state <> 'ON_THE_WAY'""").param(tour).query(Integer.class).single();
    }

    void place(UUID tour, Collection<OrderId> inOrder, int first) {
        int place = first;
        for (OrderId order : inOrder) {
            jdbc.sql("update delivery_stop set position = ? where tour_id = ? and order_id = ?")
                    .params(place++, tour, order.value())
                    .update();
        }
    }

    void plan(UUID tour, Leg leg) {
        jdbc.sql("""
                update delivery_stop set arrives_at = ?, starts_at = ?, leaves_at = ?, metres = ?, seconds = ?,
                  late_seconds = ? where tour_id = ? and order_id = ?""")
                .params(Timestamp.from(leg.arrives()), Timestamp.from(leg.starts()), Timestamp.from(leg.leaves()))
                .params(leg.metres(), leg.seconds(), leg.late().toSeconds())
                .params(tour, UUID.fromString(leg.stop()))
                .update();
    }

    void returns(UUID tour, Instant at) {
        jdbc.sql("update delivery_tour set returns_at = greatest(leaves_at, ?) where id = ?")
                .params(Timestamp.from(at), tour)
                .update();
    }
}
