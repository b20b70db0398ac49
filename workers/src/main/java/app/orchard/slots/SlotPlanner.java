package app.orchard.slots;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/** Makes slots ahead: when the application starts, and soon after each day of the business, wherever it is, begins. */
@Component
@Order(2)
class SlotPlanner implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(SlotPlanner.class);

    private final SlotPlan plan;

    SlotPlanner(SlotPlan plan) {
        this.plan = plan;
    }

    @Override
    public void run(ApplicationArguments args) {
        make();
    }

    /** Hourly, as the day begins at another hour in each time zone; on most hours there is nothing to make. */
    @Scheduled(cron = "0 5 * * * *")
    void make() {
        int made = plan.make();
        if (made > 0) {
            log.info("Made {} delivery slots ahead", made);
        }
    }
}
