package app.orchard.routing.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Test;

class SearchTest {

    @Property(tries = 300)
    void nothingIsWrongWithItsRoutes(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Mission mission = Missions.mixed(seed);
        Routes routes = Search.best(mission, seed, Budget.ofRounds(1000), progress -> {});
        assertThat(Inspector.complaints(mission, routes)).isEmpty();
    }

    @Property(tries = 100)
    void theSameSeedFindsTheSameRoutes(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Mission mission = Missions.mixed(seed);
        Routes once = Search.best(mission, seed, Budget.ofRounds(500), progress -> {});
        Routes again = Search.best(mission, seed, Budget.ofRounds(500), progress -> {});
        assertThat(again).isEqualTo(once);
    }

    @Property(tries = 100)
    void fewVisitsAreServedInTheCheapestOrder(@ForAll @LongRange(min = 0, max = 1_000_000) long seed) {
        Mission mission = Missions.small(seed);
        Routes routes = Search.best(mission, seed, Budget.ofRounds(3000), progress -> {});
        assertThat(routes.unplaced()).isEmpty();
        assertThat(routes.cost()).isEqualTo(cheapest(mission));
    }

    @Test
    void nothingToDoIsDoneAtOnce() {
        Mission mission = new Mission(List.of(new Ways(1, new int[1], new int[1])), List.of(), List.of());
        assertThat(Search.best(mission, 1, Budget.ofRounds(10), progress -> {}).cost())
                .isZero();
    }

    @Test
    void endsWithItsTime() {
        long begun = System.nanoTime();
        Search.best(Missions.mixed(5), 1, Budget.of(Duration.ofMillis(200), Long.MAX_VALUE / 4), progress -> {});
        assertThat(Duration.ofNanos(System.nanoTime() - begun))
                .isBetween(Duration.ofMillis(150), Duration.ofSeconds(5));
    }

    @Test
    void tellsHowFarItIs() {
        List<Double> heard = new ArrayList<>();
        Search.best(
                Missions.mixed(5),
                1,
                Budget.of(Duration.ofMillis(900), Long.MAX_VALUE / 4),
                progress -> heard.add(progress.done()));
        assertThat(heard).isSorted().hasSizeGreaterThan(2).last().isEqualTo(1.0);
    }

    private static long cheapest(Mission mission) {
        List<List<Integer>> orders = List.of(List.of());
        for (int n = 0; n < mission.visits().size(); n++) {
            orders = orders.stream()
                    .flatMap(order -> java.util.stream.IntStream.range(
                                    0, mission.visits().size())
                            .filter(visit -> !order.contains(visit))
                            .mapToObj(visit -> with(order, visit)))
                    .toList();
        }
        return orders.stream()
                .filter(order -> isInTime(mission, order))
                .mapToLong(order -> cost(mission, order))
                .min()
                .orElseThrow();
    }

    private static List<Integer> with(List<Integer> order, int visit) {
        List<Integer> longer = new ArrayList<>(order);
        longer.add(visit);
        return longer;
    }

    private static boolean isInTime(Mission mission, List<Integer> order) {
        int clock = 0;
        int place = mission.vans().getFirst().start();
        for (int index : order) {
            Visit visit = mission.visits().get(index);
            clock = Math.max(clock + mission.ways().getFirst().time(place, visit.place()), visit.opens());
            if (clock > visit.closes()) {
                return false;
            }
            clock += visit.service();
            place = visit.place();
        }
        return true;
    }

    private static long cost(Mission mission, List<Integer> order) {
        long cost = 0;
        int place = mission.vans().getFirst().start();
        for (int index : order) {
            int next = mission.visits().get(index).place();
            cost += mission.ways().getFirst().cost(place, next);
            place = next;
        }
        return cost
                + mission.ways()
                        .getFirst()
                        .cost(place, mission.vans().getFirst().end());
    }
}
