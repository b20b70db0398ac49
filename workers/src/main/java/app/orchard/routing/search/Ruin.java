package app.orchard.routing.search;

import java.util.Comparator;
import java.util.stream.IntStream;

/** Takes strings of neighbouring visits out of neighbouring tours. */
final class Ruin {

    private static final double REMOVED_ON_AVERAGE = 10;
    private static final int LONGEST = 20;
    private static final double SPLIT = 0.5;
    private static final double SPLIT_FURTHER = 0.01;

    private final Tours tours;
    private final Nodes nodes;
    private final Draft draft;
    private final Dice dice;
    private final int[][] near;

    Ruin(Tours tours, Draft draft, Dice dice) {
        this.tours = tours;
        this.nodes = tours.nodes;
        this.draft = draft;
        this.dice = dice;
        near = IntStream.range(0, nodes.visits).mapToObj(this::nearest).toArray(int[][]::new);
    }

    private int[] nearest(int visit) {
        Ways ways = tours.mission.ways().getFirst();
        return IntStream.range(0, nodes.visits)
                .boxed()
                .sorted(Comparator.comparingInt((Integer other) -> ways.cost(nodes.place[visit], nodes.place[other]))
                        .thenComparing(other -> other != visit))
                .limit(400)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    void destroy() {
        double longest = Math.min(LONGEST, averageTour());
        double most = 4 * REMOVED_ON_AVERAGE / (1 + longest) - 1;
        int strings = (int) (dice.share() * most + 1);
        int seed = dice.below(nodes.visits);
        for (int visit : near[seed]) {
            if (strings == 0) {
                break;
            }
            int van = tours.vanOf[visit];
            if (van < 0 || draft.isTouched(van) || tours.position[visit] <= tours.firstFree[van]) {
                continue;
            }
            draft.touch(van);
            removeString(van, visit, longest);
            strings--;
        }
    }

    private double averageTour() {
        int used = 0;
        int placed = 0;
        for (int count : tours.visitsOn) {
            if (count > 0) {
                used++;
                placed += count;
            }
        }
        return used == 0 ? 1 : (double) placed / used;
    }

    private void removeString(int van, int visit, double longest) {
        int free = tours.length[van] - 2 - tours.firstFree[van];
        int removed = (int) (dice.share() * Math.min(free, longest) + 1);
        int spared = 0;
        if (removed > 1 && removed < free && dice.isUnder(SPLIT)) {
            spared = 1;
            while (removed + spared < free && dice.isUnder(SPLIT_FURTHER)) {
                spared++;
            }
        }
        int span = removed + spared;
        int first = firstOfString(van, tours.position[visit], span);
        int sparedFrom = spared == 0 ? 0 : first + 1 + dice.below(removed - 1);
        for (int n = first; n < first + span; n++) {
            int node = tours.sequence[van][n];
            boolean isSpared = spared > 0 && n >= sparedFrom && n < sparedFrom + spared;
            if (nodes.isVisit(node) && !isSpared) {
                tours.vanOf[node] = -1;
            }
        }
        removeRests(van);
        tours.compact(van);
    }

    private int firstOfString(int van, int position, int span) {
        int lowest = Math.max(tours.firstFree[van] + 1, position - span + 1);
        int highest = Math.min(position, tours.length[van] - 1 - span);
        return lowest + dice.below(highest - lowest + 1);
    }

    private void removeRests(int van) {
        for (int rest : nodes.restsOf[van]) {
            tours.vanOf[rest] = -1;
        }
        tours.restsAfter[van] = 0;
    }
}
