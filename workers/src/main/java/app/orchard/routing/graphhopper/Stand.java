package app.orchard.routing.graphhopper;

/**
 * A point on a road, or the junction where roads meet. A junction may be left by any of its roads and reached by any;
 * what turns are forbidden there matters only to those who come through.
 *
 * @param road its number
 * @param share how much of the road lies before it, seen in the direction in which it was drawn
 * @param junction its number; {@link #NONE} along the road
 * @param centimetresAway from the point that was asked for
 */
record Stand(int road, double share, int junction, int centimetresAway) {

    static final int NONE = -1;

    boolean isJunction() {
        return junction != NONE;
    }

    int forward() {
        return 2 * road;
    }

    int backward() {
        return 2 * road + 1;
    }
}
