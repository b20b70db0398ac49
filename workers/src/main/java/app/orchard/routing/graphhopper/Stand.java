package app.orchard.routing.graphhopper;

/**
 * A point on a road.
 *
 * @param road its number
 * @param share how much of the road lies before it, seen in the direction in which it was drawn
 * @param centimetresAway from the point that was asked for
 */
record Stand(int road, double share, int centimetresAway) {

    int forward() {
        return 2 * road;
    }

    int backward() {
        return 2 * road + 1;
    }
}
