package app.orchard.routing.graphhopper;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.routing.town.DemoTown;
import app.orchard.slots.GeoPoint;
import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.storage.index.Snap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.LongRange;

/** Our search of flat arrays against GraphHopper's own tree of shortest paths, from the same points to the same points. */
class FlatSearchTest {

    private static final int POINTS = 25;
    private static final int MILLIS = 10;

    private static final TownMap map = map();

    private static TownMap map() {
        try {
            Path folder = Files.createTempDirectory("town");
            Path file = folder.resolve("town.osm.gz");
            DemoTown.write(file);
            MapPreparation.prepare(file, folder.resolve("map"), done -> {});
            TownMap loaded =
                    TownMap.load(folder.resolve("map"), new Speeds(0.7, 20, 14, 40), new Speeds(0.6, 18, 12, 45));
            MapPreparation.delete(folder);
            return loaded;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Property(tries = 20)
    void isAsFastAsGraphHoppersOwn(@ForAll @LongRange(min = 0, max = 1_000_000) long seed, @ForAll boolean isVan) {
        Roads roads = isVan ? map.van() : map.scooter();
        List<GeoPoint> points = anywhere(seed);
        Roads.Ways ways = roads.between(points);
        for (int from = 0; from < POINTS; from++) {
            long[] theirs = theirs(roads, points, from);
            for (int to = 0; to < POINTS; to++) {
                int ours = ways.millis()[from * POINTS + to];
                if (theirs[to] < 0) {
                    assertThat(ours).as("%d to %d", from, to).isEqualTo(Roads.NO_WAY);
                } else {
                    assertThat(Math.abs(ours - theirs[to]))
                            .as("%s to %s", points.get(from), points.get(to))
                            .isLessThanOrEqualTo(MILLIS);
                }
            }
        }
    }

    private static List<GeoPoint> anywhere(long seed) {
        Random random = new Random(seed);
        List<GeoPoint> points = new ArrayList<>();
        for (int n = 0; n < POINTS; n++) {
            double[][] parts = {{13.031, 77.59}, {12.975, 77.59}, {12.91, 77.59}};
            double[] part = parts[random.nextInt(3)];
            points.add(GeoPoint.ofDegrees(
                    part[0] + 0.025 * (random.nextDouble() - 0.5), part[1] + 0.045 * (random.nextDouble() - 0.5)));
        }
        return points;
    }

    private static long[] theirs(Roads roads, List<GeoPoint> points, int from) {
        List<Snap> snaps = points.stream().map(roads::snapped).toList();
        QueryGraph query = QueryGraph.create(map.hopper().getBaseGraph(), snaps);
        Map<Integer, Long> best = new HashMap<>();
        ShortestPathTree tree =
                new ShortestPathTree(query, query.wrapWeighting(roads.weighting()), false, TraversalMode.EDGE_BASED);
        tree.setTimeLimit(Double.MAX_VALUE);
        tree.search(snaps.get(from).getClosestNode(), label -> best.merge(label.node, label.time, Math::min));
        return snaps.stream()
                .mapToLong(snap -> best.getOrDefault(snap.getClosestNode(), -1L))
                .toArray();
    }
}
