package app.orchard.replenishment;

import app.orchard.shared.Changes;
import app.orchard.shared.WakefulLoop;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Looks at the levels whenever stock moved, yet not more than once a second, so that no order waits for it. */
@Component
class LowStockWatch implements SmartLifecycle {

    private static final Duration AT_LEAST_EVERY = Duration.ofMinutes(1);
    private static final Duration BREATH = Duration.ofSeconds(1);

    private final WakefulLoop loop;
    private final Changes changes;
    private Changes.@Nullable Subscription subscription;

    LowStockWatch(Replenishments replenishments, Changes changes) {
        this.changes = changes;
        this.loop = new WakefulLoop("low stock", AT_LEAST_EVERY, () -> {
            replenishments.check();
            breathe();
        });
    }

    @Override
    public void start() {
        loop.start();
        subscription = changes.subscribe("stock"::equals, topic -> loop.wake());
    }

    @Override
    public void stop() {
        if (subscription != null) {
            subscription.close();
        }
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }

    private static void breathe() {
        try {
            Thread.sleep(BREATH);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
