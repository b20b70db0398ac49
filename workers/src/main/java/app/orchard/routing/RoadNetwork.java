package app.orchard.routing;

/**
 * The roads of a part of the map, as they are drawn.
 *
 * @param geoJson a GeoJSON feature collection of lines; their property {@code kind} is main, street or lane
 */
public record RoadNetwork(String geoJson) {}
