package app.orchard.routing;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.routing.graphhopper.MapPreparation;
import app.orchard.routing.graphhopper.TownMap;
import app.orchard.routing.town.DemoTown;
import app.orchard.routing.town.Landmark;
import app.orchard.slots.GeoPoint;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTownTest {

    @TempDir
    private static Path folder;

    private static final Streets streets = new Streets(RoutingSettings.usual());

    @BeforeAll
    static void prepare() {
        Path file = folder.resolve("town.osm.gz");
        DemoTown.write(file);
        List<Double> heard = new ArrayList<>();
        MapPreparation.prepare(file, folder.resolve("town"), heard::add);
        assertThat(heard).isSorted().last().isEqualTo(1.0);
        RoutingSettings usual = RoutingSettings.usual();
        streets.use(TownMap.load(
                folder.resolve("town"), usual.scooter().speeds(), usual.van().speeds()));
    }

    @Test
    void isAlwaysTheSame() throws IOException {
        Path again = folder.resolve("again.osm.gz");
        DemoTown.write(again);
        assertThat(again).hasSameBinaryContentAs(folder.resolve("town.osm.gz"));
        assertThat(Files.size(again)).isLessThan(600_000);
    }

    @Test
    void everyDoorIsReachedFromTheStoreAndBack() {
        List<GeoPoint> points = new ArrayList<>(List.of(DemoTown.STORE.at(), DemoTown.STALL.at()));
        DemoTown.doors().stream().map(Landmark::at).forEach(points::add);
        for (Profile profile : Profile.values()) {
            Matrix ways = streets.between(points, profile);
            for (int n = 0; n < points.size(); n++) {
                assertThat(ways.isReachable(0, n)).as("to %d by %s", n, profile).isTrue();
                assertThat(ways.isReachable(n, 0))
                        .as("from %d by %s", n, profile)
                        .isTrue();
            }
        }
    }

    @Test
    void theDemoBusinessLivesThere() throws IOException {
        String business = new String(
                getClass().getResourceAsStream("/db/demo/business.sql").readAllBytes(),
                java.nio.charset.StandardCharsets.UTF_8);
        for (Landmark complex : DemoTown.COMPLEXES) {
            assertThat(business)
                    .contains(complex.name() + "', '" + complex.street())
                    .contains(complex.at().latitude() + ", " + complex.at().longitude());
        }
        for (Landmark place : List.of(DemoTown.STORE, DemoTown.STALL)) {
            assertThat(business)
                    .containsPattern(place.name() + "', '[A-Z]+', " + place.at().latitude() + ", "
                            + place.at().longitude());
        }
    }

    @Test
    void theRiverMakesTheWayLonger() {
        GeoPoint south = GeoPoint.ofDegrees(12.9765, 77.5975);
        GeoPoint north = GeoPoint.ofDegrees(12.9815, 77.5975);
        Matrix ways = streets.between(List.of(south, north), Profile.VAN);
        assertThat(ways.metres(0, 1)).isGreaterThan(2 * (int) GreatCircle.metres(south, north));
    }

    @Test
    void aRouteIsDrawnAlongTheRoads() {
        List<GeoPoint> through = Stream.of(DemoTown.STORE, DemoTown.COMPLEXES.getFirst(), DemoTown.STORE)
                .map(Landmark::at)
                .toList();
        RouteShape shape = streets.shape(through, Profile.SCOOTER).orElseThrow();
        Matrix ways = streets.between(through, Profile.SCOOTER);
        assertThat(shape.metres())
                .isCloseTo(ways.metres(0, 1) + ways.metres(1, 2), org.assertj.core.data.Offset.offset(3L));
        assertThat(shape.geoJson()).startsWith("{\"type\":\"Feature\"").contains("LineString");
    }

    @Test
    void drawsFewerRoadsOfALargerPart() {
        int lanes = streets.network(new Bounds(12.97, 77.58, 12.99, 77.60))
                .geoJson()
                .length();
        assertThat(lanes).isGreaterThan(10_000);
        String all = streets.network(new Bounds(12, 77, 14, 78)).geoJson();
        assertThat(all).contains("\"kind\":\"main\"").doesNotContain("\"kind\":\"street\"");
    }

    @Test
    void aPinFarFromAnyRoadIsStillReached() {
        Matrix ways = streets.between(List.of(DemoTown.STORE.at(), GeoPoint.ofDegrees(13.2, 77.59)), Profile.VAN);
        assertThat(ways.isReachable(0, 1)).isTrue();
        assertThat(ways.metres(0, 1)).isGreaterThan(20_000);
    }
}
