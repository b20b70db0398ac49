package app.orchard.demo;

import java.util.Map;
import tools.jackson.databind.JsonNode;

/**
 * What a driver did at a door, with an id that their phone made.
 *
 * @param picture kind of the picture that was asked for; empty without one
 * @param isSaidTwice as by a phone that did not hear the first answer
 */
record Deed(String id, JsonNode stop, String task, Map<String, Object> values, String picture, boolean isSaidTwice) {

    boolean isOf(JsonNode other) {
        return order().equals(other.path("order").asString())
                && stop.path("attempt").equals(other.path("attempt"));
    }

    String order() {
        return stop.path("order").asString();
    }
}
