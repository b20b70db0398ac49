package app.orchard.bench;

import app.orchard.routing.search.Mission;
import app.orchard.routing.search.Van;
import app.orchard.routing.search.Visit;
import app.orchard.routing.search.Ways;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An instance in Solomon's format, as the DIMACS challenge measures it: distances cut to one decimal, the goal is the
 * least distance. Everything in tenths.
 *
 * @param sites the depot first: x, y, demand, opens, closes, service
 */
record Solomon(String name, int vehicles, int capacity, List<int[]> sites) {

    private static final int SCALE = 10;
    private static final int X = 0;
    private static final int Y = 1;
    private static final int DEMAND = 2;
    private static final int OPENS = 3;
    private static final int CLOSES = 4;
    private static final int SERVICE = 5;

    static Solomon parse(String name, String text) {
        List<int[]> sites = new ArrayList<>();
        int vehicles = 0;
        int capacity = 0;
        for (String line : text.lines().map(String::strip).toList()) {
            String[] words = line.split("\\s+");
            if (!line.matches("[\\d.\\s]+")) {
                continue;
            }
            if (words.length == 2) {
                vehicles = Integer.parseInt(words[0]);
                capacity = Integer.parseInt(words[1]);
            } else if (words.length == 7) {
                int[] site = new int[6];
                for (int n = 0; n < site.length; n++) {
                    site[n] = (int) Double.parseDouble(words[n + 1]);
                }
                sites.add(site);
            }
        }
        return new Solomon(name, vehicles, capacity, sites);
    }

    int distance(int from, int to) {
        int[] a = sites.get(from);
        int[] b = sites.get(to);
        return (int) (SCALE * Math.hypot(a[X] - b[X], a[Y] - b[Y]));
    }

    int demand(int site) {
        return sites.get(site)[DEMAND];
    }

    int opens(int site) {
        return SCALE * sites.get(site)[OPENS];
    }

    int closes(int site) {
        return SCALE * sites.get(site)[CLOSES];
    }

    int service(int site) {
        return SCALE * sites.get(site)[SERVICE];
    }

    Mission mission() {
        int size = sites.size();
        int[] ways = new int[size * size];
        for (int from = 0; from < size; from++) {
            for (int to = 0; to < size; to++) {
                ways[from * size + to] = distance(from, to);
            }
        }
        List<Visit> visits = new ArrayList<>();
        for (int site = 1; site < size; site++) {
            visits.add(new Visit(
                    site, opens(site), closes(site), service(site), demand(site), 0, Visit.ANY, false, 1_000_000_000L));
        }
        Van van = new Van(0, 0, 0, 0, closes(0), capacity, 0, 1, 0, false, 0, List.of(), List.of());
        return new Mission(List.of(new Ways(size, ways, ways)), visits, Collections.nCopies(vehicles, van));
    }

    /**
     * Drives the routes, knowing nothing of who made them.
     *
     * @param routes sites in order, without the depot
     * @return the distance
     * @throws IllegalStateException when anything is wrong with them
     */
    double verified(List<List<Integer>> routes) {
        Set<Integer> served = new HashSet<>();
        long distance = 0;
        for (List<Integer> route : routes) {
            int clock = 0;
            int place = 0;
            int load = 0;
            for (int site : route) {
                clock = Math.max(clock + distance(place, site), opens(site));
                distance += distance(place, site);
                load += demand(site);
                require(served.add(site), "serves " + site + " twice");
                require(clock <= closes(site), "is late at " + site);
                clock += service(site);
                place = site;
            }
            distance += distance(place, 0);
            require(clock + distance(place, 0) <= closes(0), "is back too late");
            require(load <= capacity, "carries too much");
        }
        require(served.size() == sites.size() - 1, "leaves somebody out");
        require(routes.size() <= vehicles, "takes too many vehicles");
        return (double) distance / SCALE;
    }

    private void require(boolean isRight, String what) {
        if (!isRight) {
            throw new IllegalStateException("A solution of " + name + " " + what);
        }
    }
}
