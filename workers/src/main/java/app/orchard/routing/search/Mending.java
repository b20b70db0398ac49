package app.orchard.routing.search;

/** Puts visits back where they cost least, one after the other, now and then overlooking a place. */
final class Mending {

    private static final int ORDERS = 17;
    private static final double OVERLOOKED = 0.01;

    private final Tours tours;
    private final Nodes nodes;
    private final Draft draft;
    private final Dice dice;
    private final Place place;
    private final Pauses pauses;
    private final int[] absent;
    private final long[] rank;
    private int count;

    Mending(Tours tours, Draft draft, Dice dice) {
        this.tours = tours;
        this.nodes = tours.nodes;
        this.draft = draft;
        this.dice = dice;
        place = new Place(tours, dice, OVERLOOKED);
        pauses = new Pauses(tours, dice);
        absent = new int[nodes.visits];
        rank = new long[nodes.visits];
    }

    /** The first plan: nothing was touched yet. */
    long begin() {
        for (int van = 0; van < tours.length.length; van++) {
            pauses.insert(van);
        }
        return mend();
    }

    /** What it costs that some could not be placed. */
    long mend() {
        for (int n = 0; n < draft.count(); n++) {
            pauses.insert(draft.touched(n));
        }
        collect();
        sort();
        long left = 0;
        for (int n = 0; n < count; n++) {
            if (place.find(absent[n])) {
                insert(absent[n]);
            } else {
                left += nodes.worth[absent[n]];
            }
        }
        return left;
    }

    private void insert(int visit) {
        int van = place.van;
        draft.touch(van);
        int after = place.after;
        if (place.isLoadingBefore) {
            tours.insert(van, after++, tours.spareLoading(van));
        }
        tours.insert(van, after++, visit);
        if (place.isLoadingAfter) {
            tours.insert(van, after, tours.spareLoading(van));
        }
        tours.refreshAround(van, after);
    }

    private void collect() {
        count = 0;
        for (int visit = 0; visit < nodes.visits; visit++) {
            if (!tours.isPlaced(visit)) {
                absent[count++] = visit;
            }
        }
    }

    private void sort() {
        int order = dice.below(ORDERS);
        for (int n = 0; n < count; n++) {
            rank[n] = rank(order, absent[n]);
        }
        for (int n = 1; n < count; n++) {
            int visit = absent[n];
            long own = rank[n];
            int to = n;
            for (; to > 0 && rank[to - 1] > own; to--) {
                absent[to] = absent[to - 1];
                rank[to] = rank[to - 1];
            }
            absent[to] = visit;
            rank[to] = own;
        }
    }

    private long rank(int order, int visit) {
        return switch (order) {
            case 0, 1, 2, 3 -> dice.below(1 << 20);
            case 4, 5, 6, 7 -> -(nodes.weight[visit] + (long) nodes.boxes[visit]);
            case 8, 9 -> -fromStart(visit);
            case 10 -> fromStart(visit);
            case 11, 12 -> nodes.closes[visit] - (long) nodes.opens[visit];
            case 13, 14 -> nodes.opens[visit];
            default -> -nodes.closes[visit];
        };
    }

    private long fromStart(int visit) {
        Van van = tours.mission.vans().getFirst();
        return tours.mission.ways().get(van.ways()).cost(van.end(), nodes.place[visit]);
    }
}
