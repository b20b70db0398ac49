package app.orchard.routing;

import app.orchard.slots.GeoPoint;
import java.util.List;

/** How long and how far it is from each point to each other. */
public interface TravelTimes {

    Matrix between(List<GeoPoint> points, Profile profile);

    /** Whether it measures straight lines for want of a map; screens say so. */
    boolean isGreatCircle();
}
