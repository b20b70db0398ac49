package app.orchard.delivery;

import app.orchard.shared.Changes;
import app.orchard.shared.WakefulLoop;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Reckons the arrivals of all tours on the road, when one of them changes and at least every minute: time passes. */
@Component
class ArrivalRound implements SmartLifecycle {

    private static final Duration WITHOUT_A_CHANGE = Duration.ofMinutes(1);

    private final CourseTable courses;
    private final Arrivals arrivals;
    private final WakefulLoop loop = new WakefulLoop("arrivals", WITHOUT_A_CHANGE, this::round);

    ArrivalRound(CourseTable courses, Arrivals arrivals, Changes changes) {
        this.courses = courses;
        this.arrivals = arrivals;
        changes.subscribe(Runs.TOPIC::equals, topic -> loop.wake());
    }

    void round() {
        courses.onTheRoad().forEach(arrivals::reckon);
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
