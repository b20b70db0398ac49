package app.orchard.routing.search;

/** Puts a van's rests where they delay it least. */
final class Pauses {

    private final Tours tours;
    private final Nodes nodes;
    private final Dice dice;

    Pauses(Tours tours, Dice dice) {
        this.tours = tours;
        this.nodes = tours.nodes;
        this.dice = dice;
    }

    /** All of them that are not yet on the tour or after it. */
    void insert(int van) {
        int[] rests = nodes.restsOf[van];
        for (int n = 0; n < rests.length; n++) {
            if (tours.vanOf[rests[n]] < 0 && (tours.restsAfter[van] & 1 << n) == 0) {
                insert(van, n, rests[n]);
            }
        }
    }

    private void insert(int van, int number, int rest) {
        int end = nodes.endOf[van];
        boolean mayComeAfter = tours.early[end] <= nodes.closes[rest];
        int position = mayComeAfter && dice.isUnder(0.5) ? -1 : leastDelaying(van, rest);
        if (position >= 0) {
            tours.insert(van, position, rest);
        } else if (mayComeAfter) {
            tours.restsAfter[van] |= 1 << number;
        }
        tours.refresh(van);
    }

    private int leastDelaying(int van, int rest) {
        Ways ways = tours.mission.ways().get(tours.mission.vans().get(van).ways());
        int[] own = tours.sequence[van];
        int best = -1;
        int leastDelay = Integer.MAX_VALUE;
        for (int n = tours.firstFree[van]; n < tours.length[van] - 1; n++) {
            int begins = Math.max(tours.leave[own[n]], nodes.opens[rest]);
            int over = begins + nodes.service[rest];
            int next = own[n + 1];
            boolean fits = begins <= nodes.closes[rest]
                    && over + ways.time(tours.at[own[n]], tours.at[next]) <= tours.late[next];
            if (fits && over - tours.leave[own[n]] < leastDelay) {
                leastDelay = over - tours.leave[own[n]];
                best = n;
            }
        }
        return best;
    }
}
