package app.orchard.routing.search;

/** Looks for the cheapest place for a visit. */
final class Place {

    private final Tours tours;
    private final Nodes nodes;
    private final Dice dice;
    private final double overlooked;
    private final int[] likeWhich;
    private final Van[] vans;
    private int untilOverlooked;

    int van;
    int after;
    boolean isLoadingBefore;
    boolean isLoadingAfter;
    private long cost;

    Place(Tours tours, Dice dice, double overlooked) {
        this.tours = tours;
        this.nodes = tours.nodes;
        this.dice = dice;
        this.overlooked = overlooked;
        vans = tours.mission.vans().toArray(Van[]::new);
        likeWhich = new int[vans.length];
        for (int later = 0; later < vans.length; later++) {
            likeWhich[later] = later;
            for (int earlier = 0; earlier < later; earlier++) {
                if (vans[later].isLike(vans[earlier])) {
                    likeWhich[later] = earlier;
                    break;
                }
            }
        }
        overlookNext();
    }

    private void overlookNext() {
        untilOverlooked = overlooked <= 0
                ? Integer.MAX_VALUE
                : 1 + (int) (StrictMath.log(1 - dice.share()) / StrictMath.log(1 - overlooked));
    }

    /** Whether there is one. */
    boolean find(int visit) {
        cost = Long.MAX_VALUE;
        int only = nodes.onlyVan[visit];
        if (only >= 0) {
            look(visit, only);
        } else {
            lookEverywhere(visit);
        }
        return cost < Long.MAX_VALUE;
    }

    private void lookEverywhere(int visit) {
        long emptySeen = 0;
        for (int candidate = 0; candidate < tours.length.length; candidate++) {
            if (tours.visitsOn[candidate] == 0) {
                int group = likeWhich[candidate];
                if (group < 64 && (emptySeen & 1L << group) != 0) {
                    continue;
                }
                emptySeen |= group < 64 ? 1L << group : 0;
            }
            look(visit, candidate);
        }
    }

    private void look(int visit, int candidate) {
        Van details = vans[candidate];
        if (nodes.weight[visit] > details.weight() || nodes.boxes[visit] > details.boxes()) {
            return;
        }
        boolean firstTripOpen = details.isLoaded() == nodes.aboard[visit];
        boolean later = details.trips() > 1 && !nodes.aboard[visit];
        if (later) {
            lookOnEachTrip(visit, candidate, details, firstTripOpen);
        } else if (firstTripOpen) {
            lookOnFirstTrip(visit, candidate, details);
        }
    }

    private void lookOnFirstTrip(int visit, int candidate, Van details) {
        int[] own = tours.sequence[candidate];
        int end = 1;
        int last = tours.length[candidate] - 1;
        if (details.trips() == 1) {
            end = last;
        } else {
            while (end < last && !nodes.isOpener[own[end]]) {
                end++;
            }
        }
        if (hasRoom(visit, own[0], details)) {
            scan(visit, candidate, details, tours.firstFree[candidate], end);
        }
    }

    private boolean hasRoom(int visit, int opener, Van details) {
        return tours.tripWeight[opener] + nodes.weight[visit] <= details.weight()
                && tours.tripBoxes[opener] + nodes.boxes[visit] <= details.boxes();
    }

    /** The places between two neighbours from position {@code first} on, up to {@code end}. */
    private void scan(int visit, int candidate, Van details, int first, int end) {
        Ways ways = tours.mission.ways().get(details.ways());
        int[] time = ways.time();
        int[] price = ways.cost();
        int places = ways.places();
        int[] own = tours.sequence[candidate];
        int[] at = tours.at;
        int[] leave = tours.leave;
        int[] late = tours.late;
        int where = nodes.place[visit];
        int row = where * places;
        int opens = nodes.opens[visit];
        int closes = nodes.closes[visit];
        int service = nodes.service[visit];
        int extra = tours.visitsOn[candidate] == 0 ? details.fee() : 0;
        int before = own[first];
        for (int n = first; n < end; n++) {
            int a = before;
            int b = own[n + 1];
            before = b;
            int left = leave[a];
            if (left > closes) {
                return;
            }
            int atA = at[a] * places;
            int there = atA + where;
            int begins = Math.max(left + time[there], opens);
            if (begins > closes) {
                continue;
            }
            if (nodes.isRest[b]) {
                scanBeforeRest(visit, candidate, n, begins + service, price[there] + extra, ways);
                continue;
            }
            int back = row + at[b];
            long more = (long) price[there] + price[back] - price[atA + at[b]] + extra;
            if (more < cost && begins + service + time[back] <= late[b]) {
                if (--untilOverlooked == 0) {
                    overlookNext();
                } else {
                    take(candidate, n, more);
                }
            }
        }
    }

    private void take(int candidate, int position, long price) {
        cost = price;
        van = candidate;
        after = position;
        isLoadingBefore = false;
        isLoadingAfter = false;
    }

    /** The rest, and others after it, would be taken at the visit's place instead. */
    private void scanBeforeRest(int visit, int candidate, int position, int left, long priceThere, Ways ways) {
        int[] own = tours.sequence[candidate];
        int next = position + 1;
        int time = left;
        while (nodes.isRest[own[next]]) {
            int begins = Math.max(time, nodes.opens[own[next]]);
            if (begins > nodes.closes[own[next]]) {
                return;
            }
            time = begins + nodes.service[own[next]];
            next++;
        }
        int from = tours.at[own[position]];
        int to = tours.at[own[next]];
        long more = priceThere + ways.cost(nodes.place[visit], to) - ways.cost(from, to);
        if (more < cost && time + ways.time(nodes.place[visit], to) <= tours.late[own[next]]) {
            take(candidate, position, more);
        }
    }

    private void lookOnEachTrip(int visit, int candidate, Van details, boolean firstTripOpen) {
        int[] own = tours.sequence[candidate];
        int last = tours.length[candidate] - 1;
        boolean maySplit = tours.spareLoading(candidate) >= 0;
        int opener = own[0];
        int first = tours.firstFree[candidate];
        boolean isOpen = firstTripOpen;
        for (int n = 1; n <= last; n++) {
            int node = own[n];
            if (n < last && !nodes.isOpener[node]) {
                continue;
            }
            int from = Math.max(first, tours.position[opener]);
            if (n > from && isOpen && hasRoom(visit, opener, details)) {
                scan(visit, candidate, details, from, n);
            } else if (n > from && maySplit) {
                split(visit, candidate, details, from, n, opener, isOpen);
            }
            opener = node;
            isOpen = true;
        }
    }

    /** One trip becomes two: the visit is the last of the first or the first of the second. */
    private void split(int visit, int candidate, Van details, int first, int end, int opener, boolean mayEndTheFirst) {
        int[] own = tours.sequence[candidate];
        for (int n = first; n < end; n++) {
            int a = own[n];
            if (nodes.isRest[own[n + 1]]) {
                continue;
            }
            boolean endsTheFirst = mayEndTheFirst && fits(visit, details, tours.weightSoFar[a], tours.boxesSoFar[a]);
            if (endsTheFirst) {
                trySplit(visit, candidate, details, n, false);
            }
            // What follows on the trip would be loaded anew, which what is aboard already cannot be
            boolean mayMoveTheRest = mayEndTheFirst || n + 1 == end;
            int weight = tours.tripWeight[opener] - tours.weightSoFar[a];
            int boxes = tours.tripBoxes[opener] - tours.boxesSoFar[a];
            if (mayMoveTheRest && fits(visit, details, weight, boxes)) {
                trySplit(visit, candidate, details, n, true);
            }
        }
    }

    private boolean fits(int visit, Van details, int weight, int boxes) {
        return weight + nodes.weight[visit] <= details.weight() && boxes + nodes.boxes[visit] <= details.boxes();
    }

    private void trySplit(int visit, int candidate, Van details, int position, boolean isLoadingFirst) {
        Ways ways = tours.mission.ways().get(details.ways());
        int a = tours.sequence[candidate][position];
        int b = tours.sequence[candidate][position + 1];
        int kitchen = details.end();
        int where = nodes.place[visit];
        int first = isLoadingFirst ? kitchen : where;
        int second = isLoadingFirst ? where : kitchen;
        int time = tours.leave[a] + ways.time(tours.at[a], first);
        time = isLoadingFirst ? time + details.loading() : serve(visit, time);
        time += ways.time(first, second);
        time = isLoadingFirst ? serve(visit, time) : time + details.loading();
        long more = (long) ways.cost(tours.at[a], first)
                + ways.cost(first, second)
                + ways.cost(second, tours.at[b])
                - ways.cost(tours.at[a], tours.at[b])
                + (tours.visitsOn[candidate] == 0 ? details.fee() : 0);
        if (more < cost && time + ways.time(second, tours.at[b]) <= tours.late[b]) {
            take(candidate, position, more);
            isLoadingBefore = isLoadingFirst;
            isLoadingAfter = !isLoadingFirst;
        }
    }

    /** @return when the visit is over; much too late when it is closed on arrival */
    private int serve(int visit, int arrives) {
        return arrives > nodes.closes[visit]
                ? 2 * Ways.NONE
                : Math.max(arrives, nodes.opens[visit]) + nodes.service[visit];
    }
}
