package app.orchard.bench;

import app.orchard.routing.search.Budget;
import app.orchard.routing.search.Routes;
import app.orchard.routing.search.Search;
import app.orchard.routing.search.Step;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * How far our routes, and those of the peer, are from the best known. Each search gets so much computing time of one
 * thread, whatever else the machine does; each solution is driven by an independent verifier.
 */
final class RouteGaps {

    private static final LongSupplier COMPUTING = ManagementFactory.getThreadMXBean()::getCurrentThreadCpuTime;
    private static final double LEAST_GAP = 0.001;
    private static final long SEED = 1;

    private RouteGaps() {}

    static List<Figure> solomon() {
        Optional<KnownInstances> given = KnownInstances.of("ORCHARD_SOLOMON");
        KnownInstances known = given.orElseGet(KnownInstances::builtIn);
        System.out.printf(
                "%d of Solomon's 56 instances of 100 customers, %s.%n",
                known.all().size(),
                given.isPresent()
                        ? "from ORCHARD_SOLOMON"
                        : "the built-in ones; ORCHARD_SOLOMON names a folder with more");
        warmUp(known);
        List<Figure> figures = new ArrayList<>();
        figures.addAll(figures(known, Duration.ofSeconds(1), 0.5, "Solomon 100"));
        figures.addAll(figures(known, Duration.ofSeconds(5), 0.2, "Solomon 100"));
        return figures;
    }

    static List<Figure> homberger() {
        Optional<KnownInstances> given = KnownInstances.of("ORCHARD_HOMBERGER");
        if (given.isEmpty()) {
            System.out.println("No instances of 200 customers come along: ORCHARD_HOMBERGER names a folder with them.");
            return List.of();
        }
        System.out.printf("%d instances of 200 customers.%n", given.get().all().size());
        warmUp(given.get());
        return figures(given.get(), Duration.ofSeconds(20), 1.0, "Gehring-Homberger 200");
    }

    private static void warmUp(KnownInstances known) {
        Solomon any = known.all().getFirst();
        ours(any, Duration.ofSeconds(2));
        Jsprit.solve(any, COMPUTING, Duration.ofSeconds(2));
    }

    private static List<Figure> figures(KnownInstances known, Duration limit, double goal, String what) {
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (Solomon instance : known.all()) {
            ours.add(known.gap(instance, instance.verified(ours(instance, limit))));
            theirs.add(known.gap(instance, instance.verified(Jsprit.solve(instance, COMPUTING, limit))));
            System.out.printf(
                    "  %-8s %2d s   ours %5.2f %%   jsprit %5.2f %%%n",
                    instance.name(), limit.toSeconds(), ours.getLast(), theirs.getLast());
        }
        double own = Math.max(LEAST_GAP, mean(ours));
        double peer = Math.max(LEAST_GAP, mean(theirs));
        String name = what + ", mean gap, " + limit.toSeconds() + " s";
        return List.of(
                new Figure(name + ", against the limit", own, "%", goal, goal / own, 1, ours.size()),
                new Figure(name + ", against jsprit", own, "%", peer, peer / own, 1, ours.size()));
    }

    private static List<List<Integer>> ours(Solomon instance, Duration limit) {
        Routes routes = Search.best(instance.mission(), SEED, Budget.of(COMPUTING, limit), progress -> {});
        return routes.steps().stream()
                .filter(steps -> !steps.isEmpty())
                .map(steps -> steps.stream()
                        .map(Step.Serve.class::cast)
                        .map(serve -> serve.visit() + 1)
                        .toList())
                .toList();
    }

    private static double mean(List<Double> gaps) {
        return gaps.stream().mapToDouble(Double::doubleValue).average().orElse(Double.NaN);
    }
}
