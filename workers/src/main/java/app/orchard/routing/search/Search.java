package app.orchard.routing.search;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/** Destroys and mends, and accepts what became worse the more seldom the longer it goes on. */
public final class Search {

    /**
     * How far it is.
     *
     * @param done from 0 to 1
     */
    public record Progress(double done, long nanos, long rounds, int unplaced, long cost) {}

    private static final int ROUNDS_BETWEEN_LOOKS = 64;
    private static final long NANOS_BETWEEN_WORDS = 200_000_000;
    private static final double HOT = 1.5;
    private static final double COLD = 0.015;
    /** The second half begins with the best of the first, and less hot. */
    private static final double HOT_AGAIN = 0.6;

    private static final int HALVES = 2;

    private final Tours tours;
    private final Draft draft;
    private final Dice dice;
    private final Ruin ruin;
    private final Mending mending;
    private final Best best;
    private final Budget budget;
    private final Consumer<Progress> progress;
    private final long begun;
    private long lastWord;
    private long rounds;
    private double done;

    private Search(Mission mission, long seed, Budget budget, Consumer<Progress> progress) {
        this.budget = budget;
        this.progress = progress;
        begun = budget.nanos().getAsLong();
        tours = new Tours(mission, new Nodes(mission));
        draft = new Draft(tours);
        dice = new Dice(seed);
        ruin = new Ruin(tours, draft, dice);
        mending = new Mending(tours, draft, dice);
        best = new Best(tours);
    }

    /**
     * The best routes found within the budget.
     *
     * @param progress told now and then, on this thread
     */
    public static Routes best(Mission mission, long seed, Budget budget, Consumer<Progress> progress) {
        if (mission.vans().isEmpty()) {
            List<Integer> all =
                    IntStream.range(0, mission.visits().size()).boxed().toList();
            return new Routes(List.of(), all, 0, 0);
        }
        return new Search(mission, seed, budget, progress).run();
    }

    private Routes run() {
        long left = mending.begin();
        draft.keep();
        best.remember(left);
        if (tours.nodes.visits > 0) {
            anneal(left);
        }
        best.restore();
        return tours.asRoutes(rounds);
    }

    private void anneal(long leftAtFirst) {
        double unit = meanWay();
        long current = tours.cost + leftAtFirst;
        boolean isSecondHalf = false;
        look();
        while (done < 1) {
            if (!isSecondHalf && done * HALVES >= 1) {
                isSecondHalf = true;
                best.restore();
                current = best.costWithLeft();
            }
            double hot = isSecondHalf ? HOT_AGAIN : HOT;
            double part = done * HALVES - (isSecondHalf ? 1 : 0);
            current = rounds(current, unit * hot * StrictMath.pow(COLD / hot, part));
            look();
        }
    }

    private long rounds(long before, double heat) {
        long current = before;
        for (int n = 0; n < ROUNDS_BETWEEN_LOOKS && rounds < budget.mostRounds(); n++) {
            rounds++;
            ruin.destroy();
            long left = mending.mend();
            long reached = tours.cost + left;
            if (reached < current - heat * StrictMath.log(1 - dice.share())) {
                draft.keep();
                current = reached;
                best.rememberIfBetter(left);
            } else {
                draft.takeBack();
            }
        }
        return current;
    }

    private double meanWay() {
        int ways = 0;
        long sum = 0;
        for (int van = 0; van < tours.length.length; van++) {
            if (tours.visitsOn[van] > 0) {
                ways += tours.length[van] - 1;
                sum += tours.costOf[van] % Tours.UNRESTED;
            }
        }
        return ways == 0 ? 1 : Math.max(1, (double) sum / ways);
    }

    private void look() {
        long spent = budget.nanos().getAsLong() - begun;
        done = Math.min(1, Math.max((double) spent / budget.mostNanos(), (double) rounds / budget.mostRounds()));
        if (spent - lastWord >= NANOS_BETWEEN_WORDS || done >= 1) {
            lastWord = spent;
            progress.accept(new Progress(done, spent, rounds, best.unplaced(), best.cost()));
        }
    }
}
