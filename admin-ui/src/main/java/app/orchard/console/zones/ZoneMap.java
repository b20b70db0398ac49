package app.orchard.console.zones;

import app.orchard.console.Text;
import app.orchard.routing.Bounds;
import app.orchard.routing.RoadMap;
import app.orchard.slots.GeoPoint;
import app.orchard.slots.ZoneDraft;
import com.vaadin.flow.component.dependency.JavaScript;
import com.vaadin.flow.component.dependency.StyleSheet;
import com.vaadin.flow.component.html.Div;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The zones on the map of the town, with complexes and stalls. The polygon of the one that is open can be changed; the
 * browser draws and tells the corners, {@code console-assets/zonemap.js}.
 */
@StyleSheet("context://webjars/leaflet/1.9.4/dist/leaflet.css")
@JavaScript("context://webjars/leaflet/1.9.4/dist/leaflet.js")
@JavaScript("context://console-assets/zonemap.js")
class ZoneMap extends Div {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final int COLOURS = 6;
    private static final double MARGIN = 0.01;

    private final RoadMap roads;
    private String roadsDrawn = "";
    private List<GeoPoint> corners = List.of();
    private Runnable changed = () -> {};

    ZoneMap(RoadMap roads) {
        this.roads = roads;
        addClassNames("route-map", "zone-map");
        getElement().setAttribute("role", "application");
        getElement().setAttribute("aria-label", Text.of("zones.map"));
        getElement()
                .addEventListener("corners-changed", event -> {
                    corners = read(event.getEventData().path("event.detail"));
                    changed.run();
                })
                .addEventData("event.detail");
        addDetachListener(detached -> roadsDrawn = "");
    }

    static int colour(ZoneDraft zone, @Nullable Ground ground) {
        return ground == null ? 0 : ground.zones().indexOf(zone) % COLOURS;
    }

    /** @param open the zone that can be changed, if any */
    void show(Ground ground, @Nullable ZoneDraft open) {
        corners = open == null ? List.of() : open.corners();
        List<GeoPoint> all = Stream.concat(
                        ground.zones().stream().flatMap(zone -> zone.corners().stream()),
                        ground.complexes().stream()
                                .map(complex -> GeoPoint.ofDegrees(complex.latitude(), complex.longitude())))
                .toList();
        String network =
                all.isEmpty() ? "" : roads.network(Bounds.around(all, MARGIN)).geoJson();
        boolean isSame = network.equals(roadsDrawn);
        roadsDrawn = network;
        getElement()
                .executeJs(
                        "window.orchard.zonemap.draw(this, $0, $1)",
                        JSON.writeValueAsString(json(ground, open)),
                        isSame ? "" : network);
    }

    /** As they are drawn now. */
    List<GeoPoint> corners() {
        return corners;
    }

    void onChange(Runnable listener) {
        changed = listener;
    }

    /** Begins a new polygon: each press on the map is a corner of it. */
    void drawAnew() {
        getElement().executeJs("window.orchard.zonemap.anew(this)");
    }

    void removeCorner() {
        getElement().executeJs("window.orchard.zonemap.removeCorner(this)");
    }

    void stepBack() {
        getElement().executeJs("window.orchard.zonemap.back(this)");
    }

    private static ObjectNode json(Ground ground, @Nullable ZoneDraft open) {
        ObjectNode data = JSON.createObjectNode();
        ArrayNode zones = data.putArray("zones");
        for (ZoneDraft zone : ground.zones()) {
            ObjectNode node = zones.addObject();
            node.put("name", zone.name())
                    .put("colour", colour(zone, ground))
                    .put("open", open != null && zone.code().equals(open.code()));
            ArrayNode ring = node.putArray("corners");
            zone.corners()
                    .forEach(corner -> ring.addArray().add(corner.latitude()).add(corner.longitude()));
        }
        ArrayNode marks = data.putArray("marks");
        ground.complexes()
                .forEach(complex -> marks.addObject()
                        .put("kind", "complex")
                        .put("title", complex.name())
                        .put("latitude", complex.latitude())
                        .put("longitude", complex.longitude()));
        ground.places().forEach(place -> {
            Double latitude = place.latitude();
            Double longitude = place.longitude();
            if (latitude != null && longitude != null) {
                marks.addObject()
                        .put("kind", "place")
                        .put("title", place.name())
                        .put("latitude", latitude)
                        .put("longitude", longitude);
            }
        });
        data.put("corner", Text.of("zones.corner")).put("middle", Text.of("zones.middle"));
        return data;
    }

    private static List<GeoPoint> read(JsonNode ring) {
        List<GeoPoint> corners = new ArrayList<>();
        ring.forEach(corner -> corners.add(
                GeoPoint.ofDegrees(corner.path(0).asDouble(), corner.path(1).asDouble())));
        return List.copyOf(corners);
    }
}
