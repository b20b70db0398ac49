package app.orchard.routing.search;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up missions with everything in them, the same for the same number. */
final class Missions {

    private static final int DAY = 10_000;

    private final Random random;
    private final List<int[]> points = new ArrayList<>();

    private Missions(long seed) {
        random = new Random(seed);
    }

    static Mission mixed(long seed) {
        return new Missions(seed).mixed();
    }

    /** One van, few visits, wide windows: all orders can be tried. */
    static Mission small(long seed) {
        Missions made = new Missions(seed);
        int kitchen = made.point();
        List<Visit> visits = new ArrayList<>();
        int count = 1 + made.random.nextInt(6);
        for (int n = 0; n < count; n++) {
            int opens = made.random.nextInt(DAY / 2);
            visits.add(new Visit(made.point(), opens, opens + DAY, 50, 1, 1, Visit.ANY, false, 1_000_000_000));
        }
        Van van = new Van(0, kitchen, kitchen, 0, 10 * DAY, 100, 100, 1, 0, false, 0, List.of(), List.of());
        return new Mission(List.of(made.ways()), visits, List.of(van));
    }

    private Mission mixed() {
        int kitchen = point();
        int visits = 1 + random.nextInt(30);
        int vans = 1 + random.nextInt(4);
        List<Visit> all = new ArrayList<>();
        for (int n = 0; n < visits; n++) {
            all.add(visit());
        }
        List<Van> fleet = new ArrayList<>();
        int given = 0;
        for (int n = 0; n < vans; n++) {
            int aboard = random.nextInt(4) == 0 ? Math.min(3, visits - given) : 0;
            int fixed = random.nextInt(3) == 0 ? Math.min(2, visits - given - aboard) : 0;
            for (int own = given; own < given + aboard + fixed; own++) {
                all.set(own, bound(all.get(own), n, own >= given + aboard));
            }
            fleet.add(van(kitchen, aboard > 0, fixedOnes(given + aboard, fixed)));
            given += aboard + fixed;
        }
        return new Mission(List.of(ways(), slower(ways())), all, fleet);
    }

    private static List<Integer> fixedOnes(int first, int count) {
        List<Integer> fixed = new ArrayList<>();
        for (int n = 0; n < count; n++) {
            fixed.add(first + n);
        }
        return fixed;
    }

    private Visit visit() {
        int opens = random.nextInt(DAY);
        int closes = random.nextBoolean() ? opens + random.nextInt(DAY / 4) : DAY;
        long worth = random.nextInt(3) == 0 ? 8_000_000_000L : 1_000_000_000L;
        return new Visit(
                point(),
                random.nextBoolean() ? 0 : opens,
                Math.max(opens, closes),
                random.nextInt(200),
                random.nextInt(30),
                random.nextInt(4),
                Visit.ANY,
                false,
                worth);
    }

    private static Visit bound(Visit visit, int van, boolean isFixed) {
        return new Visit(
                visit.place(),
                isFixed ? -DAY : visit.opens(),
                isFixed ? 100 * DAY : visit.closes(),
                visit.service(),
                visit.weight(),
                visit.boxes(),
                van,
                true,
                visit.worth());
    }

    private Van van(int kitchen, boolean isLoaded, List<Integer> fixed) {
        List<Rest> rests = new ArrayList<>();
        for (int n = 0; n < random.nextInt(3); n++) {
            int opens = 2000 + 3000 * n + random.nextInt(1000);
            rests.add(new Rest(opens, opens + 1000, 300));
        }
        return new Van(
                random.nextInt(2),
                isLoaded ? point() : kitchen,
                kitchen,
                random.nextInt(1000),
                DAY - random.nextInt(3000),
                50 + random.nextInt(100),
                5 + random.nextInt(15),
                1 + random.nextInt(3),
                100,
                isLoaded,
                random.nextInt(500),
                rests,
                fixed);
    }

    private int point() {
        points.add(new int[] {random.nextInt(1000), random.nextInt(1000)});
        return points.size() - 1;
    }

    private Ways ways() {
        int size = points.size();
        int[] lengths = new int[size * size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                int[] a = points.get(from);
                int[] b = points.get(to);
                lengths[from * size + to] = (int) Math.ceil(Math.hypot(a[0] - b[0], a[1] - b[1]));
            }
        }
        return new Ways(size, lengths, lengths.clone());
    }

    private static Ways slower(Ways ways) {
        int[] twice = new int[ways.time().length];
        for (int n = 0; n < twice.length; n++) {
            twice[n] = 2 * ways.time()[n];
        }
        return new Ways(ways.places(), twice, ways.cost());
    }
}
