package app.orchard.processes;

import static app.orchard.processes.Elements.EXPLAIN_DIFFERENCE;
import static app.orchard.processes.JobTypes.RECHECK_DIFFERENCE;
import static app.orchard.processes.ProcessMessages.SETTLEMENT_DIFFERENCE_FOUND;
import static app.orchard.processes.ProcessMessages.SETTLEMENT_DIFFERENCE_GONE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class SettlementDifferenceWays {
    private static final Duration DAY = Duration.ofDays(1);

    @Test
    @DisplayName("founder finds out why — the difference is explained")
    void isExplained(Walk difference) {
        difference.publish(SETTLEMENT_DIFFERENCE_FOUND, found(difference));
        var task = difference.task(EXPLAIN_DIFFERENCE);
        task.done();

        difference.reached("endEvent_differenceExplained");
        difference.took(EXPLAIN_DIFFERENCE);
        assertThat(task.header("io.camunda.zeebe:candidateGroups")).isEqualTo("[\"founder\"]");
        assertThat(task.header("io.camunda.zeebe:dueDate")).isEqualTo(difference.at(DAY));
        assertThat(task.header("io.camunda.zeebe:formKey")).isNotBlank();
    }

    @Test
    @DisplayName("the money turns up — nobody has to explain it any more")
    void turnsUp(Walk difference) {
        difference.publish(SETTLEMENT_DIFFERENCE_FOUND, found(difference));
        difference.task(EXPLAIN_DIFFERENCE);
        difference.publish(SETTLEMENT_DIFFERENCE_GONE);

        difference.reached("endEvent_differenceGone");
        difference.took(EXPLAIN_DIFFERENCE);
    }

    @Test
    @DisplayName("nobody explains it — it is looked at again each day, the task stays")
    void isLookedAtAgainEachDay(Walk difference) {
        difference.publish(SETTLEMENT_DIFFERENCE_FOUND, found(difference));
        var task = difference.task(EXPLAIN_DIFFERENCE);
        difference.tookBefore(DAY, EXPLAIN_DIFFERENCE);
        difference.pass(DAY);
        difference.job(RECHECK_DIFFERENCE).done();
        difference.pass(DAY.multipliedBy(2));
        difference.job(RECHECK_DIFFERENCE).done();
        task.done();

        difference.reached("endEvent_differenceRechecked", "endEvent_differenceExplained");
        difference.took(EXPLAIN_DIFFERENCE, RECHECK_DIFFERENCE, RECHECK_DIFFERENCE);
    }

    private static Map<String, String> found(Walk difference) {
        return Map.of("subject", difference.id(), "explainBy", difference.at(DAY));
    }
}
