package app.orchard.processes;

import static app.orchard.processes.Elements.ANSWER_COMPLAINT;
import static app.orchard.processes.JobTypes.ASK_FOR_FEEDBACK;
import static app.orchard.processes.JobTypes.REPORT_LATE_ANSWER;
import static app.orchard.processes.ProcessMessages.FEEDBACK_COMPLAINED;
import static app.orchard.processes.ProcessMessages.FEEDBACK_WANTED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class FeedbackWays {
    private static final Duration TO_ASK = Duration.ofHours(3);
    private static final Duration TO_ANSWER = Duration.ofDays(1);

    @Test
    @DisplayName("customer agreed to be asked — they are, when they have had time to taste")
    void isAsked(Walk feedback) {
        feedback.publish(FEEDBACK_WANTED, Map.of("orderId", feedback.id(), "askAt", feedback.at(TO_ASK)));
        feedback.tookBefore(TO_ASK);
        feedback.pass(TO_ASK);
        feedback.job(ASK_FOR_FEEDBACK).done();

        feedback.reached("endEvent_feedbackAsked");
        feedback.took(ASK_FOR_FEEDBACK);
    }

    @Test
    @DisplayName("customer was not happy — the founder answers")
    void isAnswered(Walk feedback) {
        feedback.publish(FEEDBACK_COMPLAINED, complaint(feedback));
        var task = feedback.task(ANSWER_COMPLAINT);
        task.done();

        feedback.reached("endEvent_complaintAnswered");
        feedback.took(ANSWER_COMPLAINT);
        assertThat(task.header("io.camunda.zeebe:candidateGroups")).isEqualTo("[\"founder\"]");
        assertThat(task.header("io.camunda.zeebe:dueDate")).isEqualTo(feedback.at(TO_ANSWER));
        assertThat(task.header("io.camunda.zeebe:formKey")).isNotBlank();
    }

    @Test
    @DisplayName("nobody answers — that is reported once, the task stays")
    void isReportedWhenNobodyAnswers(Walk feedback) {
        feedback.publish(FEEDBACK_COMPLAINED, complaint(feedback));
        var task = feedback.task(ANSWER_COMPLAINT);
        feedback.tookBefore(TO_ANSWER, ANSWER_COMPLAINT);
        feedback.pass(TO_ANSWER);
        feedback.job(REPORT_LATE_ANSWER).done();
        task.done();

        feedback.reached("endEvent_delayReported", "endEvent_complaintAnswered");
        feedback.took(ANSWER_COMPLAINT, REPORT_LATE_ANSWER);
    }

    private static Map<String, String> complaint(Walk feedback) {
        return Map.of("orderId", feedback.id(), "answerBefore", feedback.at(TO_ANSWER));
    }
}
