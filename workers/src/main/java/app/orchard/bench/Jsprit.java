package app.orchard.bench;

import com.graphhopper.jsprit.core.algorithm.VehicleRoutingAlgorithm;
import com.graphhopper.jsprit.core.problem.Location;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem;
import com.graphhopper.jsprit.core.problem.VehicleRoutingProblem.FleetSize;
import com.graphhopper.jsprit.core.problem.job.Service;
import com.graphhopper.jsprit.core.problem.solution.VehicleRoutingProblemSolution;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TimeWindow;
import com.graphhopper.jsprit.core.problem.solution.route.activity.TourActivity.JobActivity;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleImpl;
import com.graphhopper.jsprit.core.problem.vehicle.VehicleTypeImpl;
import com.graphhopper.jsprit.core.util.FastVehicleRoutingTransportCostsMatrix;
import com.graphhopper.jsprit.core.util.Solutions;
import java.time.Duration;
import java.util.List;
import java.util.function.LongSupplier;

/** The peer: jsprit as it is by itself, on one thread. */
final class Jsprit {

    private static final int ENDLESS = 1_000_000;
    private static final Duration TRIAL = Duration.ofSeconds(1);

    private Jsprit() {}

    /** It accepts the less the nearer it comes to its last iteration, so it must be told how many there will be. */
    static List<List<Integer>> solve(Solomon instance, LongSupplier nanos, Duration limit) {
        int[] iterations = {0};
        run(instance, nanos, TRIAL, ENDLESS, iterations);
        long expected = iterations[0] * limit.toNanos() / TRIAL.toNanos();
        return run(instance, nanos, limit, (int) Math.max(10, expected), iterations);
    }

    private static List<List<Integer>> run(
            Solomon instance, LongSupplier nanos, Duration limit, int most, int[] iterations) {
        VehicleRoutingAlgorithm algorithm = com.graphhopper.jsprit.core.algorithm.box.Jsprit.Builder.newInstance(
                        problem(instance))
                .setProperty(com.graphhopper.jsprit.core.algorithm.box.Jsprit.Parameter.THREADS, "1")
                .buildAlgorithm();
        long begun = nanos.getAsLong();
        algorithm.setMaxIterations(most);
        algorithm.setPrematureAlgorithmTermination(discovered -> {
            iterations[0]++;
            return nanos.getAsLong() - begun >= limit.toNanos();
        });
        VehicleRoutingProblemSolution best = Solutions.bestOf(algorithm.searchSolutions());
        return best.getRoutes().stream()
                .map(route -> route.getActivities().stream()
                        .map(JobActivity.class::cast)
                        .map(activity -> Integer.valueOf(activity.getJob().getId()))
                        .toList())
                .toList();
    }

    private static VehicleRoutingProblem problem(Solomon instance) {
        int size = instance.sites().size();
        var ways = FastVehicleRoutingTransportCostsMatrix.Builder.newInstance(size, false);
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                ways.addTransportTimeAndDistance(from, to, instance.distance(from, to), instance.distance(from, to));
            }
        }
        var type = VehicleTypeImpl.Builder.newInstance("van")
                .addCapacityDimension(0, instance.capacity())
                .setCostPerDistance(1)
                .setCostPerTransportTime(0)
                .setFixedCost(0)
                .build();
        var problem = VehicleRoutingProblem.Builder.newInstance()
                .setFleetSize(FleetSize.FINITE)
                .setRoutingCost(ways.build());
        for (int van = 0; van < instance.vehicles(); van++) {
            problem.addVehicle(VehicleImpl.Builder.newInstance("van-" + van)
                    .setType(type)
                    .setStartLocation(Location.newInstance(0))
                    .setLatestArrival(instance.closes(0))
                    .build());
        }
        for (int site = 1; site < size; site++) {
            problem.addJob(Service.Builder.newInstance(Integer.toString(site))
                    .setLocation(Location.newInstance(site))
                    .addSizeDimension(0, instance.demand(site))
                    .setServiceTime(instance.service(site))
                    .setTimeWindow(TimeWindow.newInstance(instance.opens(site), instance.closes(site)))
                    .build());
        }
        return problem.build();
    }
}
