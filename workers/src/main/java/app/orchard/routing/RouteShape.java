package app.orchard.routing;

/**
 * A route as it is drawn.
 *
 * @param geoJson a GeoJSON feature with a line
 */
public record RouteShape(String geoJson, long metres, long seconds) {}
