package app.orchard.console;

import app.orchard.routing.Bounds;
import app.orchard.routing.MapState;
import app.orchard.routing.RoadMap;
import app.orchard.routing.RouteShape;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The town with routes, stops and vehicles on it. The drawing is done in the browser by {@code shop/route-map.js}, from
 * our own roads; the roads are sent once.
 */
@StyleSheet("context://webjars/leaflet/1.9.4/dist/leaflet.css")
@StyleSheet("context://shop/route-map.css")
@JavaScript("context://webjars/leaflet/1.9.4/dist/leaflet.js")
@JavaScript("context://shop/route-map.js")
public class RouteMap extends Div {

    /** How a stop looks. */
    public enum Look {
        OPEN,
        NEXT,
        DONE,
        FAILED,
        LATE,
        KITCHEN
    }

    /**
     * A stop.
     *
     * @param text in the pin, such as its place in the order
     * @param title for people who point at it
     */
    public record Pin(String id, double latitude, double longitude, String text, String title, Look look) {}

    /** Where a driver is. */
    public record Vehicle(double latitude, double longitude, String name) {}

    /** A route and whose it is. */
    public record Line(RouteShape shape, String name) {}

    private static final JsonMapper JSON = JsonMapper.shared();
    /** Degrees; some two kilometres. */
    private static final double GRID = 0.02;

    private final RoadMap map;
    private String network = "";
    private @Nullable Bounds drawn;

    public RouteMap(RoadMap map, String label) {
        this.map = map;
        addClassName("route-map");
        getElement().setAttribute("role", "figure");
        getElement().setAttribute("aria-label", label);
    }

    public void show(List<Line> lines, List<Pin> pins, List<Vehicle> vehicles) {
        ObjectNode state = JSON.createObjectNode();
        MapState known = map.state();
        if (known.stage() == MapState.Stage.READY) {
            roads(state, around(pins, known.bounds()));
        }
        state.put("tiles", map.tiles());
        ArrayNode routes = state.putArray("routes");
        lines.forEach(
                line -> routes.addObject().put("line", line.shape().geoJson()).put("name", line.name()));
        ArrayNode stops = state.putArray("stops");
        pins.forEach(pin -> stops.addObject()
                .put("id", pin.id())
                .put("lat", pin.latitude())
                .put("lon", pin.longitude())
                .put("text", pin.text())
                .put("title", pin.title())
                .put("state", pin.look().name().toLowerCase(Locale.ROOT)));
        ArrayNode moving = state.putArray("vehicles");
        vehicles.forEach(vehicle -> moving.addObject()
                .put("lat", vehicle.latitude())
                .put("lon", vehicle.longitude())
                .put("name", vehicle.name()));
        getElement().executeJs("window.orchard.routeMap.show(this, $0)", JSON.writeValueAsString(state));
    }

    /** So much of the town that a stop more does not need other roads. */
    private static Bounds around(List<Pin> pins, Bounds town) {
        if (pins.isEmpty()) {
            return town;
        }
        return new Bounds(
                down(pins.stream().mapToDouble(Pin::latitude).min().orElseThrow()),
                down(pins.stream().mapToDouble(Pin::longitude).min().orElseThrow()),
                up(pins.stream().mapToDouble(Pin::latitude).max().orElseThrow()),
                up(pins.stream().mapToDouble(Pin::longitude).max().orElseThrow()));
    }

    private static double down(double degrees) {
        return Math.floor(degrees / GRID - 0.3) * GRID;
    }

    private static double up(double degrees) {
        return Math.ceil(degrees / GRID + 0.3) * GRID;
    }

    private void roads(ObjectNode state, Bounds part) {
        if (!part.equals(drawn)) {
            drawn = part;
            network = map.network(part).geoJson();
        }
        state.put("network", network);
        bounds(state, part);
    }

    private static void bounds(ObjectNode state, Bounds bounds) {
        ArrayNode corners = state.putArray("bounds");
        corners.addArray().add(bounds.south()).add(bounds.west());
        corners.addArray().add(bounds.north()).add(bounds.east());
    }
}
