package app.orchard.routing;

import app.orchard.routing.graphhopper.MapFolder;
import app.orchard.routing.graphhopper.MapPreparation;
import app.orchard.routing.graphhopper.TownMap;
import app.orchard.routing.town.DemoTown;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Prepares and loads the map beside everything else, and looks now and then whether there is a newer one. Nobody waits
 * for it: until it is there, distances are straight lines.
 */
@Component
class MapKeeper implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(MapKeeper.class);
    private static final long SECONDS_BETWEEN_LOOKS = 15;

    private final RoutingSettings settings;
    private final Streets streets;
    private final boolean isDemo;
    private volatile @Nullable Thread keeper;
    private @Nullable String inUse;
    private @Nullable String broken;

    MapKeeper(RoutingSettings settings, Streets streets, @Value("${orchard.demo-business:false}") boolean isDemo) {
        this.settings = settings;
        this.streets = streets;
        this.isDemo = isDemo;
    }

    @Override
    public void start() {
        Path folder = settings.folder();
        if (folder != null) {
            Thread starting = Thread.ofPlatform().name("map").daemon().unstarted(() -> keep(folder));
            keeper = starting;
            starting.start();
        }
    }

    @Override
    public void stop() {
        Thread running = keeper;
        keeper = null;
        if (running != null) {
            running.interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return keeper != null;
    }

    private void keep(Path root) {
        MapFolder folder = new MapFolder(root);
        while (isRunning()) {
            look(folder);
            try {
                TimeUnit.SECONDS.sleep(SECONDS_BETWEEN_LOOKS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    /** Takes the newest map there is, and prepares it first if need be. */
    void look(MapFolder folder) {
        try {
            prepare(folder);
            Optional<String> current = folder.current();
            if (current.isPresent()
                    && !current.get().equals(inUse)
                    && !current.get().equals(broken)) {
                load(folder, current.get());
            }
        } catch (RuntimeException e) {
            broken = folder.current().orElse(null);
            log.warn("The map cannot be used", e);
            if (!streets.hasMap()) {
                streets.tell(MapState.Stage.FAILED, "The map cannot be used: " + e.getMessage());
            }
        }
    }

    private void prepare(MapFolder folder) {
        Path given = settings.map();
        if (given != null && Files.exists(given) && folder.isOlderThan(given)) {
            prepare(folder, given, folder.nameFor(given));
            return;
        }
        String town = "demo-town-" + DemoTown.VERSION;
        boolean needsTown = given == null
                && isDemo
                && folder.current()
                        .map(name -> name.startsWith("demo-town") && !name.equals(town))
                        .orElse(true);
        if (needsTown) {
            Path file = folder.file(town + ".osm.gz");
            DemoTown.write(file);
            prepare(folder, file, town);
        }
    }

    private void prepare(MapFolder folder, Path osm, String name) {
        if (!folder.has(name)) {
            MapPreparation.prepare(
                    osm, folder.file(name), done -> say("Reading the map, %d %%.".formatted(Math.round(100 * done))));
        }
        folder.choose(name);
    }

    private void load(MapFolder folder, String name) {
        long begun = System.nanoTime();
        say("Loading the map.");
        TownMap newer = TownMap.load(
                folder.file(name), settings.scooter().speeds(), settings.van().speeds());
        streets.use(newer);
        inUse = name;
        folder.deleteAllBut(name);
        log.info(
                "Map {} with {} crossings loaded in {} ms",
                name,
                newer.crossings(),
                (System.nanoTime() - begun) / 1_000_000);
    }

    /** While a map is in use, nobody needs to know that a newer one is being read. */
    private void say(String sentence) {
        if (!streets.hasMap()) {
            streets.tell(MapState.Stage.LOADING, sentence);
        }
    }
}
