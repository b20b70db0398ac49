package app.orchard.delivery;

import app.orchard.processes.JobTypes;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.camunda.client.annotation.CustomHeaders;
import io.camunda.client.annotation.JobWorker;
import io.camunda.client.annotation.VariablesAsType;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

@Component
class ReportRunDelayWorker {

    private final Runs runs;
    private final Tours tours;

    ReportRunDelayWorker(Runs runs, Tours tours) {
        this.runs = runs;
        this.tours = tours;
    }

    /** Of a tour, when there is one, else of the run. */
    @JobWorker(type = JobTypes.REPORT_RUN_DELAY)
    void reportDelay(@VariablesAsType Subject subject, @CustomHeaders Map<String, String> headers) {
        String step = headers.getOrDefault("step", "a step");
        if (subject.tourId() != null) {
            tours.reportDelay(UUID.fromString(subject.tourId()), step);
        } else {
            runs.reportDelay(UUID.fromString(String.valueOf(subject.runId())), step);
        }
    }

    @JsonIgnoreProperties(ignoreUnknown = true)
    record Subject(@Nullable String runId, @Nullable String tourId) {}
}
