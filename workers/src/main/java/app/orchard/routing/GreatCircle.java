package app.orchard.routing;

import app.orchard.slots.GeoPoint;
import java.util.List;

/** Straight lines over the globe, made longer by what streets usually add. For want of a map. */
final class GreatCircle implements TravelTimes {

    private static final double EARTH_METRES = 6_371_008.8;

    private final RoutingSettings settings;

    GreatCircle(RoutingSettings settings) {
        this.settings = settings;
    }

    @Override
    public Matrix between(List<GeoPoint> points, Profile profile) {
        int size = points.size();
        int[] millis = new int[size * size];
        int[] metres = new int[size * size];
        double metresPerSecond = settings.straightSpeed(profile) / 3.6;
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                double way = settings.detour() * metres(points.get(from), points.get(to));
                metres[from * size + to] = (int) Math.round(way);
                millis[from * size + to] = (int) Math.round(1000 * way / metresPerSecond);
            }
        }
        return new Matrix(size, millis, metres);
    }

    @Override
    public boolean isGreatCircle() {
        return true;
    }

    static double metres(GeoPoint a, GeoPoint b) {
        double north = Math.toRadians(b.latitude() - a.latitude());
        double east = Math.toRadians(b.longitude() - a.longitude());
        double half = square(Math.sin(north / 2))
                + Math.cos(Math.toRadians(a.latitude()))
                        * Math.cos(Math.toRadians(b.latitude()))
                        * square(Math.sin(east / 2));
        return 2 * EARTH_METRES * Math.asin(Math.sqrt(half));
    }

    private static double square(double x) {
        return x * x;
    }
}
