package app.orchard.processes;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.response.ActivatedJob;
import java.util.Map;

/** Work that the engine handed out, to be answered by the test in place of a worker or a person. */
record Job(CamundaClient client, ActivatedJob work) {
    void done() {
        done(Map.of());
    }

    void done(Map<String, ?> variables) {
        client.newCompleteCommand(work.getKey()).variables(variables).send().join();
    }

    void ends(String errorCode) {
        client.newThrowErrorCommand(work.getKey()).errorCode(errorCode).send().join();
    }

    String header(String name) {
        return work.getCustomHeaders().getOrDefault(name, "");
    }

    Map<String, Object> variables() {
        return work.getVariablesAsMap();
    }
}
