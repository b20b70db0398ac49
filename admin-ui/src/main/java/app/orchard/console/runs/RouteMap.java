package app.orchard.console.runs;

import app.orchard.console.Text;
import app.orchard.delivery.PlannedStop;
import app.orchard.delivery.Position;
import app.orchard.delivery.RunView;
import app.orchard.delivery.TourView;
import app.orchard.routing.Bounds;
import app.orchard.routing.RoadMap;
import app.orchard.routing.RouteShape;
import app.orchard.slots.GeoPoint;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import java.time.Instant;
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
    private String roadsDrawn = "";

    RouteMap(RoadMap roads) {
        this.roads = roads;
        addClassName("route-map");
        getElement().setAttribute("role", "figure");
        getElement().setAttribute("aria-label", Text.of("run.map"));
        addDetachListener(detached -> {
            drawn = "";
            roadsDrawn = "";
        });
    }

    void show(RunFacts facts) {
        RunView view = facts.view();
        List<GeoPoint> points = Stream.concat(
                        Stream.ofNullable(view.depot()),
                        Stream.concat(
                                facts.places().values().stream().map(Position::at),
                                view.tours().stream()
                                        .flatMap(tour -> tour.stops().stream())
                                        .flatMap(RouteMap::place)))
                .toList();
        setVisible(!points.isEmpty() && !view.tours().isEmpty());
        if (isVisible()) {
            draw(json(facts), roads.network(Bounds.around(points, MARGIN)).geoJson());
        }
    }

    /** The roads are many, and go to the browser only when they are others. */
    private void draw(String json, String network) {
        if (!json.equals(drawn)) {
            drawn = json;
            boolean isSame = network.equals(roadsDrawn);
            roadsDrawn = network;
            getElement().executeJs("window.orchard.routemap.draw(this, $0, $1)", json, isSame ? "" : network);
        }
    }

    private String json(RunFacts facts) {
        RunView view = facts.view();
        ObjectNode data = JSON.createObjectNode();
        GeoPoint depot = view.depot();
        if (depot != null) {
            put(data.putObject("depot"), depot).put("title", Text.of("run.depot"));
        }
        var tours = data.putArray("tours");
        view.tours().forEach(tour -> describe(tours.addObject(), tour, depot, facts));
        return JSON.writeValueAsString(data);
    }

    private void describe(ObjectNode node, TourView tour, @Nullable GeoPoint depot, RunFacts facts) {
        Position seen = facts.places().get(tour.id());
        if (seen != null) {
            put(node.putObject("driver"), seen.at()).put("title", tour.driverName());
        }
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
                        .put("state", state(stop, facts))
                        .put("title", stop.number() + " · " + stop.address()));
    }

    /** With a word more when it is expected after the end of the slot. */
    private static String state(PlannedStop stop, RunFacts facts) {
        String state = stop.state().name().toLowerCase(Locale.ROOT);
        Instant expected = stop.expectedAt();
        return expected != null && expected.isAfter(facts.view().run().slotEndsAt()) ? state + " late" : state;
    }

    private static ObjectNode put(ObjectNode node, GeoPoint at) {
        return node.put("latitude", at.latitude()).put("longitude", at.longitude());
    }

    private static Stream<GeoPoint> place(PlannedStop stop) {
        return Stream.ofNullable(stop.at());
    }
}
