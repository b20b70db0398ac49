package app.orchard.routing.search;

import java.util.List;

/**
 * Everything a van can have on its way, numbered: first the mission's visits, then for each van its start, its end, its
 * loadings and its rests. A rest is wherever the van was before.
 */
final class Nodes {

    final int visits;
    final int all;
    final int[] place;
    final int[] opens;
    final int[] closes;
    final int[] service;
    final int[] weight;
    final int[] boxes;
    final int[] onlyVan;
    final boolean[] aboard;
    final long[] worth;
    final boolean[] isRest;
    /** A start or a loading: a trip begins with it. */
    final boolean[] isOpener;

    final int[] startOf;
    final int[] endOf;
    final int[][] loadingsOf;
    final int[][] restsOf;

    Nodes(Mission mission) {
        List<Van> vans = mission.vans();
        visits = mission.visits().size();
        all = visits
                + vans.stream().mapToInt(v -> 1 + v.trips() + v.rests().size()).sum();
        place = new int[all];
        opens = new int[all];
        closes = new int[all];
        service = new int[all];
        weight = new int[all];
        boxes = new int[all];
        onlyVan = new int[all];
        aboard = new boolean[all];
        worth = new long[all];
        isRest = new boolean[all];
        isOpener = new boolean[all];
        startOf = new int[vans.size()];
        endOf = new int[vans.size()];
        loadingsOf = new int[vans.size()][];
        restsOf = new int[vans.size()][];
        for (int n = 0; n < visits; n++) {
            number(n, mission.visits().get(n));
        }
        int next = visits;
        for (int van = 0; van < vans.size(); van++) {
            next = number(van, vans.get(van), next);
        }
    }

    boolean isVisit(int node) {
        return node < visits;
    }

    private void number(int n, Visit visit) {
        set(n, visit.place(), visit.opens(), visit.closes(), visit.service());
        weight[n] = visit.weight();
        boxes[n] = visit.boxes();
        onlyVan[n] = visit.van();
        aboard[n] = visit.aboard();
        worth[n] = visit.worth();
    }

    private int number(int index, Van van, int first) {
        int next = first;
        startOf[index] = next++;
        set(startOf[index], van.start(), van.from(), van.from(), 0);
        isOpener[startOf[index]] = true;
        endOf[index] = next++;
        set(endOf[index], van.end(), 0, van.until(), 0);
        loadingsOf[index] = new int[van.trips() - 1];
        for (int n = 0; n < van.trips() - 1; n++) {
            loadingsOf[index][n] = next;
            isOpener[next] = true;
            set(next++, van.end(), 0, van.until(), van.loading());
        }
        restsOf[index] = new int[van.rests().size()];
        for (int n = 0; n < van.rests().size(); n++) {
            Rest rest = van.rests().get(n);
            restsOf[index][n] = next;
            isRest[next] = true;
            set(next++, -1, rest.opens(), rest.closes(), rest.length());
        }
        return next;
    }

    private void set(int node, int where, int from, int until, int length) {
        place[node] = where;
        opens[node] = from;
        closes[node] = until;
        service[node] = length;
        onlyVan[node] = Visit.ANY;
    }
}
