package app.orchard.routing.graphhopper;

/**
 * How fast a vehicle is, calibrated to the town. All in km/h.
 *
 * @param share of what GraphHopper takes for a car on such a road, which is meant for Europe
 * @param lane at most on residential and service roads
 * @param unpaved at most where the surface is not sealed
 * @param most at most anywhere
 */
public record Speeds(double share, double lane, double unpaved, double most) {

    public Speeds {
        if (!(share > 0 && lane > 0 && unpaved > 0 && most > 0)) {
            throw new IllegalArgumentException("A speed is above zero");
        }
    }
}
