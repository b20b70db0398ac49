package app.orchard.routing;

import app.orchard.routing.search.Step;
import app.orchard.routing.search.Van;
import app.orchard.routing.search.Visit;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What would be driven without a plan: as booked, each vehicle until it is full, late or not. */
final class OrderOfBooking {

    private final List<Visit> visits;
    private final List<Van> vans;
    private final Set<Integer> done;
    private final List<List<Step>> steps = new ArrayList<>();

    /** @param leftOut what the plan does not bring either */
    OrderOfBooking(Survey survey, List<Integer> leftOut) {
        visits = survey.mission().visits();
        vans = survey.mission().vans();
        done = new HashSet<>(leftOut);
    }

    List<List<Step>> steps() {
        for (Van van : vans) {
            List<Step> own = new ArrayList<>();
            van.fixed().forEach(visit -> serve(visit, own));
            steps.add(own);
        }
        for (int van = 0; van < vans.size(); van++) {
            fill(van, vans.size() - van);
        }
        return steps;
    }

    /** An equal share of the orders for each vehicle that is left, as far as it carries them. */
    private void fill(int number, int vehiclesLeft) {
        Van van = vans.get(number);
        List<Step> own = steps.get(number);
        for (int visit = 0; visit < visits.size(); visit++) {
            if (visits.get(visit).aboard() && visits.get(visit).van() == number && !done.contains(visit)) {
                serve(visit, own);
            }
        }
        int share = Math.ceilDiv(visits.size() - done.size(), vehiclesLeft);
        int weight = weight(own);
        int boxes = boxes(own);
        int trips = 1;
        for (int visit = 0; visit < visits.size() && share > 0; visit++) {
            Visit next = visits.get(visit);
            if (done.contains(visit) || next.aboard()) {
                continue;
            }
            boolean fits = weight + next.weight() <= van.weight() && boxes + next.boxes() <= van.boxes();
            if (!fits || (van.isLoaded() && trips == 1)) {
                if (trips == van.trips()) {
                    return;
                }
                trips++;
                own.add(new Step.Reload());
                weight = 0;
                boxes = 0;
            }
            serve(visit, own);
            weight += next.weight();
            boxes += next.boxes();
            share--;
        }
    }

    private void serve(int visit, List<Step> own) {
        own.add(new Step.Serve(visit));
        done.add(visit);
    }

    private int weight(List<Step> own) {
        return own.stream()
                .mapToInt(step ->
                        step instanceof Step.Serve s ? visits.get(s.visit()).weight() : 0)
                .sum();
    }

    private int boxes(List<Step> own) {
        return own.stream()
                .mapToInt(step ->
                        step instanceof Step.Serve s ? visits.get(s.visit()).boxes() : 0)
                .sum();
    }
}
