package app.orchard.routing.search;

/**
 * Times and costs between all places for one kind of vehicle, row by row.
 *
 * @param time in the units of the mission's windows; {@link #NONE} where no way leads
 * @param cost in any unit
 */
@SuppressWarnings("ArrayRecordComponent")
public record Ways(int places, int[] time, int[] cost) {

    /** Longer than any day, and small enough to be added up. */
    public static final int NONE = 100_000_000;

    public Ways {
        if (time.length != places * places || cost.length != places * places) {
            throw new IllegalArgumentException(
                    "Ways between " + places + " places have " + places * places + " fields");
        }
    }

    public int time(int from, int to) {
        return time[from * places + to];
    }

    public int cost(int from, int to) {
        return cost[from * places + to];
    }
}
