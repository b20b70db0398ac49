package app.orchard.routing.search;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A plan that can be changed. After each change of a van's sequence it is known of each of its nodes when it is reached
 * at the earliest and left at the latest, so that whether something fits between two nodes is seen at once.
 */
final class Tours {

    static final long UNRESTED = 1_000_000_000_000L;

    final Mission mission;
    final Nodes nodes;
    final int[][] sequence;
    final int[] length;
    final int[] firstFree;
    final int[] visitsOn;
    final long[] costOf;
    /** Bits of the rests that a van's driver takes after the tour. */
    final int[] restsAfter;

    final int[] vanOf;
    final int[] position;
    final int[] at;
    final int[] early;
    final int[] leave;
    final int[] late;
    final int[] weightSoFar;
    final int[] boxesSoFar;
    /** By opener of a trip: what is carried on it. */
    final int[] tripWeight;

    final int[] tripBoxes;
    long cost;

    Tours(Mission mission, Nodes nodes) {
        this.mission = mission;
        this.nodes = nodes;
        int vans = mission.vans().size();
        sequence = new int[vans][nodes.visits + 64];
        length = new int[vans];
        firstFree = new int[vans];
        visitsOn = new int[vans];
        costOf = new long[vans];
        restsAfter = new int[vans];
        vanOf = new int[nodes.all];
        Arrays.fill(vanOf, -1);
        position = new int[nodes.all];
        at = new int[nodes.all];
        early = new int[nodes.all];
        leave = new int[nodes.all];
        late = new int[nodes.all];
        weightSoFar = new int[nodes.all];
        boxesSoFar = new int[nodes.all];
        tripWeight = new int[nodes.all];
        tripBoxes = new int[nodes.all];
        for (int van = 0; van < vans; van++) {
            begin(van);
        }
    }

    private void begin(int van) {
        List<Integer> fixed = mission.vans().get(van).fixed();
        int[] own = sequence[van];
        int count = 0;
        own[count++] = nodes.startOf[van];
        for (int visit : fixed) {
            own[count++] = visit;
        }
        own[count++] = nodes.endOf[van];
        length[van] = count;
        firstFree[van] = fixed.size();
        refresh(van);
    }

    boolean isPlaced(int visit) {
        return vanOf[visit] >= 0;
    }

    void insert(int van, int after, int node) {
        int[] own = sequence[van];
        System.arraycopy(own, after + 1, own, after + 2, length[van] - after - 1);
        own[after + 1] = node;
        length[van]++;
    }

    /** Takes out what says that it belongs to no van, and trips on which nothing is left. */
    void compact(int van) {
        int[] own = sequence[van];
        int kept = 0;
        for (int n = 0; n < length[van]; n++) {
            if (vanOf[own[n]] >= 0) {
                own[kept++] = own[n];
            }
        }
        length[van] = kept;
        if (nodes.loadingsOf[van].length > 0) {
            dropEmptyTrips(van);
            refresh(van);
            joinTrips(van);
        } else {
            refresh(van);
        }
    }

    private void dropEmptyTrips(int van) {
        int[] own = sequence[van];
        boolean firstIsForeign = mission.vans().get(van).isLoaded();
        int kept = 1;
        for (int n = 1; n < length[van]; n++) {
            int node = own[n];
            boolean isLoading = nodes.isOpener[node];
            boolean isNeedless =
                    isLoading && ((kept == 1 && !firstIsForeign) || nodes.isOpener[own[n + 1]] || n + 2 == length[van]);
            if (isNeedless) {
                vanOf[node] = -1;
            } else {
                own[kept++] = node;
            }
        }
        length[van] = kept;
    }

    /** Of two trips that fit into one. */
    private void joinTrips(int van) {
        Van details = mission.vans().get(van);
        int[] own = sequence[van];
        int opener = own[0];
        for (int n = 1; n < length[van] - 1; n++) {
            int node = own[n];
            if (!nodes.isOpener[node]) {
                continue;
            }
            boolean mayJoin = opener != own[0] || !details.isLoaded();
            if (mayJoin
                    && tripWeight[opener] + tripWeight[node] <= details.weight()
                    && tripBoxes[opener] + tripBoxes[node] <= details.boxes()) {
                remove(van, n--);
                refresh(van);
            } else {
                opener = node;
            }
        }
    }

    private void remove(int van, int index) {
        int[] own = sequence[van];
        vanOf[own[index]] = -1;
        System.arraycopy(own, index + 1, own, index, length[van] - index - 1);
        length[van]--;
    }

    /** After a visit was put at this position: as {@link #refresh}, and cheaper where there is one trip and no rest. */
    void refreshAround(int van, int index) {
        if (nodes.loadingsOf[van].length > 0 || nodes.restsOf[van].length > 0 || visitsOn[van] == 0) {
            refresh(van);
            return;
        }
        int[] own = sequence[van];
        Ways ways = mission.ways().get(mission.vans().get(van).ways());
        count(van, own, index, ways);
        for (int n = index; n < length[van]; n++) {
            position[own[n]] = n;
        }
        earlierOrLater(own, index, length[van], ways);
        latestBefore(own, index, ways);
    }

    private void count(int van, int[] own, int index, Ways ways) {
        int visit = own[index];
        int before = nodes.place[own[index - 1]];
        int here = nodes.place[visit];
        int next = nodes.place[own[index + 1]];
        long more = (long) ways.cost(before, here) + ways.cost(here, next) - ways.cost(before, next);
        costOf[van] += more;
        cost += more;
        visitsOn[van]++;
        vanOf[visit] = van;
        at[visit] = here;
        tripWeight[own[0]] += nodes.weight[visit];
        tripBoxes[own[0]] += nodes.boxes[visit];
    }

    private void earlierOrLater(int[] own, int index, int end, Ways ways) {
        int[] time = ways.time();
        int before = own[index - 1];
        for (int n = index; n < end; n++) {
            int node = own[n];
            int arrives = leave[before] + time[at[before] * ways.places() + at[node]];
            int begins = Math.max(arrives, nodes.opens[node]);
            if (n > index && begins == early[node]) {
                return;
            }
            early[node] = begins;
            leave[node] = begins + nodes.service[node];
            before = node;
        }
    }

    private void latestBefore(int[] own, int index, Ways ways) {
        int[] time = ways.time();
        int next = own[index + 1];
        for (int n = index; n >= 0; n--) {
            int node = own[n];
            int onward = late[next] - time[at[node] * ways.places() + at[next]] - nodes.service[node];
            int latest = Math.min(nodes.closes[node], onward);
            if (n < index && latest == late[node]) {
                return;
            }
            late[node] = latest;
            next = node;
        }
    }

    void refresh(int van) {
        Ways ways = mission.ways().get(mission.vans().get(van).ways());
        cost -= costOf[van];
        costOf[van] = forward(van, sequence[van], ways);
        cost += costOf[van];
        backward(van, sequence[van], ways);
    }

    private long forward(int van, int[] own, Ways ways) {
        int[] time = ways.time();
        int[] price = ways.cost();
        int places = ways.places();
        int before = own[0];
        int opener = before;
        open(before);
        at[before] = nodes.place[before];
        early[before] = nodes.opens[before];
        leave[before] = nodes.opens[before];
        position[before] = 0;
        vanOf[before] = van;
        long sum = 0;
        int visits = 0;
        for (int n = 1; n < length[van]; n++) {
            int node = own[n];
            vanOf[node] = van;
            position[node] = n;
            at[node] = nodes.isRest[node] ? at[before] : nodes.place[node];
            int way = at[before] * places + at[node];
            sum += price[way];
            early[node] = Math.max(leave[before] + time[way], nodes.opens[node]);
            leave[node] = early[node] + nodes.service[node];
            if (nodes.isOpener[node]) {
                closeTrip(opener, before);
                opener = node;
                open(node);
            } else {
                weightSoFar[node] = weightSoFar[before] + nodes.weight[node];
                boxesSoFar[node] = boxesSoFar[before] + nodes.boxes[node];
            }
            if (node < nodes.visits) {
                visits++;
            }
            before = node;
        }
        closeTrip(opener, before);
        visitsOn[van] = visits;
        return visits == 0 ? 0 : sum + mission.vans().get(van).fee() + UNRESTED * missingRests(van);
    }

    private void open(int opener) {
        weightSoFar[opener] = 0;
        boxesSoFar[opener] = 0;
    }

    private void closeTrip(int opener, int last) {
        tripWeight[opener] = weightSoFar[last];
        tripBoxes[opener] = boxesSoFar[last];
    }

    private int missingRests(int van) {
        int missing = 0;
        for (int n = 0; n < nodes.restsOf[van].length; n++) {
            if ((restsAfter[van] & 1 << n) == 0 && vanOf[nodes.restsOf[van][n]] < 0) {
                missing++;
            }
        }
        return missing;
    }

    private void backward(int van, int[] own, Ways ways) {
        int[] time = ways.time();
        int places = ways.places();
        int next = own[length[van] - 1];
        late[next] = latestReturn(van);
        for (int n = length[van] - 2; n >= 0; n--) {
            int node = own[n];
            int latest = late[next] - time[at[node] * places + at[next]] - nodes.service[node];
            late[node] = Math.min(nodes.closes[node], latest);
            next = node;
        }
    }

    private int latestReturn(int van) {
        int latest = nodes.closes[nodes.endOf[van]];
        for (int n = 0; n < nodes.restsOf[van].length; n++) {
            if ((restsAfter[van] & 1 << n) != 0) {
                latest = Math.min(latest, nodes.closes[nodes.restsOf[van][n]]);
            }
        }
        return latest;
    }

    /** A loading node that this van does not use yet; -1 when it leaves as often as it may. */
    int spareLoading(int van) {
        for (int loading : nodes.loadingsOf[van]) {
            if (vanOf[loading] < 0) {
                return loading;
            }
        }
        return -1;
    }

    Routes asRoutes(long rounds) {
        List<List<Step>> steps = new ArrayList<>();
        for (int van = 0; van < sequence.length; van++) {
            steps.add(visitsOn[van] == 0 ? List.of() : steps(van));
        }
        List<Integer> unplaced = new ArrayList<>();
        for (int visit = 0; visit < nodes.visits; visit++) {
            if (!isPlaced(visit)) {
                unplaced.add(visit);
            }
        }
        return new Routes(steps, unplaced, cost % UNRESTED, rounds);
    }

    private List<Step> steps(int van) {
        List<Step> steps = new ArrayList<>();
        for (int n = 1; n < length[van] - 1; n++) {
            steps.add(step(van, sequence[van][n]));
        }
        return steps;
    }

    private Step step(int van, int node) {
        if (nodes.isRest[node]) {
            return new Step.Pause(node - nodes.restsOf[van][0]);
        }
        return nodes.isVisit(node) ? new Step.Serve(node) : new Step.Reload();
    }
}
