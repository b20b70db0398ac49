package app.orchard.delivery;

import app.orchard.routing.Leg;
import app.orchard.routing.Profile;
import app.orchard.routing.Tour;
import app.orchard.routing.Trip;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.TimeOrderedId;
import app.orchard.slots.GeoPoint;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tours and their stops. */
@Component
class TourTable {

    private static final String SELECT = """
            select t.id, t.run_id, t.number, t.vehicle, t.profile, s.login, s.name, t.state, t.leaves_at, t.returns_at,
              t.counted_at is not null as is_counted, t.late, t.weight_grams, t.boxes
            from delivery_tour t left join staff_account s on s.id = t.driver_id
            """;

    private static final String STOPS = """
            select d.tour_id, d.order_id, 'M-' || o.number as number, o.address_line, o.latitude, o.longitude, d.position,
              d.trip, d.state, d.arrives_at, d.leaves_at,
              case d.state when 'ON_THE_WAY' then d.expected_at end as expected_at, d.metres, d.seconds, d.late_seconds, d.collected,
              o.status in ('READY', 'ATTEMPT_FAILED') as is_packed,
              case when p.captured = 0 and d.state in ('PLANNED', 'ON_THE_WAY') then p.amount else 0 end as due,
              (select coalesce(sum(l.quantity * v.weight_grams), 0) from order_line l join variant v on v.id = l.variant_id
               where l.order_id = o.id) as weight_grams,
              (select coalesce(sum(l.quantity), 0) from order_line l where l.order_id = o.id) as boxes
            from delivery_stop d join sales_order o on o.id = d.order_id join payment p on p.order_id = o.id
            where d.tour_id = any(?) order by d.tour_id, d.position
            """;

    private final JdbcClient jdbc;

    TourTable(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<TourView> find(UUID tour) {
        return read(jdbc.sql(SELECT + "where t.id = ?").param(tour)).stream().findFirst();
    }

    List<TourView> ofRun(UUID run) {
        return read(jdbc.sql(SELECT + "where t.run_id = ? order by t.number").param(run));
    }

    /** Given to this driver and not finished; those on the road first, then by when they leave. */
    List<TourView> ofDriver(UUID driver) {
        return read(jdbc.sql(SELECT + """
                where t.driver_id = ? and t.state in ('APPROVED', 'STARTED')
                order by t.state = 'APPROVED', coalesce(t.started_at, t.leaves_at), t.id""").param(driver));
    }

    private List<TourView> read(JdbcClient.StatementSpec query) {
        List<TourView> tours = query.query(TourTable::tour).list();
        Map<UUID, List<PlannedStop>> stops =
                stops(tours.stream().map(TourView::id).toList());
        return tours.stream()
                .map(tour -> withStops(tour, stops.getOrDefault(tour.id(), List.of())))
                .toList();
    }

    private Map<UUID, List<PlannedStop>> stops(Collection<UUID> tours) {
        return jdbc
                .sql(STOPS)
                .param(tours.toArray(UUID[]::new))
                .query((row, n) -> Map.entry(row.getObject("tour_id", UUID.class), stop(row)))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    /** Makes room for another plan: what is planned leaves the tours that have not left, and the orders their old places. */
    void clear(UUID run, Collection<UUID> orders) {
        jdbc.sql("""
                delete from delivery_stop d using delivery_tour t
                where t.id = d.tour_id and d.state = 'PLANNED' and (t.run_id = ? or d.order_id = any(?))""").params(run, orders.toArray(UUID[]::new)).update();
    }

    /** Before approval tours come and go with each plan. */
    void deletePlanned(UUID run) {
        jdbc.sql("delete from delivery_tour where run_id = ? and state = 'PLANNED'")
                .param(run)
                .update();
    }

    UUID insert(UUID run, int number, Vehicle vehicle, Tour planned) {
        UUID id = TimeOrderedId.next();
        jdbc.sql("""
                insert into delivery_tour (id, run_id, number, vehicle, profile, weight_grams, boxes, state, leaves_at, returns_at)
                values (?, ?, ?, ?, ?, ?, ?, 'PLANNED', ?, ?)""")
                .params(
                        id,
                        run,
                        number,
                        vehicle.name(),
                        vehicle.profile().name(),
                        vehicle.weightGrams(),
                        vehicle.boxes())
                .params(Timestamp.from(leaves(planned)), Timestamp.from(returns(planned)))
                .update();
        return id;
    }

    void fill(UUID tour, Tour planned) {
        jdbc.sql("update delivery_tour set leaves_at = ?, returns_at = ? where id = ?")
                .params(Timestamp.from(leaves(planned)), Timestamp.from(returns(planned)), tour)
                .update();
        int position = 1 + places(tour);
        int number = 1;
        for (Trip trip : planned.trips()) {
            for (Leg leg : trip.legs()) {
                insert(tour, position++, number, leg);
            }
            number++;
        }
    }

    private static Instant leaves(Tour planned) {
        return planned.trips().getFirst().leaves();
    }

    private static Instant returns(Tour planned) {
        return planned.trips().getLast().returns();
    }

    private int places(UUID tour) {
        return jdbc.sql("select coalesce(max(position), 0) from delivery_stop where tour_id = ?")
                .param(tour)
                .query(Integer.class)
                .single();
    }

    private void insert(UUID tour, int position, int trip, Leg leg) {
        jdbc.sql("""
                insert into delivery_stop (tour_id, order_id, position, trip, state, arrives_at, starts_at, leaves_at,
                  metres, seconds, late_seconds)
                values (?, ?, ?, ?, 'PLANNED', ?, ?, ?, ?, ?, ?)""")
                .params(tour, UUID.fromString(leg.stop()), position, trip, Timestamp.from(leg.arrives()))
                .params(Timestamp.from(leg.starts()), Timestamp.from(leg.leaves()))
                .params(leg.metres(), leg.seconds(), leg.late().toSeconds())
                .update();
    }

    void give(UUID tour, UUID driver) {
        jdbc.sql("update delivery_tour set driver_id = ? where id = ?")
                .params(driver, tour)
                .update();
    }

    /** How many tours each driver has that are not finished. */
    Map<UUID, Integer> load() {
        return jdbc
                .sql("""
                select driver_id, count(*) as tours from delivery_tour
                where state in ('PLANNED', 'APPROVED', 'STARTED') and driver_id is not null group by driver_id""")
                .query((row, n) -> Map.entry(row.getObject("driver_id", UUID.class), row.getInt("tours")))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    void approve(UUID run) {
        jdbc.sql("update delivery_tour set state = 'APPROVED' where run_id = ? and state = 'PLANNED'")
                .param(run)
                .update();
    }

    void drop(UUID tour) {
        jdbc.sql("update delivery_tour set state = 'DROPPED' where id = ?")
                .param(tour)
                .update();
    }

    boolean allHaveLeft(UUID run) {
        return jdbc.sql("""
                select not exists (select from delivery_tour where run_id = ? and state in ('PLANNED', 'APPROVED'))""").param(run).query(Boolean.class).single();
    }

    /** The planned orders of a tour that are still of its run's slot, in the order of their ids. */
    List<OrderId> planned(UUID tour) {
        return jdbc.sql("""
                select d.order_id from delivery_stop d join delivery_tour t on t.id = d.tour_id
                join delivery_run r on r.id = t.run_id join sales_order o on o.id = d.order_id
                where d.tour_id = ? and d.state = 'PLANNED' and o.slot_id = r.slot_id order by d.order_id""").param(tour).query(UUID.class).list().stream()
                .map(OrderId::new)
                .toList();
    }

    void start(UUID tour, Collection<OrderId> taken, Instant now) {
        jdbc.sql("update delivery_tour set state = 'STARTED', started_at = ? where id = ?")
                .params(Timestamp.from(now), tour)
                .update();
        jdbc.sql("""
                update delivery_stop set state = case when order_id = any(:taken) then 'ON_THE_WAY' else 'LEFT_BEHIND' end,
                  ended_at = case when order_id = any(:taken) then null else :now::timestamptz end
                where tour_id = :tour and state = 'PLANNED'""")
                .param("taken", taken.stream().map(OrderId::value).toArray(UUID[]::new))
                .param("now", Timestamp.from(now))
                .param("tour", tour)
                .update();
    }

    /** @return which attempt it is, from 1 */
    int attempt(OrderId order, UUID tour, Instant now) {
        return jdbc.sql("""
                insert into delivery_attempt (order_id, attempt, tour_id, driver_id, dispatched_at)
                select :order, coalesce((select max(attempt) from delivery_attempt where order_id = :order), 0) + 1, t.id,
                  t.driver_id, :now from delivery_tour t where t.id = :tour returning attempt""")
                .param("order", order.value())
                .param("tour", tour)
                .param("now", Timestamp.from(now))
                .query(Integer.class)
                .single();
    }

    /** @return the tour it was in */
    Optional<UUID> end(OrderId order, StopState state, Money collected, Instant now) {
        return jdbc.sql("""
                update delivery_stop set state = ?, collected = ?, ended_at = ?
                where order_id = ? and state = 'ON_THE_WAY' returning tour_id""")
                .params(state.name(), collected.minor(), Timestamp.from(now), order.value())
                .query(UUID.class)
                .optional();
    }

    void lock(UUID tour) {
        jdbc.sql("select id from delivery_tour where id = ? for update")
                .param(tour)
                .query(UUID.class)
                .optional();
    }

    void finish(UUID tour, boolean isCounted, Instant now) {
        jdbc.sql(
                        "update delivery_tour set state = 'FINISHED', finished_at = :now, counted_at = case when :counted then :now::timestamptz end where id = :tour")
                .param("now", Timestamp.from(now))
                .param("counted", isCounted)
                .param("tour", tour)
                .update();
    }

    /** Everything this driver carried was counted. @return the tours whose cash that was */
    List<UUID> count(UUID driver, Instant now) {
        return jdbc.sql("""
                update delivery_tour set counted_at = ?
                where driver_id = ? and state = 'FINISHED' and counted_at is null returning id""")
                .params(Timestamp.from(now), driver)
                .query(UUID.class)
                .list();
    }

    void isLate(UUID tour, String step) {
        jdbc.sql("update delivery_tour set late = ? where id = ?")
                .params(step, tour)
                .update();
    }

    void place(UUID tour, OrderId order, int position) {
        jdbc.sql("update delivery_stop set position = ? where tour_id = ? and order_id = ? and state = 'PLANNED'")
                .params(position, tour, order.value())
                .update();
    }

    private static TourView withStops(TourView tour, List<PlannedStop> stops) {
        return new TourView(
                tour.id(),
                tour.run(),
                tour.number(),
                tour.vehicle(),
                tour.profile(),
                tour.driver(),
                tour.driverName(),
                tour.state(),
                tour.leavesAt(),
                tour.returnsAt(),
                tour.isCounted(),
                tour.late(),
                tour.weightGrams(),
                tour.boxes(),
                stops);
    }

    private static TourView tour(ResultSet row, int n) throws SQLException {
        String name = row.getString("name");
        return new TourView(
                row.getObject("id", UUID.class),
                row.getObject("run_id", UUID.class),
                row.getInt("number"),
                row.getString("vehicle"),
                Profile.valueOf(row.getString("profile")),
                row.getString("login"),
                name == null ? "" : name,
                TourState.valueOf(row.getString("state")),
                row.getTimestamp("leaves_at").toInstant(),
                row.getTimestamp("returns_at").toInstant(),
                row.getBoolean("is_counted"),
                row.getString("late"),
                row.getInt("weight_grams"),
                row.getInt("boxes"),
                List.of());
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }

    private static PlannedStop stop(ResultSet row) throws SQLException {
        return new PlannedStop(
                new OrderId(row.getObject("order_id", UUID.class)),
                row.getString("number"),
                row.getString("address_line"),
                GeoPoint.ofDegreesIfKnown(
                        row.getObject("latitude", Double.class), row.getObject("longitude", Double.class)),
                row.getInt("position"),
                row.getInt("trip"),
                StopState.valueOf(row.getString("state")),
                row.getTimestamp("arrives_at").toInstant(),
                row.getTimestamp("leaves_at").toInstant(),
                instant(row, "expected_at"),
                row.getLong("metres"),
                row.getLong("seconds"),
                row.getLong("late_seconds"),
                row.getInt("weight_grams"),
                row.getInt("boxes"),
                Money.of(row.getLong("due")),
                Money.of(row.getLong("collected")),
                row.getBoolean("is_packed"));
    }
}
