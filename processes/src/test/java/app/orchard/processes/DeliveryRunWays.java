package app.orchard.processes;

import static app.orchard.processes.Elements.APPROVE_RUN;
import static app.orchard.processes.Elements.COUNT_CASH;
import static app.orchard.processes.Elements.START_TOUR;
import static app.orchard.processes.JobTypes.PLAN_RUN;
import static app.orchard.processes.JobTypes.REPORT_RUN_DELAY;
import static app.orchard.processes.JobTypes.SETTLE_RUN;
import static app.orchard.processes.ProcessMessages.RUN_CLOSED;
import static app.orchard.processes.ProcessMessages.RUN_EMPTIED;
import static app.orchard.processes.ProcessMessages.RUN_OPENED;
import static app.orchard.processes.ProcessMessages.TOUR_CASH_COUNTED;
import static app.orchard.processes.ProcessMessages.TOUR_DROPPED;
import static app.orchard.processes.ProcessMessages.TOUR_FINISHED;
import static app.orchard.processes.ProcessMessages.TOUR_TAKEN_OVER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.command.ClientException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class DeliveryRunWays {
    private static final Map<String, Object> SOMETHING = Map.of("toDeliver", true);
    private static final Map<String, Object> NOTHING = Map.of("toDeliver", false);
    private static final Duration LAST_ORDER = Duration.ofHours(20);
    private static final Duration SLOT_START = Duration.ofHours(24);
    private static final Duration START_LATE = SLOT_START.plusMinutes(30);
    private static final Duration SLOT_END = Duration.ofHours(26);
    private static final Duration COUNT_BY = Duration.ofHours(30);

    @Test
    @DisplayName("time to order over — planned, approved, driven, nothing to count, settled")
    void fromTheLastOrderToTheSettlement(Walk run) {
        open(run);
        run.tookBefore(LAST_ORDER);
        run.pass(LAST_ORDER);
        run.job(PLAN_RUN).done(SOMETHING);
        var approval = run.task(APPROVE_RUN);
        approval.done(approved(run));
        var start = run.task(START_TOUR);
        start.done();
        run.publish(TOUR_FINISHED, Map.of("cashCollected", false));
        run.job(SETTLE_RUN).done();

        run.reached("endEvent_tourDone", "endEvent_runSettled");
        run.took(PLAN_RUN, APPROVE_RUN, START_TOUR, SETTLE_RUN);
        assertThat(approval.header("io.camunda.zeebe:candidateGroups")).isEqualTo("[\"founder\"]");
        assertThat(approval.header("io.camunda.zeebe:dueDate")).isEqualTo(run.at(SLOT_START));
        assertThat(approval.header("io.camunda.zeebe:formKey")).isNotBlank();
        assertThat(start.header("io.camunda.zeebe:assignee")).isEqualTo("ravi");
        assertThat(start.header("io.camunda.zeebe:dueDate")).isEqualTo(run.at(SLOT_START));
        assertThat(start.variables())
                .doesNotContainKeys("runId", "tours", "plansAt")
                .containsEntry("subject", run.id());
    }

    @Test
    @DisplayName("founder plans early, all orders were cancelled — nothing to deliver")
    void nothingToDeliver(Walk run) {
        open(run);
        run.publish(RUN_CLOSED);
        run.job(PLAN_RUN).done(NOTHING);

        run.reached("endEvent_nothingToDeliver");
        run.took(PLAN_RUN);
    }

    @Test
    @DisplayName("founder wants another plan — planned again until it is approved")
    void plannedAgain(Walk run) {
        planned(run);
        run.task(APPROVE_RUN).done(Map.of("approved", false));
        run.job(PLAN_RUN).done(SOMETHING);
        run.task(APPROVE_RUN).done(approved(run));
        drive(run);

        run.reached("endEvent_tourDone", "endEvent_runSettled");
        run.took(PLAN_RUN, APPROVE_RUN, PLAN_RUN, APPROVE_RUN, START_TOUR, SETTLE_RUN);
    }

    @Test
    @DisplayName("all orders go elsewhere while the plan is looked at — the founder's task is gone")
    void emptiedBeforeApproval(Walk run) {
        planned(run);
        var approval = run.task(APPROVE_RUN);
        run.publish(RUN_EMPTIED);

        run.reached("endEvent_runEmptied");
        assertThatThrownBy(approval::done).isInstanceOf(ClientException.class);
    }

    @Test
    @DisplayName("two tours — the run settles when both drivers are back")
    void twoTours(Walk run) {
        planned(run);
        run.task(APPROVE_RUN)
                .done(Map.of(
                        "approved",
                        true,
                        "tours",
                        List.of(
                                Map.of("tourId", run.id(), "driver", "ravi"),
                                Map.of("tourId", run.id() + "-2", "driver", "asha"))));
        var first = run.task(START_TOUR);
        var second = run.task(START_TOUR);
        first.done();
        second.done();
        run.publishTo(run.id() + "-2", TOUR_FINISHED, Map.of("cashCollected", false));
        run.settled();
        run.took(PLAN_RUN, APPROVE_RUN, START_TOUR, START_TOUR);
        run.publish(TOUR_FINISHED, Map.of("cashCollected", false));
        run.job(SETTLE_RUN).done();

        run.reached("endEvent_tourDone", "endEvent_runSettled");
        assertThat(List.of(first, second))
                .extracting(start -> start.header("io.camunda.zeebe:assignee"))
                .containsExactlyInAnyOrder("ravi", "asha");
    }

    @Test
    @DisplayName("all orders of a tour go elsewhere before it starts — the driver's task is gone")
    void droppedBeforeTheStart(Walk run) {
        planned(run);
        run.task(APPROVE_RUN).done(approved(run));
        var start = run.task(START_TOUR);
        run.publish(TOUR_DROPPED);
        run.job(SETTLE_RUN).done();

        run.reached("endEvent_tourDropped", "endEvent_runSettled");
        assertThatThrownBy(start::done).isInstanceOf(ClientException.class);
    }

    @Test
    @DisplayName("cash was collected — founder or stall counts it")
    void cashIsCounted(Walk run) {
        planned(run);
        run.task(APPROVE_RUN).done(approved(run));
        run.task(START_TOUR).done();
        run.publish(TOUR_FINISHED, cash(run));
        var count = run.task(COUNT_CASH);
        count.done(Map.of());
        run.job(SETTLE_RUN).done();

        run.reached("endEvent_tourDone", "endEvent_runSettled");
        run.took(PLAN_RUN, APPROVE_RUN, START_TOUR, COUNT_CASH, SETTLE_RUN);
        assertThat(count.header("io.camunda.zeebe:candidateGroups")).isEqualTo("[\"founder\",\"stall\"]");
        assertThat(count.header("io.camunda.zeebe:dueDate")).isEqualTo(run.at(COUNT_BY));
    }

    @Test
    @DisplayName("cash is handed over on the cash page — the task is gone, the run settles")
    void cashIsCountedOtherwise(Walk run) {
        planned(run);
        run.task(APPROVE_RUN).done(approved(run));
        run.task(START_TOUR).done();
        run.publish(TOUR_FINISHED, cash(run));
        var count = run.task(COUNT_CASH);
        run.publish(TOUR_CASH_COUNTED);
        run.job(SETTLE_RUN).done();

        run.reached("endEvent_tourDone", "endEvent_runSettled");
        assertThatThrownBy(count::done).isInstanceOf(ClientException.class);
    }

    @Test
    @DisplayName("everything is late — each delay is reported, everything goes on")
    void delaysAreReported(Walk run) {
        planned(run);
        var approval = run.task(APPROVE_RUN);
        run.pass(SLOT_START);
        var approvalLate = run.job(REPORT_RUN_DELAY);
        approvalLate.done();
        approval.done(approved(run));
        var start = run.task(START_TOUR);
        run.pass(START_LATE);
        var startLate = run.job(REPORT_RUN_DELAY);
        startLate.done();
        start.done();
        run.settled();
        run.pass(SLOT_END);
        var returnLate = run.job(REPORT_RUN_DELAY);
        returnLate.done();
        run.publish(TOUR_FINISHED, cash(run));
        var count = run.task(COUNT_CASH);
        run.pass(COUNT_BY);
        var countLate = run.job(REPORT_RUN_DELAY);
        countLate.done();
        count.done();
        run.job(SETTLE_RUN).done();

        run.reached(
                "endEvent_lateApprovalReported",
                "endEvent_lateStartReported",
                "endEvent_lateReturnReported",
                "endEvent_lateCountReported",
                "endEvent_tourDone",
                "endEvent_runSettled");
        assertThat(List.of(approvalLate, startLate, returnLate, countLate))
                .extracting(report -> report.header("step"))
                .containsExactly("approval", "start", "return", "count");
        assertThat(approvalLate.variables()).doesNotContainKey("tourId").containsEntry("runId", run.id());
        assertThat(countLate.variables()).containsEntry("tourId", run.id());
    }

    @Test
    @DisplayName("another driver takes stops over on the road — a tour that has started; its cash is counted too")
    void takenOver(Walk tour) {
        tour.publish(
                TOUR_TAKEN_OVER,
                Map.of(
                        "tourId", tour.id(),
                        "subject", tour.id(),
                        "driver", "meena",
                        "slotStartsAt", tour.at(SLOT_START),
                        "slotEndsAt", tour.at(SLOT_END)));
        tour.pass(SLOT_END);
        tour.job(REPORT_RUN_DELAY).done();
        tour.publish(TOUR_FINISHED, cash(tour));
        var count = tour.task(COUNT_CASH);
        count.done();

        tour.reached("endEvent_lateReturnReported", "endEvent_tourDone");
        assertThat(count.variables()).containsEntry("subject", tour.id());
    }

    @Test
    @DisplayName("opened twice with one message id — one run")
    void openedTwice(Walk run) {
        run.publish(RUN_OPENED, "run.opened:" + run.id(), opened(run));
        assertThatThrownBy(() -> run.publish(RUN_OPENED, "run.opened:" + run.id(), opened(run)))
                .isInstanceOf(ClientException.class);
        run.publish(RUN_CLOSED);
        run.job(PLAN_RUN).done(NOTHING);

        run.reached("endEvent_nothingToDeliver");
    }

    private static void open(Walk run) {
        run.publish(RUN_OPENED, opened(run));
    }

    private static void planned(Walk run) {
        open(run);
        run.publish(RUN_CLOSED);
        run.job(PLAN_RUN).done(SOMETHING);
    }

    private static void drive(Walk run) {
        run.task(START_TOUR).done();
        run.publish(TOUR_FINISHED, Map.of("cashCollected", false));
        run.job(SETTLE_RUN).done();
    }

    private static Map<String, Object> opened(Walk run) {
        return Map.of(
                "runId", run.id(),
                "subject", run.id(),
                "plansAt", run.at(LAST_ORDER),
                "slotStartsAt", run.at(SLOT_START),
                "slotEndsAt", run.at(SLOT_END));
    }

    /** The tour has the id of the walk, as the messages that its test publishes. */
    private static Map<String, Object> approved(Walk run) {
        return Map.of("approved", true, "tours", List.of(Map.of("tourId", run.id(), "driver", "ravi")));
    }

    private static Map<String, Object> cash(Walk run) {
        return Map.of("cashCollected", true, "countBy", run.at(COUNT_BY));
    }
}
