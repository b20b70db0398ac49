package app.orchard.routing;

import app.orchard.routing.search.Step;
import app.orchard.routing.search.Van;
import app.orchard.routing.search.Visit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;

/** Finds what keeps a stop out of a plan, by trying it everywhere, and by how much. */
final class WhyNot {

    private final Survey survey;
    private final List<List<Step>> steps;

    WhyNot(Survey survey, List<List<Step>> steps) {
        this.survey = survey;
        this.steps = steps;
    }

    Unplaced of(int visit) {
        String stop = survey.problem().stops().get(visit).id();
        if (steps.isEmpty()) {
            return new Unplaced(stop, Constraint.NO_VEHICLE, "There is no vehicle.");
        }
        List<Drive> tries = tries(visit);
        if (tries.isEmpty()) {
            return new Unplaced(stop, Constraint.NO_VEHICLE, "It is not loaded, and no vehicle comes back to load it.");
        }
        List<Drive> withRoad =
                tries.stream().filter(drive -> !drive.isWayMissing()).toList();
        if (withRoad.isEmpty()) {
            return new Unplaced(stop, Constraint.NO_ROAD, "No road that a vehicle may use leads there.");
        }
        return because(stop, withRoad);
    }

    private static Unplaced because(String stop, List<Drive> tries) {
        List<Drive> thatCarryIt = tries.stream()
                .filter(drive -> drive.weightBroken() <= 0 && drive.boxesBroken() <= 0)
                .toList();
        List<Drive> inTime =
                tries.stream().filter(drive -> lateness(drive) == 0).toList();
        if (inTime.isEmpty() && !thatCarryIt.isEmpty()) {
            return late(stop, least(thatCarryIt, WhyNot::lateness));
        }
        List<Drive> tooFull = inTime.isEmpty() ? tries : inTime;
        Drive byWeight = least(tooFull, drive -> Math.max(0, drive.weightBroken()));
        Drive byBoxes = least(tooFull, drive -> Math.max(0, drive.boxesBroken()));
        if (byWeight.weightBroken() > 0) {
            return new Unplaced(stop, Constraint.WEIGHT, kilograms(byWeight.weightBroken()) + " more than fits.");
        }
        if (byBoxes.boxesBroken() > 0) {
            return new Unplaced(stop, Constraint.BOXES, boxes(byBoxes.boxesBroken()) + " more than fit.");
        }
        return mixed(stop, tooFull);
    }

    /** One trip has room by weight, another one by boxes, none by both; or the search has not found the place. */
    private static Unplaced mixed(String stop, List<Drive> tries) {
        Drive nearest =
                least(tries, drive -> Math.max(0, drive.boxesBroken()) * 1000 + Math.max(0, drive.weightBroken()));
        return nearest.boxesBroken() > 0
                ? new Unplaced(stop, Constraint.BOXES, boxes(nearest.boxesBroken()) + " more than fit.")
                : new Unplaced(
                        stop, Constraint.WEIGHT, kilograms(Math.max(0, nearest.weightBroken())) + " more than fits.");
    }

    private static Unplaced late(String stop, Drive drive) {
        return drive.windowBroken() > 0
                ? new Unplaced(
                        stop,
                        Constraint.WINDOW,
                        "At best " + minutes(lateness(drive)) + " too late, for this or the next stops.")
                : new Unplaced(
                        stop,
                        Constraint.SHIFT,
                        "The driver would be back " + minutes(drive.shiftBroken()) + " too late.");
    }

    private List<Drive> tries(int number) {
        Visit visit = survey.mission().visits().get(number);
        List<Drive> tries = new ArrayList<>();
        for (int vehicle = 0; vehicle < steps.size(); vehicle++) {
            if (visit.van() == Visit.ANY || visit.van() == vehicle) {
                addTries(number, visit, vehicle, tries);
            }
        }
        return tries;
    }

    private void addTries(int number, Visit visit, int vehicle, List<Drive> tries) {
        Van van = survey.mission().vans().get(vehicle);
        List<Step> own = steps.get(vehicle);
        long trips = 1 + own.stream().filter(Step.Reload.class::isInstance).count();
        Step serve = new Step.Serve(number);
        for (int n = van.fixed().size(); n <= own.size(); n++) {
            boolean isFirstTrip = own.subList(0, n).stream().noneMatch(Step.Reload.class::isInstance);
            boolean mayStandHere = isFirstTrip ? van.isLoaded() == visit.aboard() : !visit.aboard();
            if (mayStandHere) {
                tries.add(new Drive(survey, vehicle, with(own, n, List.of(serve))));
            }
            if (trips < van.trips() && !visit.aboard() && (!van.isLoaded() || n == own.size())) {
                tries.add(new Drive(survey, vehicle, with(own, n, List.of(new Step.Reload(), serve))));
            }
        }
    }

    private static List<Step> with(List<Step> own, int index, List<Step> more) {
        List<Step> longer = new ArrayList<>(own);
        longer.addAll(index, more);
        return longer;
    }

    private static int lateness(Drive drive) {
        return drive.windowBroken() + drive.shiftBroken();
    }

    private static Drive least(List<Drive> drives, ToIntFunction<Drive> measure) {
        return drives.stream().min(Comparator.comparingInt(measure)).orElseThrow();
    }

    private static String minutes(int seconds) {
        return Math.max(1, Math.round(seconds / 60.0)) + " min";
    }

    private static String kilograms(int grams) {
        return String.format(Locale.ROOT, "%.1f kg", Math.max(0.1, grams / 1000.0));
    }

    private static String boxes(int count) {
        return count == 1 ? "One box" : count + " boxes";
    }
}
