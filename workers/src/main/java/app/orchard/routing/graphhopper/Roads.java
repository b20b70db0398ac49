package app.orchard.routing.graphhopper;

import app.orchard.slots.GeoPoint;
import com.graphhopper.GraphHopper;
import com.graphhopper.isochrone.algorithm.ShortestPathTree;
import com.graphhopper.routing.Dijkstra;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.ev.BooleanEncodedValue;
import com.graphhopper.routing.ev.Subnetwork;
import com.graphhopper.routing.ev.TurnRestriction;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.DefaultSnapFilter;
import com.graphhopper.routing.util.EdgeFilter;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.DefaultTurnCostProvider;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.routing.weighting.custom.CustomModelParser;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.NodeAccess;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.DistanceCalcEarth;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** The roads of a prepared map for one kind of vehicle. */
public final class Roads {

    /** A way along roads; as many latitudes as longitudes, in degrees. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Way(double[] latitudes, double[] longitudes, long metres, long millis) {}

    /** Ways between all points, row by row; {@link #NO_WAY} where none leads. */
    @SuppressWarnings("ArrayRecordComponent")
    public record Ways(int[] millis, int[] metres) {}

    public static final int NO_WAY = FlatSearch.NO_WAY;

    /** Whoever is farther from the road than this takes time to get there. */
    private static final double NEAR_METRES = 300;

    private static final double OFF_ROAD_METRES_PER_SECOND = 4;

    private final GraphHopper hopper;
    private final BaseGraph graph;
    private final Weighting weighting;
    private final EdgeFilter isUsable;
    private final FlatRoads flat;

    Roads(GraphHopper hopper, String vehicle, Speeds speeds) {
        this.hopper = hopper;
        graph = hopper.getBaseGraph();
        BooleanEncodedValue forbidden =
                hopper.getEncodingManager().getTurnBooleanEncodedValue(TurnRestriction.key(vehicle));
        weighting = CustomModelParser.createWeighting(
                hopper.getEncodingManager(),
                new DefaultTurnCostProvider(forbidden, graph, Vehicles.turns(), null),
                Vehicles.model(vehicle, speeds));
        isUsable = new DefaultSnapFilter(
                weighting, hopper.getEncodingManager().getBooleanEncodedValue(Subnetwork.key(vehicle)));
        flat = new FlatRoads(graph, weighting);
    }

    public Ways between(List<GeoPoint> points) {
        int size = points.size();
        List<Stand> stands = points.stream().map(this::stand).toList();
        FlatSearch search = new FlatSearch(flat);
        int[] millis = new int[size * size];
        int[] metres = new int[size * size];
        for (int from = 0; from < size; from++) {
            search.search(stands.get(from), stands);
            for (int to = 0; to < size; to++) {
                int field = from * size + to;
                int away = from == to ? 0 : away(stands.get(from)) + away(stands.get(to));
                boolean isThere = search.millisTo[to] != NO_WAY;
                millis[field] = isThere ? search.millisTo[to] + offRoadMillis(away) : NO_WAY;
                metres[field] = isThere ? Math.round(search.centimetresTo[to] / 100f) + away : 0;
            }
        }
        return new Ways(millis, metres);
    }

    /** Times by GraphHopper's own trees of shortest paths: what ours are held against. */
    public int[] millisByTrees(List<GeoPoint> points) {
        int size = points.size();
        int[] millis = new int[size * size];
        Arrays.fill(millis, NO_WAY);
        List<Snap> snaps = points.stream().map(this::snapped).toList();
        QueryGraph query = QueryGraph.create(graph, snaps);
        Map<Integer, List<Integer>> wanted = IntStream.range(0, size)
                .boxed()
                .collect(Collectors.groupingBy(n -> snaps.get(n).getClosestNode()));
        Weighting onQuery = query.wrapWeighting(weighting);
        for (int from = 0; from < size; from++) {
            int row = from * size;
            ShortestPathTree tree = new ShortestPathTree(query, onQuery, false, TraversalMode.EDGE_BASED);
            tree.setTimeLimit(Double.MAX_VALUE);
            tree.search(
                    snaps.get(from).getClosestNode(),
                    label -> wanted.getOrDefault(label.node, List.of())
                            .forEach(to -> millis[row + to] = (int) Math.min(millis[row + to], label.time)));
        }
        return millis;
    }

    /** Nothing when no way leads through these points in this order. */
    public Optional<Way> through(List<GeoPoint> points) {
        List<Snap> snaps = points.stream().map(this::snapped).toList();
        QueryGraph query = QueryGraph.create(graph, snaps);
        Weighting onQuery = query.wrapWeighting(weighting);
        PointList line = new PointList();
        double metres = 0;
        long millis = 0;
        for (int n = 0; n + 1 < snaps.size(); n++) {
            Path path = new Dijkstra(query, onQuery, TraversalMode.EDGE_BASED)
                    .calcPath(snaps.get(n).getClosestNode(), snaps.get(n + 1).getClosestNode());
            if (!path.isFound()) {
                return Optional.empty();
            }
            line.add(points.get(n).latitude(), points.get(n).longitude());
            line.add(path.calcPoints());
            metres += path.getDistance();
            millis += path.getTime();
        }
        line.add(points.getLast().latitude(), points.getLast().longitude());
        return Optional.of(way(line, Math.round(metres), millis));
    }

    private static Way way(PointList line, long metres, long millis) {
        double[] latitudes = new double[line.size()];
        double[] longitudes = new double[line.size()];
        for (int n = 0; n < line.size(); n++) {
            latitudes[n] = line.getLat(n);
            longitudes[n] = line.getLon(n);
        }
        return new Way(latitudes, longitudes, metres, millis);
    }

    /** Where on the roads this point is. */
    private Stand stand(GeoPoint point) {
        Snap snap = snapped(point);
        PointList line = snap.getClosestEdge().fetchWayGeometry(FetchMode.ALL);
        List<Double> lengths = new ArrayList<>();
        double before = 0;
        double whole = 0;
        for (int n = 0; n + 1 < line.size(); n++) {
            double part = DistanceCalcEarth.DIST_EARTH.calcDist(
                    line.getLat(n), line.getLon(n), line.getLat(n + 1), line.getLon(n + 1));
            lengths.add(part);
            whole += part;
        }
        for (int n = 0; n < snap.getWayIndex(); n++) {
            before += lengths.get(n);
        }
        if (snap.getSnappedPosition() == Snap.Position.EDGE) {
            before += DistanceCalcEarth.DIST_EARTH.calcDist(
                    line.getLat(snap.getWayIndex()),
                    line.getLon(snap.getWayIndex()),
                    snap.getSnappedPoint().lat,
                    snap.getSnappedPoint().lon);
        }
        double share = whole == 0 ? 0 : Math.clamp(before / whole, 0, 1);
        boolean isDrawnThatWay = snap.getClosestEdge().getEdgeKey() % 2 == 0;
        int junction = snap.getSnappedPosition() == Snap.Position.TOWER ? snap.getClosestNode() : Stand.NONE;
        return new Stand(snap.getClosestEdge().getEdge(), isDrawnThatWay ? share : 1 - share, junction, (int)
                Math.round(100 * snap.getQueryDistance()));
    }

    private Snap snapped(GeoPoint point) {
        Snap snap = hopper.getLocationIndex().findClosest(point.latitude(), point.longitude(), isUsable);
        return snap.isValid() ? snap : fromFarAway(point);
    }

    /** The index looks around only so far; then it is the nearest crossing of all. */
    private Snap fromFarAway(GeoPoint point) {
        NodeAccess nodes = graph.getNodeAccess();
        double nearest = Double.MAX_VALUE;
        Snap best = null;
        for (int node = 0; node < graph.getNodes(); node++) {
            double metres = DistanceCalcEarth.DIST_EARTH.calcDist(
                    point.latitude(), point.longitude(), nodes.getLat(node), nodes.getLon(node));
            if (metres < nearest) {
                Snap there = hopper.getLocationIndex().findClosest(nodes.getLat(node), nodes.getLon(node), isUsable);
                if (there.isValid()) {
                    nearest = metres;
                    best = there;
                }
            }
        }
        if (best == null) {
            throw new IllegalStateException("The map has no road for this vehicle");
        }
        best.setQueryDistance(nearest);
        return best;
    }

    private static int away(Stand stand) {
        int metres = stand.centimetresAway() / 100;
        return metres <= NEAR_METRES ? 0 : metres;
    }

    private static int offRoadMillis(int metres) {
        return (int) Math.round(1000 * metres / OFF_ROAD_METRES_PER_SECOND);
    }
}
