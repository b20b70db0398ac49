package app.orchard.processes;

import io.camunda.client.CamundaClient;
import java.time.Instant;

/** A process engine that a test can steer. */
interface TestEngine {
    CamundaClient client();

    Instant now();

    /** Timers due by then fire. */
    void turnClockTo(Instant then);

    /** Returns when all that is due has been done. */
    void settle();

    /** What happened since the current test began. */
    History history();
}
