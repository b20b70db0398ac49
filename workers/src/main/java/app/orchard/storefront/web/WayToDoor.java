package app.orchard.storefront.web;

import app.orchard.delivery.Approach;
import app.orchard.delivery.Position;
import app.orchard.slots.GeoPoint;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Where an order is and when it comes, in words and for the map.
 *
 * @param stops how many doors are before this one, in words
 * @param seen when the driver was where the map shows them; empty when it does not
 */
record WayToDoor(
        String expected,
        String stops,
        String seen,
        @Nullable Place driver,
        @Nullable Place door) {

    /** In degrees. @param name what stands there */
    record Place(double latitude, double longitude, String name) {

        static Place of(GeoPoint at, String name) {
            return new Place(at.latitude(), at.longitude(), name);
        }
    }

    static WayToDoor of(Approach approach, Wording wording) {
        Position driver = approach.driverAt();
        GeoPoint door = approach.door();
        String name = approach.driver().isEmpty() ? wording.say("order.way.driver") : approach.driver();
        return new WayToDoor(
                wording.say("order.way.expected", wording.time(approach.expectedAt())),
                wording.say("order.way.stops", approach.stopsBefore()),
                driver == null ? "" : wording.say("order.way.seen", name, wording.time(driver.when())),
                driver == null ? null : Place.of(driver.at(), name),
                door == null ? null : Place.of(door, wording.say("order.way.door")));
    }

    /** For the script of the page. */
    public String json() {
        return JsonMapper.shared().writeValueAsString(this);
    }
}
