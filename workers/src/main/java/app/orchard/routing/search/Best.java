package app.orchard.routing.search;

import java.util.Arrays;

/** The best plan so far. */
final class Best {

    private final Tours tours;
    private final int[][] sequences;
    private final int[] lengths;
    private final int[] restsAfter;
    private long cost = Long.MAX_VALUE;
    private long costOfWays;
    private int unplaced;

    Best(Tours tours) {
        this.tours = tours;
        sequences = new int[tours.sequence.length][];
        lengths = new int[tours.sequence.length];
        restsAfter = new int[tours.sequence.length];
    }

    long cost() {
        return costOfWays;
    }

    long costWithLeft() {
        return cost;
    }

    int unplaced() {
        return unplaced;
    }

    void rememberIfBetter(long left) {
        if (tours.cost + left < cost) {
            remember(left);
        }
    }

    /** @param left what it costs that some are not placed */
    void remember(long left) {
        cost = tours.cost + left;
        costOfWays = tours.cost % Tours.UNRESTED;
        for (int van = 0; van < sequences.length; van++) {
            if (sequences[van] == null) {
                sequences[van] = new int[tours.sequence[van].length];
            }
            lengths[van] = tours.length[van];
            restsAfter[van] = tours.restsAfter[van];
            System.arraycopy(tours.sequence[van], 0, sequences[van], 0, lengths[van]);
        }
        int placed = 0;
        for (int count : tours.visitsOn) {
            placed += count;
        }
        unplaced = tours.nodes.visits - placed;
    }

    void restore() {
        Arrays.fill(tours.vanOf, -1);
        for (int van = 0; van < sequences.length; van++) {
            System.arraycopy(sequences[van], 0, tours.sequence[van], 0, lengths[van]);
            tours.length[van] = lengths[van];
            tours.restsAfter[van] = restsAfter[van];
            for (int step = 1; step < lengths[van]; step++) {
                tours.vanOf[sequences[van][step]] = van;
            }
            tours.refresh(van);
        }
    }
}
