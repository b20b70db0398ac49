package app.orchard.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.orchard.slots.GeoPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RoutePlanningTest {

    private static final Instant NINE = Instant.parse("2026-05-01T03:30:00Z");
    private static final GeoPoint KITCHEN = GeoPoint.ofDegrees(12.975, 77.59);
    private static final RoutingSettings SETTINGS = RoutingSettings.usual();

    private final TravelTimes travelTimes = new GreatCircle(SETTINGS);
    private final RoutePlanner planner = new RoutePlanning(travelTimes, SETTINGS);

    @Test
    void bringsEverythingInTimeAndForLessThanInTheOrderOfBooking() {
        RouteProblem problem = problem(stops(30, 7), List.of(van("a").build(), van("b").build()));
        RoutePlan plan = plan(problem);
        assertThat(plan.unplaced()).isEmpty();
        assertThat(plan.figures().lateSeconds()).isZero();
        assertThat(plan.figures().orders()).isEqualTo(30);
        assertThat(plan.figures().metres()).isLessThan(plan.inOrderOfBooking().metres());
        assertThat(plan.figures().costPerOrder())
                .isLessThan(plan.inOrderOfBooking().costPerOrder());
        assertThat(plan.greatCircle()).isTrue();
    }

    @Test
    void isTheSameForTheSameSeedAndRounds() {
        RouteProblem problem = problem(stops(20, 3), List.of(van("a").build(), van("b").build()));
        assertThat(plan(problem)).isEqualTo(plan(problem));
    }

    @Test
    void saysByHowMuchAStopIsTooHeavy() {
        RouteStop heavy = new RouteStop("heavy", near(1), NINE, hour(2), minutes(3), 22_500, 1, 0);
        RoutePlan plan = plan(
                problem(List.of(heavy), List.of(van("a").carrying(20_000, 10).build())));
        assertThat(plan.unplaced()).containsExactly(new Unplaced("heavy", Constraint.WEIGHT, "2.5 kg more than fits."));
        assertThat(plan.tours()).isEmpty();
    }

    @Test
    void saysHowManyBoxesDoNotFit() {
        List<RouteStop> stops = List.of(stop("a", near(1), 0, 4, 3), stop("b", near(2), 0, 4, 3));
        RoutePlan plan =
                plan(problem(stops, List.of(van("v").carrying(50_000, 5).build())));
        assertThat(plan.unplaced()).hasSize(1).first().satisfies(left -> {
            assertThat(left.constraint()).isEqualTo(Constraint.BOXES);
            assertThat(left.byHowMuch()).isEqualTo("One box more than fit.");
        });
    }

    @Test
    void drivesTwiceWhenOnceIsNotEnough() {
        List<RouteStop> stops = List.of(stop("a", near(1), 0, 4, 3), stop("b", near(2), 0, 4, 3));
        RoutePlan plan = plan(
                problem(stops, List.of(van("v").carrying(50_000, 5).trips(2).build())));
        assertThat(plan.unplaced()).isEmpty();
        assertThat(plan.tours()).hasSize(1);
        Tour tour = plan.tours().getFirst();
        assertThat(tour.trips()).hasSize(2);
        assertThat(tour.trips().getLast().leaves())
                .isAfterOrEqualTo(tour.trips().getFirst().returns().plus(SETTINGS.loading()));
    }

    @Test
    void saysHowMuchTooLateAFarStopWouldBe() {
        RouteStop far = new RouteStop(
                "far", GeoPoint.ofDegrees(13.2, 77.59), NINE, NINE.plusSeconds(600), minutes(3), 1000, 1, 0);
        RoutePlan plan = plan(problem(List.of(far), List.of(van("a").build())));
        assertThat(plan.unplaced()).hasSize(1).first().satisfies(left -> {
            assertThat(left.constraint()).isEqualTo(Constraint.WINDOW);
            assertThat(left.byHowMuch()).startsWith("At best 103 min too late");
        });
    }

    @Test
    void comesLateWhereThatIsAllowedAndNoLaterThanNeeded() {
        RouteStop far = new RouteStop(
                "far", GeoPoint.ofDegrees(13.05, 77.59), NINE, NINE.plusSeconds(600), minutes(3), 1000, 1, 0);
        RouteProblem problem = new RouteProblem(
                List.of(far), List.of(van("a").build()), NINE, 1, Duration.ofMillis(300), Duration.ofHours(2), 1000);
        RoutePlan plan = plan(problem);
        assertThat(plan.unplaced()).isEmpty();
        assertThat(plan.figures().lateSeconds()).isBetween(1L, 3600L);
        assertThat(plan.tours().getFirst().legs().findFirst().orElseThrow().late())
                .isPositive();
    }

    @Test
    void leavesOutWhatMattersLess() {
        List<RouteStop> stops = List.of(
                new RouteStop("usual", near(1), NINE, hour(4), minutes(3), 10_000, 1, 0),
                new RouteStop("birthday cake", near(2), NINE, hour(4), minutes(3), 10_000, 1, 3),
                new RouteStop("as usual", near(3), NINE, hour(4), minutes(3), 10_000, 1, 0));
        RoutePlan plan =
                plan(problem(stops, List.of(van("a").carrying(10_000, 10).build())));
        assertThat(plan.unplaced()).extracting(Unplaced::stop).containsExactlyInAnyOrder("usual", "as usual");
    }

    @Test
    void keepsWhatIsUnderWayAndWhatIsAboard() {
        List<RouteStop> stops = stops(12, 11);
        RouteVehicle onTheRoad = van("road")
                .frozen(List.of("stop-4", "stop-9"))
                .aboard(List.of("stop-1", "stop-4", "stop-9"))
                .trips(2)
                .build();
        RoutePlan plan = plan(problem(stops, List.of(onTheRoad, van("kitchen").build())));
        Tour tour = plan.tours().getFirst();
        assertThat(tour.trips().getFirst().legs())
                .extracting(Leg::stop)
                .startsWith("stop-4", "stop-9")
                .hasSize(3);
        assertThat(plan.unplaced()).isEmpty();
    }

    @Test
    void theDriverRests() {
        ShiftBreak lunch = new ShiftBreak(hour(1), hour(2), minutes(30));
        RoutePlan plan = plan(
                problem(stops(40, 5), List.of(van("a").breaks(List.of(lunch)).build())));
        assertThat(plan.tours().getFirst().breaks()).hasSize(1).first().satisfies(taken -> {
            assertThat(taken.starts()).isBetween(hour(1), hour(2));
            assertThat(taken.ends()).isEqualTo(taken.starts().plus(minutes(30)));
        });
    }

    @Test
    void leavesNoEarlierThanTheFirstStopNeeds() {
        RouteStop later = new RouteStop("later", near(1), hour(2), hour(3), minutes(3), 1000, 1, 0);
        Tour tour =
                plan(problem(List.of(later), List.of(van("a").build()))).tours().getFirst();
        Leg leg = tour.legs().findFirst().orElseThrow();
        assertThat(leg.arrives()).isEqualTo(hour(2));
        assertThat(tour.leaves()).isEqualTo(hour(2).minusSeconds(leg.seconds()));
    }

    @Test
    void withoutAVehicleNothingIsBrought() {
        RoutePlan plan = plan(problem(stops(2, 1), List.of()));
        assertThat(plan.unplaced()).extracting(Unplaced::constraint).containsOnly(Constraint.NO_VEHICLE);
    }

    @Test
    void aVehicleCannotServeAStopThatThereIsNot() {
        RouteVehicle lost = van("a").frozen(List.of("nowhere")).build();
        assertThatThrownBy(() -> plan(problem(stops(2, 1), List.of(lost)))).hasMessageContaining("nowhere");
    }

    private RoutePlan plan(RouteProblem problem) {
        RoutePlan plan = planner.plan(problem, progress -> {});
        assertThat(PlanInspector.complaints(problem, plan, travelTimes, SETTINGS.loading()))
                .isEmpty();
        return plan;
    }

    private static RouteProblem problem(List<RouteStop> stops, List<RouteVehicle> vehicles) {
        return new RouteProblem(stops, vehicles, NINE, 1, Duration.ofSeconds(30), Duration.ZERO, 3000);
    }

    private static List<RouteStop> stops(int count, long seed) {
        Random random = new Random(seed);
        List<RouteStop> stops = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            GeoPoint at = GeoPoint.ofDegrees(
                    12.975 + 0.05 * (random.nextDouble() - 0.5), 77.59 + 0.05 * (random.nextDouble() - 0.5));
            stops.add(stop("stop-" + n, at, random.nextInt(3), 4, 1 + random.nextInt(2)));
        }
        return stops;
    }

    private static RouteStop stop(String id, GeoPoint at, int from, int until, int boxes) {
        return new RouteStop(id, at, hour(from), hour(until), minutes(3), 1000 * boxes, boxes, 0);
    }

    private static GeoPoint near(int n) {
        return GeoPoint.ofDegrees(12.975 + 0.004 * n, 77.59 + 0.003 * n);
    }

    private static Instant hour(int n) {
        return NINE.plus(Duration.ofHours(n));
    }

    private static Duration minutes(int n) {
        return Duration.ofMinutes(n);
    }

    private static Builder van(String id) {
        return new Builder(id);
    }

    private static final class Builder {

        private final String id;
        private int weight = 200_000;
        private int boxes = 60;
        private int trips = 1;
        private List<ShiftBreak> breaks = List.of();
        private List<String> frozen = List.of();
        private List<String> aboard = List.of();

        private Builder(String id) {
            this.id = id;
        }

        Builder carrying(int grams, int count) {
            weight = grams;
            boxes = count;
            return this;
        }

        Builder trips(int count) {
            trips = count;
            return this;
        }

        Builder breaks(List<ShiftBreak> pauses) {
            breaks = pauses;
            return this;
        }

        Builder frozen(List<String> ids) {
            frozen = ids;
            return this;
        }

        Builder aboard(List<String> ids) {
            aboard = ids;
            return this;
        }

        RouteVehicle build() {
            return new RouteVehicle(
                    id,
                    Profile.VAN,
                    KITCHEN,
                    KITCHEN,
                    NINE,
                    hour(8),
                    weight,
                    boxes,
                    breaks,
                    trips,
                    frozen,
                    aboard,
                    Costs.USUAL);
        }
    }
}
