package app.orchard.processes;

import static app.orchard.processes.Elements.ORDER_STOCK;
import static app.orchard.processes.JobTypes.PLAN_REPLENISHMENT;
import static app.orchard.processes.JobTypes.REPORT_LATE_REPLENISHMENT;
import static app.orchard.processes.ProcessMessages.STOCK_LOW;
import static app.orchard.processes.ProcessMessages.STOCK_REPLENISHED;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class ReplenishmentWays {
    private static final Duration ORDER_BEFORE = Duration.ofHours(30);

    @Test
    @DisplayName("founder orders in time — what came is booked")
    void ordersInTime(Walk stock) {
        runsLow(stock);
        stock.tookBefore(ORDER_BEFORE, PLAN_REPLENISHMENT, ORDER_STOCK);
        stock.task(ORDER_STOCK).done();

        stock.reached("endEvent_stockReceived");
        stock.took(PLAN_REPLENISHMENT, ORDER_STOCK);
    }

    @Test
    @DisplayName("the market day comes near — the delay is reported, the task stays")
    void ordersLate(Walk stock) {
        runsLow(stock);
        stock.pass(ORDER_BEFORE);
        stock.job(REPORT_LATE_REPLENISHMENT).done();
        stock.task(ORDER_STOCK).done();

        stock.reached("endEvent_delayReported", "endEvent_stockReceived");
        stock.took(PLAN_REPLENISHMENT, ORDER_STOCK, REPORT_LATE_REPLENISHMENT);
    }

    @Test
    @DisplayName("stock comes in otherwise — the task goes away by itself")
    void comesInOtherwise(Walk stock) {
        runsLow(stock);
        stock.publish(STOCK_REPLENISHED);

        stock.reached("endEvent_noLongerNeeded");
        stock.took(PLAN_REPLENISHMENT, ORDER_STOCK);
    }

    private static void runsLow(Walk stock) {
        stock.publish(STOCK_LOW, Map.of("replenishmentId", stock.id()));
        stock.job(PLAN_REPLENISHMENT).done(Map.of("orderBefore", stock.at(ORDER_BEFORE)));
    }
}
