package app.orchard.routing;

import app.orchard.slots.GeoPoint;
import java.util.List;

/** A part of the map, in degrees. */
public record Bounds(double south, double west, double north, double east) {

    /**
     * @param points at least one
     * @param margin beyond them on each side
     */
    public static Bounds around(List<GeoPoint> points, double margin) {
        var latitudes = points.stream().mapToDouble(GeoPoint::latitude).summaryStatistics();
        var longitudes = points.stream().mapToDouble(GeoPoint::longitude).summaryStatistics();
        return new Bounds(
                latitudes.getMin() - margin,
                longitudes.getMin() - margin,
                latitudes.getMax() + margin,
                longitudes.getMax() + margin);
    }

    boolean contains(double latitude, double longitude) {
        return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
    }
}
