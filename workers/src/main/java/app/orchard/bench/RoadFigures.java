package app.orchard.bench;

import app.orchard.routing.graphhopper.MapPreparation;
import app.orchard.routing.graphhopper.Roads;
import app.orchard.routing.graphhopper.Speeds;
import app.orchard.routing.graphhopper.TownMap;
import app.orchard.routing.town.DemoTown;
import app.orchard.routing.town.Landmark;
import app.orchard.slots.GeoPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Travel times from each door to each other in the demo town, against GraphHopper's own trees from the same points. */
final class RoadFigures {

    private static final int DOORS = 200;
    private static final int ALLOWED_MILLIS = 10;

    private RoadFigures() {}

    static Figure matrix() {
        Roads van = demoTown().van();
        List<GeoPoint> doors =
                DemoTown.doors().stream().map(Landmark::at).limit(DOORS).toList();
        List<Double> ours = new ArrayList<>();
        List<Double> theirs = new ArrayList<>();
        for (int round = 0; round <= Rounds.OF_EACH; round++) {
            int[][] times = new int[2][];
            double own = computing(() -> times[0] = van.between(doors).millis());
            double peer = computing(() -> times[1] = van.millisByTrees(doors));
            requireEqual(times[0], times[1]);
            if (round > 0) {
                ours.add(1 / own);
                theirs.add(1 / peer);
            }
        }
        System.out.printf(
                "%d x %d travel times with turn restrictions, all equal to %d ms.%n", DOORS, DOORS, ALLOWED_MILLIS);
        return Figure.of("200 x 200 travel times, against GraphHopper's trees", "1/s", ours, theirs, 5);
    }

    static TownMap demoTown() {
        try {
            Path folder = Files.createTempDirectory("orchard-bench-map");
            Path file = folder.resolve("town.osm.gz");
            DemoTown.write(file);
            MapPreparation.prepare(file, folder.resolve("town"), done -> {});
            return TownMap.load(folder.resolve("town"), new Speeds(0.7, 20, 14, 40), new Speeds(0.6, 18, 12, 45));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static double computing(Runnable work) {
        long begun = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
        work.run();
        return (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - begun) / 1e9;
    }

    private static void requireEqual(int[] ours, int[] theirs) {
        for (int n = 0; n < ours.length; n++) {
            if (Math.abs((long) ours[n] - theirs[n]) > ALLOWED_MILLIS) {
                throw new IllegalStateException("It is " + ours[n] + " ms, GraphHopper says " + theirs[n]);
            }
        }
    }
}
