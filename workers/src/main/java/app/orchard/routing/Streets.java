package app.orchard.routing;

import app.orchard.routing.graphhopper.Roads;
import app.orchard.routing.graphhopper.TownMap;
import app.orchard.slots.GeoPoint;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The map in use, if there is one; else straight lines. A newer one takes its place while plans are made. */
@Component
class Streets implements TravelTimes, RoadMap {

    private static final double ONLY_MAIN_ROADS = 0.3;
    private static final double NO_LANES = 0.1;

    private final GreatCircle greatCircle;
    private final String tiles;
    private volatile @Nullable TownMap map;
    private volatile MapState state =
            new MapState(MapState.Stage.NONE, "There is no map: distances are straight lines.", MapState.WORLD);

    Streets(RoutingSettings settings) {
        this.greatCircle = new GreatCircle(settings);
        tiles = settings.tiles();
    }

    void tell(MapState.Stage stage, String sentence) {
        state = new MapState(stage, sentence, state.bounds());
    }

    void use(TownMap newer) {
        double[] box = newer.bounds();
        map = newer;
        state = new MapState(
                MapState.Stage.READY,
                "Map with %,d crossings.".formatted(newer.crossings()),
                new Bounds(box[0], box[1], box[2], box[3]));
    }

    boolean hasMap() {
        return map != null;
    }

    @Override
    public MapState state() {
        return state;
    }

    @Override
    public String tiles() {
        return tiles;
    }

    @Override
    public boolean isGreatCircle() {
        return map == null;
    }

    @Override
    public Matrix between(List<GeoPoint> points, Profile profile) {
        TownMap known = map;
        if (known == null) {
            return greatCircle.between(points, profile);
        }
        Roads.Ways ways = roads(known, profile).between(points);
        return new Matrix(points.size(), ways.millis(), ways.metres());
    }

    @Override
    public Optional<RouteShape> shape(List<GeoPoint> through, Profile profile) {
        if (through.size() < 2) {
            return Optional.empty();
        }
        TownMap known = map;
        return known == null
                ? Optional.of(straight(through, profile))
                : roads(known, profile).through(through).map(Streets::shape);
    }

    @Override
    public RoadNetwork network(Bounds bounds) {
        TownMap known = map;
        GeoJson.Lines lines = new GeoJson.Lines();
        if (known != null) {
            known.draw(bounds.south(), bounds.west(), bounds.north(), bounds.east(), detail(bounds), lines);
        }
        return new RoadNetwork(lines.collection());
    }

    private static TownMap.Kind detail(Bounds bounds) {
        double span = Math.max(bounds.north() - bounds.south(), bounds.east() - bounds.west());
        if (span > ONLY_MAIN_ROADS) {
            return TownMap.Kind.MAIN;
        }
        return span > NO_LANES ? TownMap.Kind.STREET : TownMap.Kind.LANE;
    }

    private RouteShape straight(List<GeoPoint> through, Profile profile) {
        Matrix ways = greatCircle.between(through, profile);
        long metres = 0;
        long seconds = 0;
        for (int n = 0; n + 1 < through.size(); n++) {
            metres += ways.metres(n, n + 1);
            seconds += ways.seconds(n, n + 1);
        }
        double[] latitudes = through.stream().mapToDouble(GeoPoint::latitude).toArray();
        double[] longitudes = through.stream().mapToDouble(GeoPoint::longitude).toArray();
        return new RouteShape(GeoJson.line(latitudes, longitudes), metres, seconds);
    }

    private static RouteShape shape(Roads.Way way) {
        return new RouteShape(
                GeoJson.line(way.latitudes(), way.longitudes()), way.metres(), Math.round(way.millis() / 1000.0));
    }

    private static Roads roads(TownMap known, Profile profile) {
        return profile == Profile.SCOOTER ? known.scooter() : known.van();
    }
}
