package app.orchard.engine;

import app.orchard.shared.Refusal;
import io.camunda.client.api.command.FinalCommandStep;
import io.camunda.client.api.response.ActivatedJob;
import io.camunda.client.exception.BpmnError;
import io.camunda.client.jobhandling.CommandExceptionHandlingStrategy;
import io.camunda.client.jobhandling.CommandWrapper;
import io.camunda.client.jobhandling.DefaultJobExceptionHandlingStrategy;
import io.camunda.client.jobhandling.JobExceptionHandlingStrategy;
import io.camunda.client.metrics.MetricsRecorder;
import java.time.Duration;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * What happens when a job worker throws: a BPMN error goes its way in the model; anything else fails the job with one
 * retry less, a pause that grows, and the exception's sentence for whoever looks at the incident.
 */
@Component
@Primary
@ConditionalOnBooleanProperty(name = "orchard.engine.enabled", matchIfMissing = true)
class JobFailurePolicy implements JobExceptionHandlingStrategy {

    private static final Logger log = LoggerFactory.getLogger(JobFailurePolicy.class);
    private static final int LONGEST_SENTENCE = 500;
    private static final int LONGEST_REASON = 200;
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(20),
            Duration.ofMinutes(1),
            Duration.ofMinutes(5));

    private final CommandExceptionHandlingStrategy commandFailures;
    private final MetricsRecorder metrics;
    private final JobExceptionHandlingStrategy bpmnErrors;

    JobFailurePolicy(CommandExceptionHandlingStrategy commandFailures, MetricsRecorder metrics) {
        this.commandFailures = commandFailures;
        this.metrics = metrics;
        this.bpmnErrors = new DefaultJobExceptionHandlingStrategy(commandFailures, metrics);
    }

    @Override
    public void handleException(Exception failure, ExceptionHandlingContext context) throws Exception {
        if (failure instanceof BpmnError) {
            bpmnErrors.handleException(failure, context);
            return;
        }
        ActivatedJob job = context.job();
        if (failure instanceof Refusal) {
            log.warn("Job {} {} failed: {}", job.getType(), job.getKey(), failure.getMessage());
        } else {
            log.warn("Job {} {} failed", job.getType(), job.getKey(), failure);
        }
        FinalCommandStep<?> command = context.jobClient()
                .newFailCommand(job)
                .retries(Math.max(0, job.getRetries() - 1))
                .retryBackoff(pauseAfter(job.getRetries()))
                .errorMessage(sentence(failure, job));
        new CommandWrapper(command, job, commandFailures, metrics, Broker.RETRIES).executeAsync();
    }

    static Duration pauseAfter(int retriesBefore) {
        int failures = Math.clamp(Broker.RETRIES - (long) retriesBefore, 0, PAUSES.size() - 1);
        return PAUSES.get(failures);
    }

    private static String sentence(Exception failure, ActivatedJob job) {
        String message = failure.getMessage();
        String sentence = failure instanceof Refusal && message != null
                ? message
                : "“%s” did not work%s, for a reason nobody foresaw (%s%s). Retry it; if it fails again, give this sentence to whoever looks after the software."
                        .formatted(
                                job.getType(),
                                job.getVariablesAsMap().get("orderId") instanceof String order
                                        ? " for order " + order
                                        : "",
                                failure.getClass().getSimpleName(),
                                message == null ? "" : ": " + shortened(message, LONGEST_REASON));
        return shortened(sentence, LONGEST_SENTENCE);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest - 1) + "…";
    }
}
