package app.orchard.console.runs;

import app.orchard.console.Text;
import app.orchard.delivery.PlannedStop;
import app.orchard.delivery.RunView;
import app.orchard.delivery.TourView;
import app.orchard.routing.Bounds;
import app.orchard.routing.RoadMap;
import app.orchard.routing.RouteShape;
import app.orchard.slots.GeoPoint;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The tours of a run on the map of the town. The browser draws, {@code console-assets/routemap.js}. */
@StyleSheet("context://webjars/leaflet/1.9.4/dist/leaflet.css")
@JavaScript("context://webjars/leaflet/1.9.4/dist/leaflet.js")
@JavaScript("context://console-assets/routemap.js")
class RouteMap extends Div {

    private static final JsonMapper JSON = JsonMapper.shared();

    /** Of a degree: a few hundred metres around what is shown. */
    private static final double MARGIN = 0.006;

    private final RoadMap roads;
    private String drawn = "";

    RouteMap(RoadMap roads) {
        this.roads = roads;
        addClassName("route-map");
        getElement().setAttribute("role", "figure");
        getElement().setAttribute("aria-label", Text.of("run.map"));
        addDetachListener(detached -> drawn = "");
    }

    void show(RunView view) {
        List<GeoPoint> points = Stream.concat(
                        Stream.ofNullable(view.depot()),
                        view.tours().stream()
                                .flatMap(tour -> tour.stops().stream())
                                .flatMap(RouteMap::place))
                .toList();
        setVisible(!points.isEmpty() && !view.tours().isEmpty());
        if (isVisible()) {
            draw(json(view, points));
        }
    }

    private void draw(String json) {
        if (!json.equals(drawn)) {
            drawn = json;
            getElement().executeJs("window.orchard.routemap.draw(this, $0)", json);
        }
    }

    private String json(RunView view, List<GeoPoint> points) {
        ObjectNode data = JSON.createObjectNode();
        data.put("network", roads.network(Bounds.around(points, MARGIN)).geoJson());
        GeoPoint depot = view.depot();
        if (depot != null) {
            put(data.putObject("depot"), depot).put("title", Text.of("run.depot"));
        }
        var tours = data.putArray("tours");
        view.tours().forEach(tour -> describe(tours.addObject(), tour, depot));
        return JSON.writeValueAsString(data);
    }

    private void describe(ObjectNode node, TourView tour, @Nullable GeoPoint depot) {
        List<GeoPoint> way = new ArrayList<>();
        Stream.ofNullable(depot).forEach(way::add);
        tour.stops().stream().flatMap(RouteMap::place).forEach(way::add);
        Stream.ofNullable(depot).forEach(way::add);
        if (way.size() > 1) {
            roads.shape(way, tour.profile()).map(RouteShape::geoJson).ifPresent(line -> node.put("route", line));
        }
        var stops = node.putArray("stops");
        tour.stops().stream()
                .filter(stop -> stop.at() != null)
                .forEach(stop -> put(stops.addObject(), Objects.requireNonNull(stop.at()))
                        .put("place", String.valueOf(stop.position()))
                        .put("state", stop.state().name().toLowerCase(Locale.ROOT))
                        .put("title", stop.number() + " · " + stop.address()));
    }

    private static ObjectNode put(ObjectNode node, GeoPoint at) {
        return node.put("latitude", at.latitude()).put("longitude", at.longitude());
    }

    private static Stream<GeoPoint> place(PlannedStop stop) {
        return Stream.ofNullable(stop.at());
    }
}
