package app.orchard.routing;

import app.orchard.routing.graphhopper.TownMap;

/** Planning and drawing on one map, as the application puts them together, for those who measure them without it. */
public record Routing(RoutePlanner planner, RoadMap map, TravelTimes travelTimes) {

    public static Routing on(TownMap map) {
        RoutingSettings settings = RoutingSettings.usual();
        Streets streets = new Streets(settings);
        streets.use(map);
        return new Routing(new RoutePlanning(streets, settings), streets, streets);
    }
}
