package app.orchard.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.groups.Tuple.tuple;
import static org.awaitility.Awaitility.await;

import app.orchard.AtOnce;
import app.orchard.DemoBusinessTest;
import app.orchard.order.Cancellations;
import app.orchard.order.OrderStatus;
import app.orchard.order.OrderSteps;
import app.orchard.order.Orders;
import app.orchard.order.Shopper;
import app.orchard.order.Timeline;
import app.orchard.settlement.CashCustody;
import app.orchard.settlement.Count;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DemoBusinessTest
class RunsTest {

    private static final Failure UNREACHABLE = new Failure(FailureReason.UNREACHABLE, "", List.of());

    private static final String SKU = "TOTAPURI-1";
    private static final Duration SOON = Duration.ofSeconds(20);
    private static final Staff PACKER = new Staff(UUID.randomUUID(), "packer", "Packer", "", Set.of(Role.PACKER));

    @Autowired
    private Shopper shopper;

    @Autowired
    private OrderSteps steps;

    @Autowired
    private Orders orders;

    @Autowired
    private Cancellations cancellations;

    @Autowired
    private Runs runs;

    @Autowired
    private RunPlanning planning;

    @Autowired
    private Tours tours;

    @Autowired
    private Stops stops;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private CashCustody custody;

    @Autowired
    private Slots slots;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private Timeline timeline;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    private Staff founder;
    private Staff stall;
    private Staff driver;
    private Slot slot;

    @BeforeEach
    void aSlotAndADriverOfOnesOwn() {
        founder = accounts.byLogin("founder").orElseThrow();
        stall = accounts.byLogin("stall").orElseThrow();
        driver = hire();
        slot = shopper.ownSlot(2);
    }

    @Test
    void opensOneRunForTheFirstConfirmedOrderOfASlot() {
        confirmed();
        confirmed();

        assertThat(runsOfSlot()).singleElement().satisfies(run -> {
            assertThat(run.state()).isEqualTo(RunState.COLLECTING);
            assertThat(run.orders()).isEqualTo(2);
            assertThat(run.plansAt()).isEqualTo(slot.cutoffAt());
        });
        assertThat(told(run().id())).containsExactly("run.opened");
    }

    @Test
    void opensOneRunHoweverManyAreConfirmedAtOnce() throws Exception {
        List<OrderId> placed = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            placed.add(shopper.orderIn(slot, SKU, 1));
        }
        List<Callable<Object>> all = placed.stream()
                .map(id -> Executors.callable(() -> steps.confirm(id)))
                .toList();
        AtOnce.all(all);

        assertThat(runsOfSlot()).hasSize(1);
        assertThat(run().orders()).isEqualTo(12);
    }

    @Test
    void plansEachOrderOnceWithAProposedDriver() {
        List<OrderId> waiting = List.of(confirmed(), confirmed(), confirmed());

        assertThat(planning.plan(run().id())).isTrue();

        RunView plan = runs.get(run().id(), founder);
        assertThat(plan.run().state()).isEqualTo(RunState.PLANNED);
        assertThat(plan.unplaced()).isEmpty();
        assertThat(plan.tours())
                .allSatisfy(tour -> assertThat(tour.driver()).isNotNull())
                .flatExtracting(TourView::stops)
                .extracting(PlannedStop::order)
                .containsExactlyInAnyOrderElementsOf(waiting);
        assertThat(plan.tours())
                .flatExtracting(TourView::stops)
                .allSatisfy(stop -> assertThat(stop.weightGrams()).isPositive());
        assertThat(plan.planned().metres())
                .isPositive()
                .isLessThanOrEqualTo(plan.inOrderOfBooking().metres());
    }

    @Test
    void endsWhenThereIsNothingToDeliver() {
        OrderId only = confirmed();
        UUID run = run().id();
        cancellations.byStaff(only, "rain", founder);

        assertThat(planning.plan(run)).isFalse();
        assertThat(planning.plan(run)).isFalse();

        assertThat(runs.get(run, founder).run().state()).isEqualTo(RunState.EMPTY);
        confirmed();
        assertThat(run().round()).isEqualTo(2);
    }

    @Test
    void letsThePlanFollowWhoComesAndGoes() {
        OrderId stays = confirmed();
        OrderId goes = confirmed();
        UUID run = planned();

        cancellations.byStaff(goes, "rain", founder);
        await().atMost(SOON).untilAsserted(() -> assertThat(inPlan(run)).containsExactly(stays));
        OrderId comes = confirmed();
        await().atMost(SOON).untilAsserted(() -> assertThat(inPlan(run)).containsExactlyInAnyOrder(stays, comes));

        cancellations.byStaff(stays, "rain", founder);
        cancellations.byStaff(comes, "rain", founder);
        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(runs.get(run, founder).run().state()).isEqualTo(RunState.EMPTY));
        assertThat(told(run)).contains("run.emptied");
    }

    @Test
    void changesThePlanAfterApprovalUntilTheTourLeaves() {
        OrderId first = packed();
        UUID run = approved();
        OrderId late = packed();

        await().atMost(SOON).untilAsserted(() -> assertThat(inPlan(run)).containsExactlyInAnyOrder(first, late));
        leave(run);

        assertThat(status(first)).isEqualTo(OrderStatus.OUT_FOR_DELIVERY);
        assertThat(status(late)).isEqualTo(OrderStatus.OUT_FOR_DELIVERY);
        OrderId later = packed();
        assertThat(run().round()).as("what comes now goes with another run").isEqualTo(2);
        assertThat(inPlan(run)).doesNotContain(later);
    }

    @Test
    void dropsATourWhoseOrdersAllWentElsewhere() {
        OrderId only = packed();
        UUID run = approved();
        UUID tour = tour(run).id();

        cancellations.byStaff(only, "rain", founder);

        await().atMost(SOON).untilAsserted(() -> assertThat(told(tour)).containsExactly("tour.dropped"));
        assertThat(tour(run).state()).isEqualTo(TourState.DROPPED);
        refused("tour-left", () -> tours.start(tour, driver));
        runs.settle(run);
        assertThat(runs.get(run, founder).run().state()).isEqualTo(RunState.SETTLED);
    }

    @Test
    void takesAlongWhatIsPackedAndLeavesTheRestToTheNextRun() {
        OrderId ready = packed();
        OrderId notReady = confirmed();
        UUID run = approved();

        leave(run);

        assertThat(tour(run).stops())
                .extracting(PlannedStop::order, PlannedStop::state)
                .containsExactlyInAnyOrder(tuple(ready, StopState.ON_THE_WAY), tuple(notReady, StopState.LEFT_BEHIND));
        assertThat(timeline.of(notReady)).anyMatch(entry -> entry.kind().equals("left-behind"));
        assertThat(told(ready.value())).contains("delivery.dispatched");
        assertThat(told(notReady.value())).doesNotContain("delivery.dispatched");
        assertThat(run().round()).isEqualTo(2);
        assertThat(run().orders()).isEqualTo(1);
        assertThat(told(run().id())).containsExactly("run.opened");
        assertThat(runs.get(run, founder).run().state()).isEqualTo(RunState.UNDER_WAY);
    }

    @Test
    void doesNotLeaveWithNothingNorTwice() {
        OrderId order = confirmed();
        UUID run = approved();
        refused("nothing-packed", () -> leave(run));
        assertThat(tour(run).state()).isEqualTo(TourState.APPROVED);

        steps.pack(order, PACKER);
        leave(run);
        refused("tour-left", () -> leave(run));
        assertThat(told(order.value()))
                .filteredOn("delivery.dispatched"::equals)
                .hasSize(1);
    }

    @Test
    void letsDriversReachTheirOwnTourAndNothingElse() {
        OrderId order = packed();
        UUID run = approved();
        UUID tour = tour(run).id();
        Staff other = hire();

        assertThat(stops.of(driver)).extracting(Stop::order).containsExactly(order);
        assertThat(stops.of(other)).isEmpty();
        assertThat(tours.of(other)).isEmpty();
        refused("forbidden", () -> tours.get(tour, other));
        refused("forbidden", () -> tours.start(tour, other));
        refused("forbidden", () -> runs.get(run, driver));
        leave(run);
        refused("forbidden", () -> deliveries.delivered(order, new Handover(Money.ZERO, ""), other));
        refused("forbidden", () -> deliveries.failed(order, UNREACHABLE, other));
        assertThat(stops.of(driver))
                .singleElement()
                .satisfies(stop -> assertThat(stop.onTheWay()).isTrue());
    }

    @Test
    void finishesWithTheLastStopAndHasItsCashCountedBySomebodyElse() {
        OrderId first = packed();
        OrderId second = packed();
        UUID run = approved();
        leave(run);
        UUID tour = tour(run).id();
        Money due = deliveries.due(first);

        deliveries.delivered(first, new Handover(due, ""), driver);
        assertThat(tour(run).state()).isEqualTo(TourState.STARTED);
        deliveries.failed(second, UNREACHABLE, driver);

        assertThat(tour(run).state()).isEqualTo(TourState.FINISHED);
        assertThat(tour(run).isCounted()).isFalse();
        assertThat(finished(tour)).containsEntry("cashCollected", "true");
        assertThat(stops.of(driver)).isEmpty();
        refused("forbidden", () -> tours.count(tour, due, "", driver));
        refused("note-missing", () -> tours.count(tour, due.minus(Money.of(1)), "", stall));
        tours.count(tour, due, "", stall);
        tours.count(tour, due, "", stall);

        assertThat(custody.carriedBy(driver)).isEqualTo(Money.ZERO);
        assertThat(tour(run).isCounted()).isTrue();
        runs.settle(run);
        runs.settle(run);
        assertThat(runs.get(run, founder).run().state()).isEqualTo(RunState.SETTLED);
    }

    @Test
    void knowsThatTheCashWasCountedOnTheCashPage() {
        OrderId order = packed();
        UUID run = approved();
        leave(run);
        Money due = deliveries.due(order);
        deliveries.delivered(order, new Handover(due, ""), driver);

        custody.handOver(new Count(driver.id(), due, due, "", "page-" + driver.id()), founder);

        assertThat(tour(run).isCounted()).isTrue();
        assertThat(told(tour(run).id())).containsExactly("tour.finished", "tour.cashCounted");
    }

    @Test
    void asksNobodyToCountWhatWasCountedOnTheWay() {
        OrderId first = packed();
        OrderId second = packed();
        UUID run = approved();
        leave(run);
        Money due = deliveries.due(first);
        deliveries.delivered(first, new Handover(due, ""), driver);
        custody.handOver(new Count(driver.id(), due, due, "", "way-" + driver.id()), founder);

        deliveries.failed(second, new Failure(FailureReason.REFUSED, "", List.of()), driver);

        assertThat(finished(tour(run).id())).containsEntry("cashCollected", "false");
        assertThat(tour(run).isCounted()).isTrue();
    }

    @Test
    void triesAgainWithTheRunOfTheNextSlot() {
        OrderId order = packed();
        UUID run = approved();
        leave(run);
        deliveries.failed(order, UNREACHABLE, driver);

        Slot next = deliveries.bookRetry(order).orElseThrow();
        RunRow again = runs.all(founder).stream()
                .filter(row -> row.slot().equals(next.id()) && row.state().isOpen())
                .findFirst()
                .orElseThrow();

        assertThat(again.id()).isNotEqualTo(run);
        planning.plan(again.id());
        assertThat(inPlan(again.id())).contains(order);
        assertThat(deliveries.bookRetry(order)).contains(next);
    }

    @Test
    void movesAStopWithinItsTour() {
        confirmed();
        confirmed();
        confirmed();
        UUID run = planned();
        TourView tour = tour(run);
        List<OrderId> before = tour.stops().stream().map(PlannedStop::order).toList();

        runs.moveStop(tour.id(), before.getLast(), 1, founder);

        assertThat(tour(run).stops())
                .extracting(PlannedStop::order)
                .containsExactly(before.get(2), before.get(0), before.get(1));
        refused("forbidden", () -> runs.moveStop(tour.id(), before.getLast(), 1, driver));
    }

    @Test
    void isApprovedOnceWithADriverOnly() {
        confirmed();
        UUID run = planned();

        refused("bad-driver", () -> runs.approve(run, "packer", founder));
        refused("forbidden", () -> runs.approve(run, driver.login(), driver));
        assertThat(runs.approve(run, driver.login(), founder)).hasSize(1);
        refused("run-approved", () -> runs.approve(run, driver.login(), founder));
        refused("tour-left", () -> runs.give(tour(run).id(), driver.login(), founder));
    }

    @Test
    void losesNobodyWhoIsConfirmedWhileTheTourLeaves() throws Exception {
        for (int n = 0; n < 8; n++) {
            slot = shopper.ownSlot(3);
            packed();
            UUID run = approved();
            OrderId late = shopper.orderIn(slot, SKU, 1);
            List<Callable<Object>> both =
                    List.of(Executors.callable(() -> steps.confirm(late)), Executors.callable(() -> leaveAtLast(run)));
            AtOnce.all(both);
            assertThat(jdbc.sql("""
                    select count(*) from delivery_run where slot_id = ? and state in ('COLLECTING', 'PLANNED', 'APPROVED')""").param(slot.id()).query(Integer.class).single())
                    .isEqualTo(1);
        }
    }

    @Test
    void isSettledWhenItsLastToursComeBackAtTheSameMoment() throws Exception {
        packed();
        UUID run = approved();
        leave(run);
        UUID first = tour(run).id();
        UUID second = UUID.randomUUID();
        jdbc.sql("update delivery_tour set took_over = true where id = ?")
                .param(first)
                .update();
        jdbc.sql("""
                insert into delivery_tour (id, run_id, number, vehicle, profile, weight_grams, boxes, driver_id, state,
                  leaves_at, returns_at, started_at, took_over)
                select ?, run_id, number + 1, vehicle, profile, weight_grams, boxes, driver_id, state,
                  leaves_at, returns_at, started_at, took_over from delivery_tour where id = ?""").params(second, first).update();
        jdbc.sql("update delivery_run set drivers_back_at = now() where id = ?")
                .param(run)
                .update();

        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<?> other = Objects.requireNonNull(transaction.<Future<?>>execute(status -> {
                comeBack(first, run);
                Future<?> atOnce =
                        thread.submit(() -> transaction.executeWithoutResult(theirs -> comeBack(second, run)));
                await().atMost(SOON).pollInSameThread().until(() -> atOnce.isDone() || somebodyWaitsForUs());
                return atOnce;
            }));
            other.get();
        }

        assertThat(runs.get(run, founder).run().state()).isEqualTo(RunState.SETTLED);
    }

    private void comeBack(UUID tour, UUID run) {
        jdbc.sql("update delivery_tour set state = 'FINISHED', finished_at = now(), counted_at = now() where id = ?")
                .param(tour)
                .update();
        runs.tourIsBack(run);
    }

    private boolean somebodyWaitsForUs() {
        return jdbc.sql("""
                select exists (select from pg_locks
                  where not granted and transactionid = pg_current_xact_id_if_assigned()::xid)""").query(Boolean.class).single();
    }

    private OrderId confirmed() {
        OrderId id = shopper.orderIn(slot, SKU, 1);
        steps.confirm(id);
        return id;
    }

    private OrderId packed() {
        OrderId id = confirmed();
        steps.pack(id, PACKER);
        return id;
    }

    private UUID planned() {
        UUID run = run().id();
        planning.plan(run);
        return run;
    }

    private UUID approved() {
        UUID run = planned();
        runs.approve(run, driver.login(), founder);
        return run;
    }

    private void leave(UUID run) {
        tours.start(tour(run).id(), driver);
    }

    private void leaveAtLast(UUID run) {
        await().atMost(SOON).ignoreExceptionsInstanceOf(Refusal.class).until(() -> {
            leave(run);
            return true;
        });
    }

    private TourView tour(UUID run) {
        return runs.get(run, founder).tours().getFirst();
    }

    private List<OrderId> inPlan(UUID run) {
        return runs.get(run, founder).tours().stream()
                .flatMap(tour -> tour.stops().stream())
                .map(PlannedStop::order)
                .toList();
    }

    private RunRow run() {
        return runsOfSlot().stream()
                .filter(run -> run.state().isOpen())
                .findFirst()
                .orElseThrow();
    }

    private List<RunRow> runsOfSlot() {
        return runs.all(founder).stream()
                .filter(run -> run.slot().equals(slot.id()))
                .toList();
    }

    private OrderStatus status(OrderId id) {
        return orders.get(id, founder).status();
    }

    private List<String> told(UUID subject) {
        return jdbc.sql("select command->>'name' from outbox where ordering_key = ? and kind = 'Publish' order by id")
                .param(subject.toString())
                .query(String.class)
                .list();
    }

    private Map<String, String> finished(UUID tour) {
        return jdbc.sql("""
                select variables->>'cashCollected' from outbox
                where ordering_key = ? and command->>'name' = 'tour.finished'""")
                .param(tour.toString())
                .query((row, n) -> Map.of("cashCollected", row.getString(1)))
                .single();
    }

    private Staff hire() {
        String login = "driver-" + TimeOrderedId.next();
        return accounts.create(
                login, "Driver", "+919845000077", "orchard-" + login.substring(0, 12), Set.of(Role.DRIVER));
    }

    private static void refused(String type, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}
