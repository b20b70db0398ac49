package app.orchard.routing.graphhopper;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.routing.town.DemoTown;
import app.orchard.slots.GeoPoint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Example;
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
        compare(seed, isVan);
    }

    /** One of these points stands on a junction with a forbidden turn. */
    @Example
    void leavesJunctionsByAnyRoad() {
        compare(117, true);
    }

    private static void compare(long seed, boolean isVan) {
        Roads roads = isVan ? map.van() : map.scooter();
        List<GeoPoint> points = anywhere(seed);
        int[] ours = roads.between(points).millis();
        int[] theirs = roads.millisByTrees(points);
        for (int way = 0; way < ours.length; way++) {
            if (theirs[way] == Roads.NO_WAY) {
                assertThat(ours[way]).isEqualTo(Roads.NO_WAY);
            } else {
                assertThat(Math.abs(ours[way] - theirs[way]))
                        .as("%s to %s", points.get(way / POINTS), points.get(way % POINTS))
                        .isLessThanOrEqualTo(MILLIS);
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
}
