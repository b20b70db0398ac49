package app.orchard.routing;

import app.orchard.routing.search.Routes;
import app.orchard.routing.search.Step;
import java.util.ArrayList;
import java.util.List;

/** Makes a plan for people of what the search found. */
final class PlanWriting {

    private final Survey survey;

    PlanWriting(Survey survey) {
        this.survey = survey;
    }

    RoutePlan write(Routes routes) {
        List<Tour> tours = tours(routes.steps());
        List<Tour> inOrder = tours(new OrderOfBooking(survey, routes.unplaced()).steps());
        WhyNot why = new WhyNot(survey, routes.steps());
        return new RoutePlan(
                tours,
                routes.unplaced().stream().map(why::of).toList(),
                figures(tours),
                figures(inOrder),
                survey.isGreatCircle());
    }

    private List<Tour> tours(List<List<Step>> steps) {
        List<Tour> tours = new ArrayList<>();
        for (int vehicle = 0; vehicle < steps.size(); vehicle++) {
            if (!steps.get(vehicle).isEmpty()) {
                tours.add(new Drive(survey, vehicle, steps.get(vehicle)).tour());
            }
        }
        return tours;
    }

    private static PlanFigures figures(List<Tour> tours) {
        return PlanFigures.together(tours.stream().map(Tour::figures).toList());
    }
}
