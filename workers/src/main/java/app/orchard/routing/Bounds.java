package app.orchard.routing;

/** A part of the map, in degrees. */
public record Bounds(double south, double west, double north, double east) {

    boolean contains(double latitude, double longitude) {
        return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
    }
}
