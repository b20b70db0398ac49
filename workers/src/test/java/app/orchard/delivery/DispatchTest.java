package app.orchard.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import app.orchard.AtOnce;
import app.orchard.DemoBusinessTest;
import app.orchard.engine.UserTaskCreated;
import app.orchard.processes.Elements;
import app.orchard.settlement.CashCustody;
import app.orchard.settlement.Count;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.slots.GeoPoint;
import app.orchard.slots.Slot;
import app.orchard.staff.Staff;
import app.orchard.task.Tasks;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DemoBusinessTest
class DispatchTest {

    @Autowired
    private Road road;

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Runs runs;

    @Autowired
    private Tours tours;

    @Autowired
    private Stops stops;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private Positions positions;

    @Autowired
    private CashCustody custody;

    @Autowired
    private Tasks tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private ApplicationEventPublisher events;

    private Staff founder;
    private Staff driver;
    private Staff other;
    private Slot slot;

    @BeforeEach
    void twoDriversAndASlot() {
        founder = road.founder();
        driver = road.hire();
        other = road.hire();
        slot = road.slot();
    }

    @Test
    void givesAStopToADriverWhoIsOnTheRoadToo() {
        OrderId stays = road.packed(slot);
        OrderId goes = road.packed(slot);
        UUID from = road.depart(slot, driver);
        Slot elsewhere = road.slot();
        OrderId theirs = road.packed(elsewhere);
        UUID to = road.depart(elsewhere, other);
        long task = opened(goes, driver);

        dispatch.giveStop(from, goes, other.login(), founder);

        assertThat(states(from))
                .containsExactlyInAnyOrder(tuple(stays, StopState.ON_THE_WAY), tuple(goes, StopState.HANDED_OVER));
        assertThat(states(to))
                .containsExactlyInAnyOrder(tuple(theirs, StopState.ON_THE_WAY), tuple(goes, StopState.ON_THE_WAY));
        assertThat(stops.of(driver)).extracting(Stop::order).containsExactly(stays);
        assertThat(stops.of(other)).extracting(Stop::order).containsExactlyInAnyOrder(theirs, goes);
        assertThat(tasks.inbox(other, 100)).extracting(open -> open.key()).contains(task);
        assertThat(tasks.inbox(driver, 100)).extracting(open -> open.key()).doesNotContain(task);
        Handover handover = new Handover(deliveries.due(goes), "");
        assertThat(Road.typeOf(() -> deliveries.delivered(goes, handover, driver)))
                .isEqualTo("forbidden");
        deliveries.delivered(goes, handover, other);
        assertThat(custody.carriedBy(other)).isEqualTo(handover.collected());
        assertThat(tours.get(from, founder).state()).isEqualTo(TourState.STARTED);
    }

    @Test
    void givesAlsoTheTaskThatAppearsInTheSameMoment() throws Exception {
        OrderId order = road.packed(slot);
        UUID from = road.depart(slot, driver);
        long task = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            Future<?> reader = transaction.execute(handOver -> {
                dispatch.giveStop(from, order, other.login(), founder);
                Future<?> reading = threads.submit(() -> transaction.executeWithoutResult(
                        news -> events.publishEvent(deliverOrder(task, order, driver))));
                await().until(this::somebodyWaits);
                return reading;
            });
            reader.get();
        }

        assertThat(tasks.inbox(other, 100)).extracting(open -> open.key()).contains(task);
        assertThat(tasks.inbox(driver, 100)).extracting(open -> open.key()).doesNotContain(task);
    }

    @Test
    void comesBackToWhoHadItFirst() {
        OrderId order = road.packed(slot);
        road.packed(slot);
        UUID from = road.depart(slot, driver);

        dispatch.giveStop(from, order, other.login(), founder);
        UUID to = tours.of(other).getFirst().id();
        dispatch.giveStop(to, order, driver.login(), founder);

        assertThat(states(from)).contains(tuple(order, StopState.ON_THE_WAY));
        assertThat(tours.get(to, founder).state()).isEqualTo(TourState.FINISHED);
        deliveries.failed(order, Road.UNREACHABLE, driver);
    }

    @Test
    void stopsATourWhoseRestAnotherDriverBrings() {
        OrderId done = road.packed(slot);
        OrderId left = road.packed(slot);
        OrderId leftToo = road.packed(slot);
        UUID run = road.run(slot);
        UUID from = road.depart(slot, driver);
        Money due = deliveries.due(done);
        deliveries.delivered(done, new Handover(due, ""), driver);

        dispatch.handOver(from, other.login(), founder);

        TourView stopped = tours.get(from, founder);
        assertThat(stopped.state()).isEqualTo(TourState.FINISHED);
        assertThat(stopped.collected()).isEqualTo(due);
        assertThat(states(from)).contains(tuple(done, StopState.DELIVERED));
        assertThat(road.told(from)).contains("tour.finished");
        TourView takenOver = tours.of(other).getFirst();
        assertThat(takenOver.run()).isEqualTo(run);
        assertThat(takenOver.number()).isEqualTo(stopped.number() + 1);
        assertThat(takenOver.state()).isEqualTo(TourState.STARTED);
        assertThat(states(takenOver.id()))
                .containsExactlyInAnyOrder(tuple(left, StopState.ON_THE_WAY), tuple(leftToo, StopState.ON_THE_WAY));
    }

    @Test
    void settlesTheRunWhenWhatWasTakenOverIsBackAndItsCashIsCounted() {
        OrderId order = road.packed(slot);
        UUID run = road.run(slot);
        dispatch.handOver(road.depart(slot, driver), other.login(), founder);
        UUID takenOver = tours.of(other).getFirst().id();
        runs.settle(run);
        assertThat(state(run)).as("the other driver is on the road").isEqualTo(RunState.UNDER_WAY);

        Money due = deliveries.due(order);
        deliveries.delivered(order, new Handover(due, ""), other);
        assertThat(state(run)).as("the cash is not counted").isEqualTo(RunState.UNDER_WAY);
        custody.handOver(new Count(other.id(), due, due, "", "page-" + other.id()), founder);

        assertThat(state(run)).isEqualTo(RunState.SETTLED);
        assertThat(road.told(takenOver)).containsExactly("tour.takenOver", "tour.finished", "tour.cashCounted");
    }

    @Test
    void changesOnlyWhatIsLeftAndOnlyForFounders() {
        OrderId done = road.packed(slot);
        OrderId left = road.packed(slot);
        UUID from = road.approved(slot, driver);
        assertThat(Road.typeOf(() -> dispatch.handOver(from, other.login(), founder)))
                .isEqualTo("not-on-the-road");
        tours.start(from, driver);
        deliveries.failed(done, Road.UNREACHABLE, driver);

        assertThat(Road.typeOf(() -> dispatch.giveStop(from, done, other.login(), founder)))
                .isEqualTo("stop-ended");
        assertThat(Road.typeOf(() -> dispatch.giveStop(from, left, driver.login(), founder)))
                .isEqualTo("same-driver");
        assertThat(Road.typeOf(() -> dispatch.giveStop(from, left, "packer", founder)))
                .isEqualTo("bad-driver");
        assertThat(Road.typeOf(() -> dispatch.giveStop(from, left, other.login(), driver)))
                .isEqualTo("forbidden");
        assertThat(Road.typeOf(() -> dispatch.handOver(from, other.login(), driver)))
                .isEqualTo("forbidden");
        assertThat(Road.typeOf(() -> dispatch.replan(from, other))).isEqualTo("forbidden");
        assertThat(tours.of(other)).isEmpty();
        deliveries.failed(left, Road.UNREACHABLE, driver);
        assertThat(Road.typeOf(() -> dispatch.replan(from, driver))).isEqualTo("not-on-the-road");
    }

    @Test
    void isDoneByOneDriverHoweverItFallsTogether() throws Exception {
        for (int n = 0; n < 6; n++) {
            slot = road.slot();
            driver = road.hire();
            other = road.hire();
            OrderId order = road.packed(slot);
            UUID from = road.depart(slot, driver);
            List<Callable<Object>> both = List.of(
                    () -> Road.typeOf(() -> deliveries.failed(order, Road.UNREACHABLE, driver)),
                    () -> Road.typeOf(() -> dispatch.handOver(from, other.login(), founder)));
            List<Object> answers = AtOnce.all(both);

            assertThat(answers).as("one of them wins").containsOnlyOnce("");
            assertThat(tours.get(from, founder).state()).isEqualTo(TourState.FINISHED);
            assertThat(tours.of(other)).hasSize(answers.get(0).equals("") ? 0 : 1);
        }
    }

    @Test
    void movesAStopBetweenToursThatHaveNotLeft() {
        OrderId stays = road.packed(slot);
        OrderId goes = road.packed(slot);
        UUID from = road.approved(slot, driver);
        assertThat(Road.typeOf(() -> dispatch.giveStop(from, goes, other.login(), founder)))
                .isEqualTo("no-tour");
        UUID to = anotherTour(from);

        dispatch.giveStop(from, goes, other.login(), founder);
        tours.start(to, other);

        assertThat(states(to)).containsExactly(tuple(goes, StopState.ON_THE_WAY));
        assertThat(states(from)).containsExactly(tuple(stays, StopState.PLANNED));
    }

    @Test
    void dropsATourThatIsLeftWithNothing() {
        OrderId only = road.packed(slot);
        UUID from = road.approved(slot, driver);
        UUID to = anotherTour(from);

        dispatch.giveStop(from, only, other.login(), founder);

        assertThat(tours.get(from, founder).state()).isEqualTo(TourState.DROPPED);
        assertThat(road.told(from)).containsExactly("tour.dropped");
        assertThat(states(to)).containsExactly(tuple(only, StopState.PLANNED));
    }

    @Test
    void plansTheRestFromWhereTheDriverIs() {
        OrderId first = road.packed(slot);
        GeoPoint door = road.door(first);
        OrderId second = road.packed(slot, east(door, 8_000));
        OrderId third = road.packed(slot, east(door, 16_000));
        OrderId fourth = road.packed(slot, east(door, 24_000));
        UUID tour = road.depart(slot, driver);
        deliveries.failed(first, Road.UNREACHABLE, driver);
        positions.report(tour, List.of(new Position(east(door, 30_000), 10, Instant.now())), driver);

        dispatch.replan(tour, driver);

        assertThat(ahead(tour)).containsExactly(fourth, third, second);
        positions.report(tour, List.of(new Position(east(door, -6_000), 10, Instant.now())), driver);
        dispatch.replan(tour, founder);

        assertThat(ahead(tour)).containsExactly(second, third, fourth);
        assertThat(tours.get(tour, driver).stops())
                .extracting(PlannedStop::order, PlannedStop::state)
                .contains(tuple(first, StopState.FAILED))
                .hasSize(4);
        assertThat(tours.get(tour, driver).stops())
                .extracting(PlannedStop::position)
                .doesNotHaveDuplicates();
    }

    private List<OrderId> ahead(UUID tour) {
        return tours.get(tour, founder).stops().stream()
                .filter(stop -> stop.state() == StopState.ON_THE_WAY)
                .map(PlannedStop::order)
                .toList();
    }

    private List<org.assertj.core.groups.Tuple> states(UUID tour) {
        return tours.get(tour, founder).stops().stream()
                .map(stop -> tuple(stop.order(), stop.state()))
                .toList();
    }

    private RunState state(UUID run) {
        return runs.get(run, founder).run().state();
    }

    /** Given to the other driver, with nothing to bring yet. */
    private UUID anotherTour(UUID like) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into delivery_tour (id, run_id, number, vehicle, profile, weight_grams, boxes, driver_id, state,
                  leaves_at, returns_at)
                select ?, run_id, number + 1, vehicle, profile, weight_grams, boxes, ?, state, leaves_at, returns_at
                from delivery_tour where id = ?""").params(id, other.id(), like).update();
        return id;
    }

    /** As if the engine had asked this driver to deliver it. */
    private long opened(OrderId order, Staff assignee) {
        long key = ThreadLocalRandom.current().nextLong(1, Long.MAX_VALUE);
        jdbc.sql("""
                insert into human_task (key, instance_key, process, element, name, order_id, groups, assignee, created_at, state)
                values (?, 1, 'delivery', ?, 'Deliver order', ?, array['driver'], ?, now(), 'OPEN')""")
                .params(key, Elements.DELIVER_ORDER, order.value(), assignee.login())
                .update();
        return key;
    }

    private static UserTaskCreated deliverOrder(long key, OrderId order, Staff driver) {
        return new UserTaskCreated(
                key,
                1,
                "delivery",
                Elements.DELIVER_ORDER,
                "Deliver order",
                order,
                null,
                Set.of("driver"),
                driver.login(),
                null,
                null,
                Instant.now(),
                false);
    }

    /** For a lock of this database. */
    private boolean somebodyWaits() {
        return jdbc.sql("""
                select exists (select from pg_stat_activity
                  where datname = current_database() and wait_event_type = 'Lock')""").query(Boolean.class).single();
    }

    private static GeoPoint east(GeoPoint of, int millionths) {
        return new GeoPoint(of.latitudeE6(), of.longitudeE6() + millionths);
    }
}
