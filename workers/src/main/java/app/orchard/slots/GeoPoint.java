package app.orchard.slots;

import app.orchard.shared.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A point on the map, WGS 84. Whole numbers, so that the same point is the same point everywhere.
 *
 * @param latitudeE6 millionths of a degree; one is about eleven centimetres
 * @param longitudeE6 millionths of a degree
 */
public record GeoPoint(int latitudeE6, int longitudeE6) {

    private static final double MILLION = 1_000_000;

    public GeoPoint {
        if (Math.abs(latitudeE6) > 90_000_000 || Math.abs(longitudeE6) > 180_000_000) {
            throw notOnTheMap();
        }
    }

    /** The nearest millionth of a degree. */
    public static GeoPoint ofDegrees(double latitude, double longitude) {
        if (!(Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180)) {
            throw notOnTheMap();
        }
        return new GeoPoint((int) Math.round(latitude * MILLION), (int) Math.round(longitude * MILLION));
    }

    /** @return nothing when one of them is missing */
    public static @Nullable GeoPoint ofDegreesIfKnown(@Nullable Double latitude, @Nullable Double longitude) {
        return latitude == null || longitude == null ? null : ofDegrees(latitude, longitude);
    }

    public double latitude() {
        return latitudeE6 / MILLION;
    }

    public double longitude() {
        return longitudeE6 / MILLION;
    }

    private static Refusal notOnTheMap() {
        return Refusal.invalid("bad-point", "That point is not on the map: latitude and longitude are in degrees.");
    }
}
