package app.orchard.slots;

import app.orchard.shared.HoldId;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Gives back held places whose process could not, because the engine was away. */
@Component
class SlotSweeper {

    private static final Logger log = LoggerFactory.getLogger(SlotSweeper.class);

    private final Slots slots;

    SlotSweeper(Slots slots) {
        this.slots = slots;
    }

    /** Each in a transaction of its own, so that none locks two slots. */
    @Scheduled(fixedDelay = 30_000, initialDelay = 30_000)
    void sweep() {
        List<HoldId> overdue = slots.overdue();
        overdue.forEach(slots::expire);
        if (!overdue.isEmpty()) {
            log.info("Gave back {} places whose time was over", overdue.size());
        }
    }
}
