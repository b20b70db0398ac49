package app.orchard.engine;

import io.camunda.client.annotation.customizer.JobWorkerValueCustomizer;
import io.camunda.client.annotation.value.JobWorkerValue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Lets the client call job workers though they are package-private, as everything inside a capability is. */
@Component
class WorkerAccess implements JobWorkerValueCustomizer {

    private final Set<String> jobTypes = ConcurrentHashMap.newKeySet();

    /** What this software does for the models. */
    Set<String> jobTypes() {
        return Set.copyOf(jobTypes);
    }

    @Override
    public void customize(JobWorkerValue worker) {
        jobTypes.add(worker.getType());
        worker.getMethodInfo().getMethod().setAccessible(true);
    }
}
