package app.orchard.delivery;

import app.orchard.routing.Matrix;
import app.orchard.routing.Profile;
import app.orchard.routing.TravelTimes;
import app.orchard.shared.OrderId;
import app.orchard.slots.GeoPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A tour on the road: where it was seen last and where it still goes.
 *
 * @param driver their name
 * @param seenAt the place where it was seen last; null when that is not known
 * @param seen when
 * @param isSeenByPhone whether the driver's phone said so; else it is the last door, or the kitchen
 * @param doors in their order
 */
record Course(
        String driver,
        Profile profile,
        @Nullable GeoPoint seenAt,
        Instant seen,
        boolean isSeenByPhone,
        List<DoorAhead> doors) {

    /** When it can be at each door, driving on at once and waiting for those who are not there yet. */
    Map<OrderId, Instant> arrivals(Instant now, Duration atTheDoor, TravelTimes times) {
        List<GeoPoint> points = Stream.concat(
                        Stream.ofNullable(seenAt), doors.stream().flatMap(door -> Stream.ofNullable(door.at())))
                .distinct()
                .toList();
        Matrix matrix = points.size() > 1 ? times.between(points, profile) : null;
        Map<OrderId, Instant> arrivals = new LinkedHashMap<>();
        GeoPoint place = seenAt;
        Instant free = seen;
        for (DoorAhead door : doors) {
            Duration way = door.pause().isZero() ? drive(points, matrix, place, door) : door.pause();
            Instant arrives = latest(now, free.plus(way));
            arrivals.put(door.order(), arrives);
            free = latest(arrives, door.from()).plus(atTheDoor);
            place = door.at() == null ? place : door.at();
        }
        return arrivals;
    }

    private static Duration drive(
            List<GeoPoint> points, @Nullable Matrix matrix, @Nullable GeoPoint from, DoorAhead to) {
        if (from == null || to.at() == null) {
            return to.drive();
        }
        int start = points.indexOf(from);
        int end = points.indexOf(to.at());
        if (start == end) {
            return Duration.ZERO;
        }
        return matrix != null && matrix.isReachable(start, end)
                ? Duration.ofSeconds(matrix.seconds(start, end))
                : to.drive();
    }

    private static Instant latest(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }
}
