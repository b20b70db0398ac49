package app.orchard.routing.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Drives routes step by step and writes down everything that is wrong with them. Knows nothing of the search. */
final class Inspector {

    private final Mission mission;
    private final Routes routes;
    private final List<String> complaints = new ArrayList<>();
    private final Set<Integer> served = new HashSet<>();
    private long cost;

    private Inspector(Mission mission, Routes routes) {
        this.mission = mission;
        this.routes = routes;
    }

    static List<String> complaints(Mission mission, Routes routes) {
        return new Inspector(mission, routes).inspect();
    }

    private List<String> inspect() {
        for (int van = 0; van < mission.vans().size(); van++) {
            drive(van);
        }
        for (int visit = 0; visit < mission.visits().size(); visit++) {
            if (served.contains(visit) == routes.unplaced().contains(visit)) {
                complaints.add("visit " + visit + " is both served and unplaced, or neither");
            }
        }
        if (cost != routes.cost()) {
            complaints.add("it costs " + cost + ", not " + routes.cost());
        }
        return complaints;
    }

    private void drive(int number) {
        Van van = mission.vans().get(number);
        List<Step> steps = routes.steps().get(number);
        Ways ways = mission.ways().get(van.ways());
        if (steps.isEmpty()) {
            return;
        }
        int clock = van.from();
        int place = van.start();
        int weight = 0;
        int boxes = 0;
        int trip = 1;
        boolean hasFixedOnly = true;
        int clockAfterFixed = clock;
        Set<Integer> rested = new HashSet<>();
        for (int n = 0; n < steps.size(); n++) {
            boolean isFixed = n < van.fixed().size();
            switch (steps.get(n)) {
                case Step.Serve(int index) -> {
                    Visit visit = mission.visits().get(index);
                    require(served.add(index), "visit " + index + " is served twice");
                    require(!isFixed || van.fixed().get(n) == index, "van " + number + " leaves its fixed order");
                    hasFixedOnly &= isFixed;
                    clock = Math.max(clock + ways.time(place, visit.place()), visit.opens());
                    clockAfterFixed = isFixed ? clock + visit.service() : clockAfterFixed;
                    require(isFixed || clock <= visit.closes(), "visit " + index + " is served too late");
                    require(visit.van() == Visit.ANY || visit.van() == number, "visit " + index + " by another van");
                    require(!visit.aboard() || trip == 1, "visit " + index + " is aboard, but not on the first trip");
                    require(
                            visit.aboard() || trip > 1 || !van.isLoaded(),
                            "visit " + index + " was not loaded by van " + number);
                    cost += ways.cost(place, visit.place());
                    clock += visit.service();
                    place = visit.place();
                    weight += visit.weight();
                    boxes += visit.boxes();
                    require(hasFixedOnly || weight <= van.weight(), "van " + number + " is too heavy");
                    require(hasFixedOnly || boxes <= van.boxes(), "van " + number + " is too full");
                }
                case Step.Reload() -> {
                    cost += ways.cost(place, van.end());
                    clock += ways.time(place, van.end()) + van.loading();
                    place = van.end();
                    weight = 0;
                    boxes = 0;
                    trip++;
                }
                case Step.Pause(int index) -> {
                    Rest rest = van.rests().get(index);
                    clock = Math.max(clock, rest.opens());
                    require(clock <= rest.closes(), "rest " + index + " begins too late");
                    require(rested.add(index), "rest " + index + " is taken twice");
                    clock += rest.length();
                }
            }
        }
        cost += ways.cost(place, van.end()) + van.fee();
        clock += ways.time(place, van.end());
        require(hasFixedOnly || clock <= van.until(), "van " + number + " is back too late");
        require(trip <= van.trips(), "van " + number + " leaves too often");
        for (int rest = 0; rest < van.rests().size(); rest++) {
            int closes = van.rests().get(rest).closes();
            require(
                    rested.contains(rest) || clock <= closes || clockAfterFixed > closes,
                    "van " + number + " goes without rest " + rest);
        }
    }

    private void require(boolean isRight, String complaint) {
        if (!isRight) {
            complaints.add(complaint);
        }
    }
}
