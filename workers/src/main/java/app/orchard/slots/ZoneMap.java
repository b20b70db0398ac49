package app.orchard.slots;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The polygons of all zones. A point in several belongs to the smallest; of equally large ones to the first by code. */
class ZoneMap {

    private record Ground(String zone, Area area, long size) {}

    private final List<Ground> grounds;

    ZoneMap(Map<String, List<GeoPoint>> corners) {
        this.grounds = corners.entrySet().stream()
                .map(zone -> ground(zone.getKey(), new Area(zone.getValue())))
                .sorted(Comparator.comparingLong(Ground::size).thenComparing(Ground::zone))
                .toList();
    }

    Optional<String> at(GeoPoint point) {
        return grounds.stream()
                .filter(ground -> ground.area().contains(point))
                .findFirst()
                .map(Ground::zone);
    }

    private static Ground ground(String zone, Area area) {
        return new Ground(zone, area, area.twiceItsSize());
    }
}
