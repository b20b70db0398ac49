package app.orchard.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.shared.Refusal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class ZoneMapTest {

    private static final int NORTH = 13_000_000;
    private static final int EAST = 77_000_000;

    /** However a zone is drawn, each point has the same answer: none or one. */
    @Property(tries = 500)
    void theAnswerDoesNotDependOnWhereARingBeginsNorOnItsDirection(
            @ForAll("rings") List<GeoPoint> one,
            @ForAll("rings") List<GeoPoint> other,
            @ForAll int turn,
            @ForAll boolean reversed) {
        ZoneMap drawn = new ZoneMap(Map.of("a", one, "b", other));
        ZoneMap redrawn = new ZoneMap(
                new TreeMap<>(Map.of("b", turned(other, -turn, !reversed), "a", turned(one, turn, reversed))));

        for (GeoPoint point : pointsOf(one, other)) {
            Optional<String> answer = drawn.at(point);
            assertThat(redrawn.at(point)).as("%s", point).isEqualTo(answer);
            assertThat(drawn.at(point)).isEqualTo(answer);
        }
    }

    @Property(tries = 300)
    void theBorderBelongsToTheZoneAndTheSizeIsExact(
            @ForAll("rings") List<GeoPoint> ring, @ForAll int turn, @ForAll boolean reversed) {
        Area area = new Area(ring);
        assertThat(ring).allMatch(area::contains);
        assertThat(new Area(turned(ring, turn, reversed)).twiceItsSize()).isEqualTo(area.twiceItsSize());
    }

    /** Four zones that meet in one point cover a square: no point of it is left out, none is in two. */
    @Property(tries = 500)
    void zonesThatShareTheirBordersLeaveNoGap(
            @ForAll("offsets") int centreX,
            @ForAll("offsets") int centreY,
            @ForAll("offsets") int x,
            @ForAll("offsets") int y) {
        GeoPoint centre = at(centreX, centreY);
        GeoPoint[] square = {at(-1000, -1000), at(-1000, 1000), at(1000, 1000), at(1000, -1000)};
        Map<String, List<GeoPoint>> quarters = new TreeMap<>();
        IntStream.range(0, 4).forEach(n -> quarters.put("zone" + n, List.of(centre, square[n], square[(n + 1) % 4])));

        String zone = new ZoneMap(quarters).at(at(x, y)).orElseThrow();

        long inside = quarters.values().stream()
                .filter(ring -> new Area(ring).contains(at(x, y)))
                .count();
        assertThat(inside).isGreaterThanOrEqualTo(1);
        assertThat(new ZoneMap(quarters).at(at(x, y))).contains(zone);
    }

    @Example
    void takesTheSmallestOfSeveralAndOfEqualOnesTheFirstByCode() {
        List<GeoPoint> town = square(0, 0, 1000);
        List<GeoPoint> market = square(0, 0, 100);
        ZoneMap map = new ZoneMap(Map.of("town", town, "market", market, "twin", turned(market, 2, true)));

        assertThat(map.at(at(0, 0))).contains("market");
        assertThat(map.at(at(100, 100))).contains("market");
        assertThat(map.at(at(101, 100))).contains("town");
        assertThat(map.at(at(1000, 7))).contains("town");
        assertThat(map.at(at(1001, 7))).isEmpty();
    }

    @Example
    void decidesExactlyOnTheWidestLine() {
        // On this line lie only points with y = 3x; one millionth beside it is another side
        Area area = new Area(List.of(at(0, 0), at(3_000_000, 9_000_000), at(3_000_000, 0)));
        assertThat(area.contains(at(1_234_567, 3 * 1_234_567))).isTrue();
        assertThat(area.contains(at(1_234_567, 3 * 1_234_567 + 1))).isFalse();
        assertThat(area.contains(at(1_234_567, 3 * 1_234_567 - 1))).isTrue();
    }

    @Example
    void refusesWhatIsNotAnArea() {
        refuses(List.of(at(0, 0), at(1, 1)));
        refuses(List.of(at(0, 0), at(5, 5), at(9, 9)));
        refuses(List.of(at(0, 0), at(10, 10), at(10, 0), at(0, 10)));
        refuses(List.of(at(0, 0), at(0, 11_000_000), at(10, 0)));
    }

    @Provide
    Arbitrary<List<GeoPoint>> rings() {
        Arbitrary<Integer> radius = Arbitraries.integers().between(20, 1000);
        return Combinators.combine(radius.list().ofMinSize(3).ofMaxSize(12), offsets(), offsets())
                .as((radii, x, y) -> star(radii, x, y))
                .filter(ZoneMapTest::isArea);
    }

    @Provide
    Arbitrary<Integer> offsets() {
        return Arbitraries.integers().between(-900, 900);
    }

    /** Corners around a centre, each at its own distance: such a ring never crosses itself. */
    private static List<GeoPoint> star(List<Integer> radii, int x, int y) {
        return IntStream.range(0, radii.size())
                .mapToObj(n -> {
                    double angle = 2 * Math.PI * n / radii.size();
                    return at(
                            x + (int) Math.round(radii.get(n) * Math.cos(angle)),
                            y + (int) Math.round(radii.get(n) * Math.sin(angle)));
                })
                .toList();
    }

    private static boolean isArea(List<GeoPoint> ring) {
        try {
            return new Area(ring).twiceItsSize() > 0;
        } catch (Refusal refusal) {
            return false;
        }
    }

    /** Corners, points on and beside the sides, and a grid over both. */
    private static List<GeoPoint> pointsOf(List<GeoPoint> one, List<GeoPoint> other) {
        List<GeoPoint> points = new ArrayList<>();
        for (List<GeoPoint> ring : List.of(one, other)) {
            for (int n = 0; n < ring.size(); n++) {
                GeoPoint a = ring.get(n);
                GeoPoint b = ring.get((n + 1) % ring.size());
                points.add(a);
                int x = (a.longitudeE6() + b.longitudeE6()) / 2;
                int y = (a.latitudeE6() + b.latitudeE6()) / 2;
                points.add(new GeoPoint(y, x));
                points.add(new GeoPoint(y + 1, x));
                points.add(new GeoPoint(y, x - 1));
            }
        }
        for (int x = -2000; x <= 2000; x += 500) {
            for (int y = -2000; y <= 2000; y += 500) {
                points.add(at(x, y));
            }
        }
        return points;
    }

    private static List<GeoPoint> turned(List<GeoPoint> ring, int turn, boolean reversed) {
        List<GeoPoint> turned = new ArrayList<>(ring);
        Collections.rotate(turned, turn);
        return reversed ? turned.reversed() : turned;
    }

    private static List<GeoPoint> square(int x, int y, int half) {
        return List.of(at(x - half, y - half), at(x + half, y - half), at(x + half, y + half), at(x - half, y + half));
    }

    private static GeoPoint at(int x, int y) {
        return new GeoPoint(NORTH + y, EAST + x);
    }

    private static void refuses(List<GeoPoint> ring) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> new Area(ring))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("bad-area"));
    }
}
