package app.orchard.routing;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings under {@code orchard.routing}.
 *
 * @param loading how long the vehicle stands at the kitchen between two trips
 * @param detour by how much streets are longer than straight lines, when there is no map
 * @param straightScooterSpeed in km/h, door to door, when there is no map
 * @param straightVanSpeed in km/h, door to door, when there is no map
 */
@ConfigurationProperties("orchard.routing")
record RoutingSettings(
        @DefaultValue("5m") Duration loading,
        @DefaultValue("1.35") double detour,
        @DefaultValue("20") double straightScooterSpeed,
        @DefaultValue("18") double straightVanSpeed) {

    double straightSpeed(Profile profile) {
        return profile == Profile.SCOOTER ? straightScooterSpeed : straightVanSpeed;
    }
}
