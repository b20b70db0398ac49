package app.orchard.routing;

import app.orchard.routing.search.Budget;
import app.orchard.routing.search.Routes;
import app.orchard.routing.search.Search;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Service;

/** Searches within the time windows first; what has no place in time is then let in later and later, as far as allowed. */
@Service
@EnableConfigurationProperties(RoutingSettings.class)
class RoutePlanning implements RoutePlanner {

    private static final int ROUNDS_PER_STOP = 20_000;
    private static final int LEAST_ROUNDS = 20_000;
    private static final Duration FIRST_DELAY = Duration.ofMinutes(5);
    /** Of the whole limit, for the plan in which nobody is late; the rest is for each further try. */
    private static final double SHARE_IN_TIME = 0.6;

    private final TravelTimes travelTimes;
    private final RoutingSettings settings;

    RoutePlanning(TravelTimes travelTimes, RoutingSettings settings) {
        this.travelTimes = travelTimes;
        this.settings = settings;
    }

    @Override
    public RoutePlan plan(RouteProblem problem, Consumer<PlanningProgress> progress) {
        Survey survey = Survey.of(problem, travelTimes, settings.loading());
        Routes routes = search(survey, progress);
        return new PlanWriting(survey).write(routes);
    }

    private Routes search(Survey survey, Consumer<PlanningProgress> progress) {
        RouteProblem problem = survey.problem();
        if (problem.lateness().isZero()) {
            return search(survey, 1, progress);
        }
        Routes routes = search(survey, SHARE_IN_TIME, progress);
        List<Duration> delays = delays(problem.lateness());
        for (Duration delay : delays) {
            if (routes.unplaced().isEmpty()) {
                return routes;
            }
            survey.letIn(routes.unplaced(), delay);
            routes = search(survey, (1 - SHARE_IN_TIME) / delays.size(), progress);
        }
        return routes;
    }

    private static List<Duration> delays(Duration most) {
        List<Duration> delays = new ArrayList<>();
        for (Duration delay = FIRST_DELAY; delay.compareTo(most) < 0; delay = delay.multipliedBy(2)) {
            delays.add(delay);
        }
        delays.add(most);
        return delays;
    }

    private static Routes search(Survey survey, double share, Consumer<PlanningProgress> progress) {
        RouteProblem problem = survey.problem();
        long rounds = problem.rounds() > 0
                ? problem.rounds()
                : LEAST_ROUNDS + (long) ROUNDS_PER_STOP * problem.stops().size();
        Duration time = Duration.ofNanos(Math.max(1, (long) (problem.limit().toNanos() * share)));
        Budget budget = Budget.of(time, Math.max(1, (long) (rounds * share)));
        return Search.best(
                survey.mission(),
                problem.seed(),
                budget,
                step -> progress.accept(new PlanningProgress(
                        step.done(), Duration.ofNanos(step.nanos()), step.rounds(), step.unplaced(), step.cost())));
    }
}
