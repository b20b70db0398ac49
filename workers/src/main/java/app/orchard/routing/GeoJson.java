package app.orchard.routing;

import app.orchard.routing.graphhopper.TownMap;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;

/** Lines as RFC 7946 writes them: longitude first, in millionths of a degree. */
final class GeoJson {

    private GeoJson() {}

    static String line(double[] latitudes, double[] longitudes) {
        return "{\"type\":\"Feature\",\"properties\":{},\"geometry\":" + geometry(latitudes, longitudes) + "}";
    }

    private static String geometry(double[] latitudes, double[] longitudes) {
        StringBuilder json = new StringBuilder("{\"type\":\"LineString\",\"coordinates\":[");
        for (int n = 0; n < latitudes.length; n++) {
            json.append(n == 0 ? "[" : ",[");
            json.append(degrees(longitudes[n])).append(',').append(degrees(latitudes[n]));
            json.append(']');
        }
        return json.append("]}").toString();
    }

    private static String degrees(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    /** Collects roads. */
    static final class Lines implements TownMap.Pencil {

        private final StringBuilder features = new StringBuilder();

        @Override
        public void draw(TownMap.Kind kind, String name, double[] latitudes, double[] longitudes) {
            features.append(features.isEmpty() ? "" : ",")
                    .append("{\"type\":\"Feature\",\"properties\":{\"kind\":\"")
                    .append(kind.name().toLowerCase(Locale.ROOT))
                    .append("\",\"name\":")
                    .append(JsonMapper.shared().writeValueAsString(name))
                    .append("},\"geometry\":")
                    .append(geometry(latitudes, longitudes))
                    .append('}');
        }

        String collection() {
            return "{\"type\":\"FeatureCollection\",\"features\":[" + features + "]}";
        }
    }
}
