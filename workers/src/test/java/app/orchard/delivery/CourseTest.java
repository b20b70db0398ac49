package app.orchard.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.routing.Matrix;
import app.orchard.routing.Profile;
import app.orchard.routing.TravelTimes;
import app.orchard.shared.OrderId;
import app.orchard.slots.GeoPoint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CourseTest {

    private static final Instant NOON = Instant.parse("2026-12-01T06:30:00Z");
    private static final Duration AT_THE_DOOR = Duration.ofMinutes(3);
    private static final GeoPoint HERE = new GeoPoint(0, 0);

    @Test
    void addsDrivingAndTheTimeAtEachDoor() {
        DoorAhead first = door(60, NOON, null);
        DoorAhead second = door(180, NOON, null);

        assertThat(arrivals(HERE, NOON, NOON, first, second))
                .containsEntry(first.order(), after(60))
                .containsEntry(second.order(), after(60 + 180 + 120));
    }

    @Test
    void isNowhereBeforeNow() {
        DoorAhead first = door(60, NOON, null);
        DoorAhead second = door(180, NOON, null);

        assertThat(arrivals(HERE, NOON.minusSeconds(600), NOON, first, second))
                .containsEntry(first.order(), NOON)
                .containsEntry(second.order(), after(180 + 120));
    }

    @Test
    void waitsForThoseWhoAreNotThereYet() {
        DoorAhead first = door(60, NOON.plusSeconds(900), null);
        DoorAhead second = door(180, NOON, null);

        assertThat(arrivals(HERE, NOON, NOON, first, second))
                .containsEntry(first.order(), after(60))
                .containsEntry(second.order(), after(900 + 180 + 120));
    }

    @Test
    void takesTheTimesOfThePlanWhereThePlaceIsNotKnown() {
        DoorAhead nowhere = new DoorAhead(
                OrderId.next(),
                null,
                Duration.ofSeconds(240),
                Duration.ZERO,
                NOON,
                NOON.plusSeconds(7200),
                false,
                false);
        DoorAhead known = door(60, NOON, null);

        assertThat(arrivals(HERE, NOON, NOON, nowhere, known))
                .containsEntry(nowhere.order(), after(240))
                .containsEntry(known.order(), after(240 + 180 + 60));
        assertThat(arrivals(null, NOON, NOON, known)).containsEntry(known.order(), after(77));
    }

    @Test
    void comesBackToTheKitchenBetweenTwoTripsAsPlanned() {
        DoorAhead first = door(60, NOON, null);
        DoorAhead second = door(180, NOON, Duration.ofSeconds(1500));

        assertThat(arrivals(HERE, NOON, NOON, first, second)).containsEntry(second.order(), after(60 + 180 + 1500));
    }

    private static Map<OrderId, Instant> arrivals(
            @Nullable GeoPoint seenAt, Instant seen, Instant now, DoorAhead... doors) {
        Course course = new Course("Ravi", Profile.SCOOTER, seenAt, seen, true, List.of(doors));
        return course.arrivals(now, AT_THE_DOOR, new OneSecondAMillionth());
    }

    /** @param place seconds of driving from {@link #HERE} */
    private static DoorAhead door(int place, Instant from, @Nullable Duration pause) {
        return new DoorAhead(
                OrderId.next(),
                new GeoPoint(place, 0),
                Duration.ofSeconds(77),
                pause == null ? Duration.ZERO : pause,
                from,
                from.plusSeconds(7200),
                false,
                false);
    }

    private static Instant after(int seconds) {
        return NOON.plusSeconds(seconds);
    }

    /** All places lie on one road. */
    private static final class OneSecondAMillionth implements TravelTimes {

        @Override
        public Matrix between(List<GeoPoint> points, Profile profile) {
            int size = points.size();
            int[] millis = new int[size * size];
            for (int field = 0; field < millis.length; field++) {
                GeoPoint from = points.get(field / size);
                GeoPoint to = points.get(field % size);
                millis[field] = 1000 * Math.abs(from.latitudeE6() - to.latitudeE6());
            }
            return new Matrix(size, millis, millis);
        }

        @Override
        public boolean isGreatCircle() {
            return false;
        }
    }
}
