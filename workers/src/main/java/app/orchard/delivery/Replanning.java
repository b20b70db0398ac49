package app.orchard.delivery;

import app.orchard.shared.Changes;
import app.orchard.shared.WakefulLoop;
import java.time.Duration;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Plans runs anew whose orders came, went or moved after they were planned. */
@Component
class Replanning implements SmartLifecycle {

    private static final Duration WITHOUT_A_CHANGE = Duration.ofSeconds(30);

    private final RunTable runs;
    private final RunPlanning planning;
    private final WakefulLoop loop = new WakefulLoop("replanning", WITHOUT_A_CHANGE, this::round);

    Replanning(RunTable runs, RunPlanning planning, Changes changes) {
        this.runs = runs;
        this.planning = planning;
        changes.subscribe("orders"::equals, topic -> loop.wake());
    }

    void round() {
        runs.outdated().forEach(planning::plan);
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
