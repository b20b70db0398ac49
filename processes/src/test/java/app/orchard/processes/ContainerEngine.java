package app.orchard.processes;

import io.camunda.client.CamundaClient;
import io.camunda.client.api.search.enums.ElementInstanceState;
import io.camunda.client.api.search.enums.ElementInstanceType;
import io.camunda.client.api.search.enums.ProcessInstanceState;
import io.camunda.client.api.search.response.ElementInstance;
import io.camunda.client.api.search.response.Incident;
import io.camunda.client.api.search.response.Job;
import io.camunda.process.test.api.CamundaProcessTestContext;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A Camunda 8.8 in a container. Camunda Process Test empties it between tests, so all that is in it is the test's. */
final class ContainerEngine implements TestEngine {
    private final CamundaProcessTestContext camunda;
    private final CamundaClient client;

    ContainerEngine(CamundaProcessTestContext camunda) {
        this.camunda = camunda;
        this.client = camunda.createClient();
        Models.deploy(client);
    }

    @Override
    public CamundaClient client() {
        return client;
    }

    @Override
    public Instant now() {
        return camunda.getCurrentTime();
    }

    @Override
    public void turnClockTo(Instant then) {
        if (then.isAfter(now())) {
            camunda.setTime(then);
        }
    }

    @Override
    public void settle() {
        try {
            // A container cannot be asked whether it is at rest.
            Thread.sleep(Duration.ofSeconds(1));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public History history() {
        var instances = client.newProcessInstanceSearchRequest().send().join().items();
        var running = instances.stream()
                .filter(instance -> instance.getState() == ProcessInstanceState.ACTIVE)
                .count();
        return new History(instances.size(), (int) running, work(), ends(), variables(), incidents());
    }

    private List<String> work() {
        return client.newJobSearchRequest().send().join().items().stream()
                .sorted(Comparator.comparing(Job::getJobKey))
                .map(job -> job.getType().startsWith("io.camunda.") ? job.getElementId() : job.getType())
                .toList();
    }

    private Set<String> ends() {
        return client
                .newElementInstanceSearchRequest()
                .filter(element -> element.type(ElementInstanceType.END_EVENT).state(ElementInstanceState.COMPLETED))
                .send()
                .join()
                .items()
                .stream()
                .map(ElementInstance::getElementId)
                .collect(Collectors.toSet());
    }

    private Map<String, String> variables() {
        var latest = new HashMap<String, String>();
        client.newVariableSearchRequest().send().join().items().stream()
                .filter(variable -> variable.getScopeKey().equals(variable.getProcessInstanceKey()))
                .forEach(variable -> latest.put(variable.getName(), variable.getValue()));
        return latest;
    }

    private List<String> incidents() {
        return client.newIncidentSearchRequest().send().join().items().stream()
                .map(Incident::getErrorMessage)
                .toList();
    }
}
