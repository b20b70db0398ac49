package app.orchard.routing.graphhopper;

import com.graphhopper.GraphHopper;
import com.graphhopper.routing.ev.EnumEncodedValue;
import com.graphhopper.routing.ev.RoadClass;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.storage.NodeAccess;
import com.graphhopper.util.FetchMode;
import com.graphhopper.util.PointList;
import java.nio.file.Path;

/** A prepared map in memory. */
public final class TownMap implements AutoCloseable {

    /** Told of each road to draw. */
    public interface Pencil {

        void draw(Kind kind, String name, double[] latitudes, double[] longitudes);
    }

    /** How wide a road is drawn. */
    public enum Kind {
        MAIN,
        STREET,
        LANE
    }

    private final GraphHopper hopper;
    private final Roads scooter;
    private final Roads van;

    private TownMap(GraphHopper hopper, Speeds scooterSpeeds, Speeds vanSpeeds) {
        this.hopper = hopper;
        scooter = new Roads(hopper, Vehicles.SCOOTER, scooterSpeeds);
        van = new Roads(hopper, Vehicles.VAN, vanSpeeds);
    }

    /**
     * Reads a prepared map.
     *
     * @throws IllegalStateException when the folder holds no map that this version can read
     */
    public static TownMap load(Path folder, Speeds scooter, Speeds van) {
        GraphHopper hopper =
                MapPreparation.configured(new GraphHopper(), folder).setAllowWrites(false);
        if (!hopper.load()) {
            throw new IllegalStateException("There is no prepared map in " + folder);
        }
        return new TownMap(hopper, scooter, van);
    }

    public Roads scooter() {
        return scooter;
    }

    public Roads van() {
        return van;
    }

    /** South, west, north, east, in degrees. */
    public double[] bounds() {
        var box = hopper.getBaseGraph().getBounds();
        return new double[] {box.minLat, box.minLon, box.maxLat, box.maxLon};
    }

    public int crossings() {
        return hopper.getBaseGraph().getNodes();
    }

    public int roads() {
        return hopper.getBaseGraph().getEdges();
    }

    /** Roads that touch this rectangle, down to a kind. */
    public void draw(double south, double west, double north, double east, Kind downTo, Pencil pencil) {
        EnumEncodedValue<RoadClass> classes =
                hopper.getEncodingManager().getEnumEncodedValue(RoadClass.KEY, RoadClass.class);
        NodeAccess nodes = hopper.getBaseGraph().getNodeAccess();
        AllEdgesIterator road = hopper.getBaseGraph().getAllEdges();
        while (road.next()) {
            Kind kind = kind(road.get(classes));
            double lowest = Math.min(nodes.getLat(road.getBaseNode()), nodes.getLat(road.getAdjNode()));
            double highest = Math.max(nodes.getLat(road.getBaseNode()), nodes.getLat(road.getAdjNode()));
            double leftmost = Math.min(nodes.getLon(road.getBaseNode()), nodes.getLon(road.getAdjNode()));
            double rightmost = Math.max(nodes.getLon(road.getBaseNode()), nodes.getLon(road.getAdjNode()));
            if (kind.compareTo(downTo) <= 0
                    && lowest <= north
                    && highest >= south
                    && leftmost <= east
                    && rightmost >= west) {
                draw(kind, road.getName(), road.fetchWayGeometry(FetchMode.ALL), pencil);
            }
        }
    }

    private static void draw(Kind kind, String name, PointList line, Pencil pencil) {
        double[] latitudes = new double[line.size()];
        double[] longitudes = new double[line.size()];
        for (int n = 0; n < line.size(); n++) {
            latitudes[n] = line.getLat(n);
            longitudes[n] = line.getLon(n);
        }
        pencil.draw(kind, name, latitudes, longitudes);
    }

    private static Kind kind(RoadClass of) {
        return switch (of) {
            case MOTORWAY, TRUNK, PRIMARY, SECONDARY, TERTIARY -> Kind.MAIN;
            case RESIDENTIAL, UNCLASSIFIED, LIVING_STREET -> Kind.STREET;
            default -> Kind.LANE;
        };
    }

    @Override
    public void close() {
        hopper.close();
    }
}
