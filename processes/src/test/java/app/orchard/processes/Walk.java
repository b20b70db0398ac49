package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import io.camunda.client.api.response.ActivatedJob;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** One way through the models, walked by a test: it publishes, does the work, turns the clock, and looks back. */
final class Walk {
    private static final String USER_TASK = "io.camunda.zeebe:userTask";
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TestEngine engine;
    private final Instant began;
    private final String id = UUID.randomUUID().toString();

    Walk(TestEngine engine) {
        this.engine = engine;
        // Not at a full minute, whose seconds engines leave out when they write a moment
        this.began = engine.now().truncatedTo(ChronoUnit.MINUTES).plusSeconds(1);
    }

    /** The id of the order or hold that walks, and the correlation key of its messages. */
    String id() {
        return id;
    }

    /** A moment of this walk, as the models want it. */
    String at(Duration sinceBegin) {
        return began.plus(sinceBegin).toString();
    }

    void publish(String message) {
        publish(message, Map.of());
    }

    void publish(String message, Map<String, ?> variables) {
        publish(message, UUID.randomUUID().toString(), variables);
    }

    void publish(String message, String messageId, Map<String, ?> variables) {
        publish(id, message, messageId, variables);
    }

    /** To another than the one that walks. */
    void publishTo(String correlationKey, String message, Map<String, ?> variables) {
        publish(correlationKey, message, UUID.randomUUID().toString(), variables);
    }

    private void publish(String correlationKey, String message, String messageId, Map<String, ?> variables) {
        engine.client()
                .newPublishMessageCommand()
                .messageName(message)
                .correlationKey(correlationKey)
                .messageId(messageId)
                .timeToLive(Duration.ofHours(1))
                .variables(variables)
                .send()
                .join();
    }

    /** Starts a process that others call, on its own. */
    void call(String processId, Map<String, ?> variables) {
        engine.client()
                .newCreateInstanceCommand()
                .bpmnProcessId(processId)
                .latestVersion()
                .variables(variables)
                .send()
                .join();
    }

    void pass(Duration sinceBegin) {
        engine.turnClockTo(began.plus(sinceBegin).plusSeconds(1));
    }

    /** All that is due by now has been done. */
    void settled() {
        engine.settle();
    }

    /** A minute before that moment, exactly this work has been handed out. */
    void tookBefore(Duration sinceBegin, String... work) {
        pass(sinceBegin.minusMinutes(1));
        engine.settle();
        assertThat(engine.history().work()).containsExactly(work);
    }

    Job job(String type) {
        return new Job(engine.client(), eventually("job " + type, () -> activate(type)));
    }

    Job task(String element) {
        var task = new Job(engine.client(), eventually("task " + element, () -> activate(USER_TASK)));
        assertThat(task.work().getElementId()).isEqualTo(element);
        return task;
    }

    /** The walk is over, and exactly these end events were reached on the way. */
    void reached(String... endEvents) {
        await("end of all processes", () -> engine.history().isOver());
        await("ends " + List.of(endEvents), () -> engine.history().ends().size() >= endEvents.length);
        assertThat(engine.history().ends()).containsExactlyInAnyOrder(endEvents);
    }

    /** The walk is over, and these end events were reached, perhaps among others. */
    void isOver(String... endEvents) {
        await("end of all processes", () -> engine.history().isOver());
        await("ends " + List.of(endEvents), () -> engine.history().ends().containsAll(List.of(endEvents)));
    }

    /** Exactly this work was handed out, in this order, and none besides. */
    void took(String... work) {
        await("work " + List.of(work), () -> engine.history().work().size() >= work.length);
        assertThat(engine.history().work()).containsExactly(work);
    }

    /** The last value, as JSON. */
    String variable(String name) {
        return eventually(
                "variable " + name,
                () -> Optional.ofNullable(engine.history().variables().get(name)));
    }

    private Optional<ActivatedJob> activate(String type) {
        return engine
                .client()
                .newActivateJobsCommand()
                .jobType(type)
                .maxJobsToActivate(1)
                .timeout(Duration.ofDays(30))
                .requestTimeout(Duration.ofSeconds(1))
                .send()
                .join()
                .getJobs()
                .stream()
                .findFirst();
    }

    private void await(String what, BooleanSupplier condition) {
        eventually(what, () -> condition.getAsBoolean() ? Optional.of(true) : Optional.empty());
    }

    private <T> T eventually(String what, Supplier<Optional<T>> look) {
        var deadline = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(deadline)) {
            var found = look.get();
            if (found.isPresent()) {
                return found.get();
            }
            assertThat(engine.history().incidents())
                    .as("incidents while waiting for %s", what)
                    .isEmpty();
            pause();
        }
        return fail("Waited %s for %s; saw %s", PATIENCE, what, engine.history());
    }

    private static void pause() {
        try {
            Thread.sleep(5);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
