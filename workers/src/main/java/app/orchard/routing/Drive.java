package app.orchard.routing;

import app.orchard.routing.search.Mission;
import app.orchard.routing.search.Rest;
import app.orchard.routing.search.Step;
import app.orchard.routing.search.Van;
import app.orchard.routing.search.Visit;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The steps of one vehicle, driven in mind: when it is where, and what it breaks on the way. */
final class Drive {

    private final Survey survey;
    private final RouteVehicle vehicle;
    private final Van van;
    private final Mission mission;
    private final Matrix matrix;
    private final List<Step> steps;

    private final List<Trip> trips = new ArrayList<>();
    private final List<TourBreak> breaks = new ArrayList<>();
    private List<Leg> legs = new ArrayList<>();
    private int place;
    private int clock;
    private int left;
    private int weight;
    private int boxes;
    private int windowBroken;
    private int weightBroken;
    private int boxesBroken;
    private boolean isWayMissing;

    Drive(Survey survey, int vehicle, List<Step> steps) {
        this.survey = survey;
        this.vehicle = survey.problem().vehicles().get(vehicle);
        this.mission = survey.mission();
        this.van = mission.vans().get(vehicle);
        this.matrix = survey.matrix(this.vehicle);
        this.steps = steps;
        place = van.start();
        clock = van.from();
        left = van.from();
        for (int n = 0; n < steps.size(); n++) {
            take(steps.get(n), n);
        }
        comeBack();
    }

    private void take(Step step, int index) {
        switch (step) {
            case Step.Serve serve -> serve(serve.visit(), index);
            case Step.Pause pause -> pause(van.rests().get(pause.rest()));
            case Step.Reload _ -> {
                comeBack();
                clock += van.loading();
                left = clock;
            }
        }
    }

    private void serve(int number, int index) {
        Visit visit = mission.visits().get(number);
        RouteStop stop = survey.problem().stops().get(number);
        boolean isFrozen = van.fixed().contains(number);
        int seconds = secondsTo(visit.place());
        if (legs.isEmpty() && !isFrozen && isAtKitchen(index)) {
            clock = Math.max(clock, visit.opens() - seconds);
            left = clock;
        }
        int arrives = clock + seconds;
        int starts = Math.max(arrives, visit.opens());
        int metres = metresTo(visit.place());
        clock = starts + visit.service();
        Duration late = Duration.between(stop.until(), moment(starts));
        legs.add(new Leg(
                stop.id(),
                moment(arrives),
                moment(starts),
                moment(clock),
                metres,
                seconds,
                late.isNegative() ? Duration.ZERO : late));
        windowBroken += isFrozen ? 0 : Math.max(0, starts - visit.closes());
        place = visit.place();
        weight += visit.weight();
        boxes += visit.boxes();
    }

    /** Nothing happened since it was loaded, so that leaving later costs nobody anything. */
    private boolean isAtKitchen(int index) {
        return index == 0 ? vehicle.start().equals(vehicle.end()) : steps.get(index - 1) instanceof Step.Reload;
    }

    private void pause(Rest rest) {
        int starts = Math.max(clock, rest.opens());
        clock = starts + rest.length();
        breaks.add(new TourBreak(moment(starts), moment(clock)));
    }

    private void comeBack() {
        int seconds = secondsTo(van.end());
        int metres = metresTo(van.end());
        clock += seconds;
        place = van.end();
        weightBroken = Math.max(weightBroken, weight - van.weight());
        boxesBroken = Math.max(boxesBroken, boxes - van.boxes());
        weight = 0;
        boxes = 0;
        trips.add(new Trip(moment(left), legs, moment(clock), metres, seconds));
        legs = new ArrayList<>();
    }

    private int secondsTo(int next) {
        isWayMissing |= !matrix.isReachable(place, next);
        return matrix.isReachable(place, next) ? matrix.seconds(place, next) : 0;
    }

    private int metresTo(int next) {
        return matrix.isReachable(place, next) ? matrix.metres(place, next) : 0;
    }

    private Instant moment(int seconds) {
        return survey.zero().plusSeconds(seconds);
    }

    boolean isWayMissing() {
        return isWayMissing;
    }

    /** Seconds by which services begin after the ends of their times, together. */
    int windowBroken() {
        return windowBroken;
    }

    /** Seconds by which it is back after the shift. */
    int shiftBroken() {
        return Math.max(0, clock - van.until());
    }

    /** Grams too much on the fullest trip. */
    int weightBroken() {
        return weightBroken;
    }

    int boxesBroken() {
        return boxesBroken;
    }

    Tour tour() {
        return new Tour(vehicle.id(), trips, breaks, figures());
    }

    private PlanFigures figures() {
        long metres = trips.stream()
                .mapToLong(trip -> trip.metresBack()
                        + trip.legs().stream().mapToLong(Leg::metres).sum())
                .sum();
        long seconds = Duration.between(
                        trips.getFirst().leaves(), trips.getLast().returns())
                .toSeconds();
        List<Leg> all = trips.stream().flatMap(trip -> trip.legs().stream()).toList();
        long late = all.stream().mapToLong(leg -> leg.late().toSeconds()).sum();
        Costs costs = vehicle.costs();
        double cost = costs.perKilometre() * metres / 1000.0 + costs.perHour() * seconds / 3600.0 + costs.perTour();
        return new PlanFigures(metres, seconds, late, all.size(), Math.round(cost));
    }
}
