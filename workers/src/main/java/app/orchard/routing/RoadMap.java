package app.orchard.routing;

import app.orchard.slots.GeoPoint;
import java.util.List;
import java.util.Optional;

/** The map of the town, for drawing. */
public interface RoadMap {

    /** The way along roads through these points; straight lines when there is no map. Nothing when no way leads there. */
    Optional<RouteShape> shape(List<GeoPoint> through, Profile profile);

    /** The roads within these bounds; none when there is no map. */
    RoadNetwork network(Bounds bounds);

    MapState state();

    /** Address of a server of map pictures, with {@code {z}}, {@code {x}} and {@code {y}}; empty for none. */
    String tiles();
}
