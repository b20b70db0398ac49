package app.orchard.routing;

import app.orchard.routing.graphhopper.Speeds;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code orchard.routing}.
 *
 * @param folder where prepared maps are kept; without one there is no map
 * @param map an OpenStreetMap file, {@code .osm} or {@code .osm.gz}; the demo business has a town of its own
 * @param loading how long the vehicle stands at the kitchen between two trips
 * @param detour by how much streets are longer than straight lines, when there is no map
 * @param straightScooterSpeed in km/h, door to door, when there is no map
 * @param straightVanSpeed in km/h, door to door, when there is no map
 * @param tiles address of a server of map pictures, with {@code {z}}, {@code {x}} and {@code {y}}; none by itself
 */
@ConfigurationProperties("orchard.routing")
record RoutingSettings(
        @Nullable Path folder,
        @Nullable Path map,
        @DefaultValue("5m") Duration loading,
        @DefaultValue("1.35") double detour,
        @DefaultValue("20") double straightScooterSpeed,
        @DefaultValue("18") double straightVanSpeed,
        @DefaultValue Scooter scooter,
        @DefaultValue Van van,
        @DefaultValue("") String tiles) {

    /** On the map: see {@link Speeds}. */
    record Scooter(
            @DefaultValue("0.7") double share,
            @DefaultValue("20") double lane,
            @DefaultValue("14") double unpaved,
            @DefaultValue("40") double most) {

        Speeds speeds() {
            return new Speeds(share, lane, unpaved, most);
        }
    }

    /** On the map: see {@link Speeds}. */
    record Van(
            @DefaultValue("0.6") double share,
            @DefaultValue("18") double lane,
            @DefaultValue("12") double unpaved,
            @DefaultValue("45") double most) {

        Speeds speeds() {
            return new Speeds(share, lane, unpaved, most);
        }
    }

    /** Everything as it is by itself, without a map. */
    static RoutingSettings usual() {
        return new RoutingSettings(
                null,
                null,
                Duration.ofMinutes(5),
                1.35,
                20,
                18,
                new Scooter(0.7, 20, 14, 40),
                new Van(0.6, 18, 12, 45),
                "");
    }

    double straightSpeed(Profile profile) {
        return profile == Profile.SCOOTER ? straightScooterSpeed : straightVanSpeed;
    }
}
