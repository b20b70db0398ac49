package app.orchard.routing;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.routing.graphhopper.MapFolder;
import app.orchard.routing.graphhopper.MapPreparation;
import app.orchard.routing.town.DemoTown;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MapKeeperTest {

    @TempDir
    private Path root;

    @Test
    void withoutADemoAndWithoutAFileThereIsNoMap() {
        Streets streets = new Streets(settings(null));
        keeper(streets, null, false).look(new MapFolder(root));
        assertThat(streets.state().stage()).isEqualTo(MapState.Stage.NONE);
        assertThat(streets.state().sentence()).contains("straight lines");
        assertThat(streets.isGreatCircle()).isTrue();
    }

    @Test
    void theDemoTownIsPreparedOnceAndLoadedAgain() throws IOException {
        MapFolder folder = new MapFolder(root);
        Streets first = new Streets(settings(null));
        keeper(first, null, true).look(folder);
        assertThat(first.state().stage()).isEqualTo(MapState.Stage.READY);
        FileTime prepared = Files.getLastModifiedTime(folder.file("demo-town-" + DemoTown.VERSION));

        Streets second = new Streets(settings(null));
        keeper(second, null, true).look(folder);
        assertThat(second.isGreatCircle()).isFalse();
        assertThat(Files.getLastModifiedTime(folder.file("demo-town-" + DemoTown.VERSION)))
                .isEqualTo(prepared);
    }

    @Test
    void aNewerMapTakesThePlaceOfTheOneInUse() throws IOException {
        MapFolder folder = new MapFolder(root);
        Streets streets = new Streets(settings(null));
        MapKeeper keeper = keeper(streets, null, true);
        keeper.look(folder);
        Matrix inTown = between(streets);

        // What ./orchard map does in a process of its own
        Path village = village(root.resolve("village.osm"));
        MapPreparation.prepare(village, folder.file("village"), done -> {});
        folder.choose("village");
        keeper.look(folder);

        assertThat(folder.current()).contains("village");
        assertThat(between(streets)).isNotEqualTo(inTown);
        assertThat(streets.state().sentence()).contains("crossings");
        try (Stream<Path> left = Files.list(root)) {
            assertThat(left.filter(Files::isDirectory)).containsExactly(folder.file("village"));
        }
    }

    @Test
    void aFileThatIsNoMapLeavesStraightLinesAndSaysSo() throws IOException {
        Path broken = Files.writeString(root.resolve("broken.osm"), "no map");
        Streets streets = new Streets(settings(broken));
        MapKeeper keeper = keeper(streets, broken, false);
        keeper.look(new MapFolder(root));
        assertThat(streets.state().stage()).isEqualTo(MapState.Stage.FAILED);
        assertThat(streets.isGreatCircle()).isTrue();
    }

    @Test
    void aGivenFileIsPreparedAgainWhenItIsNewer() throws IOException {
        Path village = village(root.resolve("village.osm"));
        MapFolder folder = new MapFolder(root);
        Streets streets = new Streets(settings(village));
        MapKeeper keeper = keeper(streets, village, false);
        keeper.look(folder);
        String before = folder.current().orElseThrow();
        Files.setLastModifiedTime(village, FileTime.from(Instant.now().plusSeconds(60)));
        keeper.look(folder);
        assertThat(folder.current().orElseThrow()).isNotEqualTo(before);
    }

    private static Matrix between(Streets streets) {
        return streets.between(List.of(DemoTown.STORE.at(), DemoTown.STALL.at()), Profile.VAN);
    }

    private static MapKeeper keeper(Streets streets, @Nullable Path map, boolean isDemo) {
        return new MapKeeper(settings(map), streets, isDemo);
    }

    private static RoutingSettings settings(@Nullable Path map) {
        RoutingSettings usual = RoutingSettings.usual();
        return new RoutingSettings(
                usual.folder(),
                map,
                usual.loading(),
                usual.detour(),
                usual.straightScooterSpeed(),
                usual.straightVanSpeed(),
                usual.scooter(),
                usual.van(),
                usual.tiles());
    }

    /** One road of sixty crossings with sixty lanes. */
    private static Path village(Path file) throws IOException {
        StringBuilder nodes = new StringBuilder();
        StringBuilder road = new StringBuilder("<way id=\"1\">");
        StringBuilder lanes = new StringBuilder();
        for (int n = 1; n <= 60; n++) {
            nodes.append("<node id=\"%d\" lat=\"%.5f\" lon=\"77.59\"/>".formatted(n, 12.96 + 0.001 * n));
            nodes.append("<node id=\"%d\" lat=\"%.5f\" lon=\"77.60\"/>".formatted(100 + n, 12.96 + 0.001 * n));
            road.append("<nd ref=\"%d\"/>".formatted(n));
            lanes.append("<way id=\"%d\"><nd ref=\"%d\"/><nd ref=\"%d\"/><tag k=\"highway\" v=\"residential\"/></way>"
                    .formatted(100 + n, n, 100 + n));
        }
        return Files.writeString(
                file,
                "<osm version=\"0.6\">" + nodes + road + "<tag k=\"highway\" v=\"primary\"/></way>" + lanes + "</osm>");
    }
}
