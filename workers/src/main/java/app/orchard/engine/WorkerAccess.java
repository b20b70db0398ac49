package app.orchard.engine;

import io.camunda.client.annotation.customizer.JobWorkerValueCustomizer;
import io.camunda.client.annotation.value.JobWorkerValue;
import org.springframework.stereotype.Component;

/** Lets the client call job workers though they are package-private, as everything inside a capability is. */
@Component
class WorkerAccess implements JobWorkerValueCustomizer {

    @Override
    public void customize(JobWorkerValue worker) {
        worker.getMethodInfo().getMethod().setAccessible(true);
    }
}
