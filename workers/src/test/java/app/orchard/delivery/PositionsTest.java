package app.orchard.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.DemoBusinessTest;
import app.orchard.order.OrderView;
import app.orchard.order.Orders;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.slots.GeoPoint;
import app.orchard.slots.Slot;
import app.orchard.staff.Staff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoBusinessTest
class PositionsTest {

    private static final String NEAR = "DRIVER_NEAR";
    private static final String LATE = "ORDER_DELAYED";

    @Autowired
    private Road road;

    @Autowired
    private Positions positions;

    @Autowired
    private Approaches approaches;

    @Autowired
    private ArrivalRound round;

    @Autowired
    private Tours tours;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Orders orders;

    @Autowired
    private JdbcClient jdbc;

    private Staff driver;
    private Slot slot;

    @BeforeEach
    void aSlotAndADriverOfOnesOwn() {
        driver = road.hire();
        slot = road.slot();
    }

    @Test
    void takesPlacesFromTheDriverOfATourOnTheRoadOnly() {
        OrderId order = road.packed(slot);
        UUID tour = road.approved(slot, driver);
        List<Position> here = List.of(at(road.door(order), Instant.now()));
        assertThat(Road.typeOf(() -> positions.report(tour, here, driver))).isEqualTo("not-on-the-road");

        tours.start(tour, driver);
        List<Position> then = List.of(at(road.door(order), Instant.now()));
        assertThat(Road.typeOf(() -> positions.report(tour, then, road.hire()))).isEqualTo("forbidden");
        assertThat(Road.typeOf(() -> positions.report(tour, then, road.founder())))
                .isEqualTo("forbidden");
        assertThat(Road.typeOf(() -> positions.report(UUID.randomUUID(), then, driver)))
                .isEqualTo("not-found");
        positions.report(tour, then, driver);
        positions.report(tour, then, driver);
        assertThat(kept(tour)).isEqualTo(1);

        deliveries.failed(order, Road.UNREACHABLE, driver);
        assertThat(Road.typeOf(() -> positions.report(tour, then, driver))).isEqualTo("not-on-the-road");
    }

    @Test
    void keepsNothingOfBeforeTheStartAndTrustsNoClockThatIsAhead() {
        OrderId order = road.packed(slot);
        UUID tour = road.depart(slot, driver);
        GeoPoint door = road.door(order);

        positions.report(
                tour,
                List.of(
                        at(door, Instant.now().minus(Duration.ofHours(1))),
                        at(door, Instant.parse("1000-01-01T00:00:00Z")),
                        at(door, Instant.MAX)),
                driver);

        assertThat(kept(tour)).isEqualTo(1);
        assertThat(jdbc.sql("select max(at) < now() + interval '2 minutes' from driver_position where tour_id = ?")
                        .param(tour)
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void letsTheTimeOfArrivalFollowTheDriver() {
        OrderId order = road.packed(slot);
        UUID tour = road.depart(slot, driver);
        GeoPoint door = road.door(order);

        positions.report(tour, List.of(at(north(door, 60_000), Instant.now())), driver);
        Approach far = approach(order);
        positions.report(tour, List.of(at(north(door, 10_000), Instant.now())), driver);
        Approach closer = approach(order);

        assertThat(far.driverAt()).isNotNull().extracting(Position::at).isEqualTo(north(door, 60_000));
        assertThat(far.stopsBefore()).isZero();
        assertThat(closer.expectedAt()).isBefore(far.expectedAt().minus(Duration.ofMinutes(2)));
        assertThat(approaches.of(order, CustomerId.next()))
                .as("for somebody else")
                .isEmpty();
    }

    @Test
    void showsWhoeverHasTheLinkNeitherTheDoorNorWhoDrives() {
        OrderId order = road.packed(slot);
        UUID link = jdbc.sql("select link from sales_order where id = ?")
                .param(order.value())
                .query(UUID.class)
                .single();
        UUID tour = road.depart(slot, driver);
        GeoPoint door = road.door(order);
        Instant now = Instant.now();

        positions.report(tour, List.of(at(north(door, 20_000), now)), driver);
        positions.report(tour, List.of(at(door, now.plusSeconds(20))), driver);

        assertThat(approaches.ofLink(link)).hasValueSatisfying(seen -> {
            assertThat(seen.driver()).isEmpty();
            assertThat(seen.door()).isNull();
            assertThat(seen.driverAt()).isNotNull().extracting(Position::at).isEqualTo(north(door, 20_000));
            assertThat(seen.expectedAt()).isEqualTo(approach(order).expectedAt());
        });
        assertThat(approaches.ofLink(UUID.randomUUID())).isEmpty();
        assertThat(orders.ofLink(link))
                .extracting(OrderView::addressLine, OrderView::apartment, OrderView::note)
                .containsOnly("");
    }

    @Test
    void showsNobodyAtWhichOtherDoorTheDriverStands() {
        OrderId first = road.packed(slot);
        GeoPoint door = road.door(first);
        OrderId neighbour = road.packed(slot, north(door, 500));
        OrderId last = road.packed(slot, north(door, 30_000));
        UUID tour = road.depart(slot, driver);
        Instant now = Instant.now();

        positions.report(tour, List.of(at(north(door, -20_000), now)), driver);
        positions.report(tour, List.of(at(north(door, 300), now.plusSeconds(20))), driver);

        assertThat(approach(last).driverAt())
                .isNotNull()
                .extracting(Position::at)
                .isEqualTo(north(door, -20_000));
        assertThat(approach(first).driverAt())
                .isNotNull()
                .extracting(Position::at)
                .isEqualTo(north(door, 300));
        assertThat(approach(neighbour).driverAt())
                .isNotNull()
                .extracting(Position::at)
                .isEqualTo(north(door, 300));
    }

    @Test
    void doesNotUseAPlaceThatMayBeFarOff() {
        OrderId order = road.packed(slot);
        UUID tour = road.depart(slot, driver);

        positions.report(tour, List.of(new Position(road.door(order), 3_000, Instant.now())), driver);

        assertThat(approach(order).driverAt()).isNull();
        assertThat(road.messages(order, NEAR)).isZero();
    }

    @Test
    void showsTheWayOnlyWhileSomebodyIsOnTheWay() {
        OrderId order = road.packed(slot);
        CustomerId customer = customer(order);
        assertThat(approaches.of(order, customer)).isEmpty();

        road.depart(slot, driver);
        assertThat(approach(order).driver()).isEqualTo("Driver");
        deliveries.delivered(order, new Handover(deliveries.due(order), ""), driver);

        assertThat(approaches.of(order, customer)).isEmpty();
    }

    @Test
    void saysOnceThatTheDriverIsNear() {
        OrderId first = road.packed(slot);
        GeoPoint door = road.door(first);
        OrderId second = road.packed(slot, north(door, 30_000));
        UUID tour = road.depart(slot, driver);
        road.inOrder(tour, first, second);

        positions.report(tour, List.of(at(north(door, -200_000), Instant.now())), driver);
        assertThat(road.messages(first, NEAR)).isZero();
        positions.report(tour, List.of(at(north(door, 500), Instant.now())), driver);
        positions.report(tour, List.of(at(door, Instant.now())), driver);
        round.round();

        assertThat(road.messages(first, NEAR)).isEqualTo(1);
        assertThat(road.messages(second, NEAR)).isZero();
        assertThat(approach(second).stopsBefore()).isEqualTo(1);
    }

    @Test
    void saysOnceThatItGetsLate() {
        OrderId order = road.packed(slot);
        OrderId other = road.packed(slot);
        UUID tour = road.depart(slot, driver);
        road.endSlot(order, Instant.now().minus(Duration.ofMinutes(16)));
        road.endSlot(other, Instant.now().plus(Duration.ofHours(5)));

        round.round();
        positions.report(tour, List.of(at(north(road.door(order), 60_000), Instant.now())), driver);
        round.round();

        assertThat(road.messages(order, LATE)).isEqualTo(1);
        assertThat(orders.get(order, road.founder()).late()).isTrue();
        assertThat(road.messages(other, LATE)).isZero();
    }

    @Test
    void reckonsWithoutAnyPlaceFromTheLastDoor() {
        OrderId first = road.packed(slot);
        OrderId second = road.packed(slot, north(road.door(first), 20_000));
        road.depart(slot, driver);
        OrderId next = approach(first).stopsBefore() == 0 ? first : second;
        OrderId last = next.equals(first) ? second : first;

        deliveries.delivered(next, new Handover(deliveries.due(next), ""), driver);
        round.round();

        Approach approach = approach(last);
        assertThat(approach.stopsBefore()).isZero();
        assertThat(approach.driverAt()).isNull();
        assertThat(approach.expectedAt()).isBetween(Instant.now(), Instant.now().plus(Duration.ofHours(1)));
    }

    @Test
    void forgetsWhereDriversWereAfterThirtyDays() {
        OrderId order = road.packed(slot);
        UUID tour = road.depart(slot, driver);
        positions.report(tour, List.of(at(road.door(order), Instant.now())), driver);
        jdbc.sql("""
                insert into driver_position (tour_id, at, latitude, longitude, accuracy_metres)
                values (?, now() - interval '31 days', 1, 1, 1), (?, now() - interval '29 days', 1, 1, 1)""").params(tour, tour).update();

        positions.forgetOld();

        assertThat(kept(tour)).isEqualTo(2);
    }

    @Test
    void keepsNoPlaceInTheAuditLog() {
        OrderId order = road.packed(slot);
        UUID tour = road.depart(slot, driver);
        positions.report(tour, List.of(at(road.door(order), Instant.now())), driver);

        assertThat(jdbc.sql("select count(*) from audit_entry where subject = 'driver_position'")
                        .query(Integer.class)
                        .single())
                .isZero();
    }

    private Approach approach(OrderId order) {
        return approaches.of(order, customer(order)).orElseThrow();
    }

    private CustomerId customer(OrderId order) {
        return jdbc.sql("select customer_id from sales_order where id = ?")
                .param(order.value())
                .query((row, n) -> new CustomerId(row.getObject(1, UUID.class)))
                .single();
    }

    private int kept(UUID tour) {
        return jdbc.sql("select count(*) from driver_position where tour_id = ?")
                .param(tour)
                .query(Integer.class)
                .single();
    }

    private static Position at(GeoPoint place, Instant when) {
        return new Position(place, 10, when);
    }

    private static GeoPoint north(GeoPoint of, int millionths) {
        return new GeoPoint(of.latitudeE6() + millionths, of.longitudeE6());
    }
}
