package app.orchard.slots;

import app.orchard.shared.Refusal;
import java.util.List;
import java.util.stream.IntStream;
import org.locationtech.jts.algorithm.RayCrossingCounter;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.operation.valid.IsValidOp;

/**
 * The ground inside a ring of corners; its border belongs to it. Corners are whole numbers and JTS decides the side of
 * a line exactly, so the answer does not depend on where the ring begins or which way round it goes.
 */
class Area {

    private static final int FEWEST = 3;
    private static final int MOST = 1000;
    private static final int WIDEST_E6 = 10_000_000;

    private final List<GeoPoint> corners;
    private final Coordinate[] ring;

    /** @throws Refusal INVALID {@code bad-area} when the ring crosses itself, is flat, or is wider than ten degrees */
    Area(List<GeoPoint> corners) {
        this.corners = List.copyOf(corners);
        if (corners.size() < FEWEST || corners.size() > MOST) {
            throw bad("it needs between 3 and 1000 corners");
        }
        if (span(corners.stream().mapToInt(GeoPoint::latitudeE6).toArray()) > WIDEST_E6
                || span(corners.stream().mapToInt(GeoPoint::longitudeE6).toArray()) > WIDEST_E6) {
            throw bad("it is wider than ten degrees");
        }
        this.ring = IntStream.rangeClosed(0, corners.size())
                .mapToObj(n -> coordinate(corners.get(n % corners.size())))
                .toArray(Coordinate[]::new);
        if (!new IsValidOp(new GeometryFactory().createPolygon(ring)).isValid() || twiceItsSize() == 0) {
            throw bad("its sides touch or cross each other");
        }
    }

    List<GeoPoint> corners() {
        return corners;
    }

    boolean contains(GeoPoint point) {
        return RayCrossingCounter.locatePointInRing(coordinate(point), ring) != Location.EXTERIOR;
    }

    /** In square millionths of a degree; exact, as ten degrees of a thousand corners fit into a long. */
    long twiceItsSize() {
        GeoPoint origin = corners.getFirst();
        long sum = 0;
        for (int n = 0; n < corners.size(); n++) {
            sum += cross(origin, corners.get(n), corners.get((n + 1) % corners.size()));
        }
        return Math.abs(sum);
    }

    private static long cross(GeoPoint origin, GeoPoint a, GeoPoint b) {
        long ax = a.longitudeE6() - origin.longitudeE6();
        long ay = a.latitudeE6() - origin.latitudeE6();
        long bx = b.longitudeE6() - origin.longitudeE6();
        long by = b.latitudeE6() - origin.latitudeE6();
        return ax * by - ay * bx;
    }

    private static int span(int[] values) {
        return IntStream.of(values).max().orElse(0) - IntStream.of(values).min().orElse(0);
    }

    private static Coordinate coordinate(GeoPoint point) {
        return new Coordinate(point.longitudeE6(), point.latitudeE6());
    }

    private static Refusal bad(String why) {
        return Refusal.invalid("bad-area", "This is not an area: " + why + ".");
    }
}
