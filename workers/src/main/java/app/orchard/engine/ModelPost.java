package app.orchard.engine;

import app.orchard.shared.Refusal;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.ClientStatusException;
import io.camunda.client.api.command.DeployResourceCommandStep1;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Hands models to the engine and waits until it took them: all of them, or none. */
@Component
class ModelPost {

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);

    /** The engine says first that a command was rejected, then of which file it speaks, then what is wrong. */
    private static final Pattern PREFACE = Pattern.compile("(?s).*?rejected with code '[A-Z_]+': (.*)");

    private final ObjectProvider<CamundaClient> client;

    ModelPost(ObjectProvider<CamundaClient> client) {
        this.client = client;
    }

    /**
     * @param files contents by name
     * @throws Refusal INVALID {@code model-refused} with the engine's words, UNAVAILABLE {@code engine-away}, or
     *     {@code engine-unknown} when it may have taken them: giving them again makes no further version
     */
    void deploy(Map<String, String> files) {
        CamundaClient engine = client.getIfAvailable();
        if (engine == null) {
            throw away();
        }
        try {
            command(engine.newDeployResourceCommand(), files)
                    .requestTimeout(ANSWER_WITHIN)
                    .send()
                    .join();
        } catch (ClientStatusException answered) {
            throw refusal(answered).because(answered);
        } catch (ClientException silent) {
            throw unknown().because(silent);
        }
    }

    static Refusal refusal(ClientStatusException answered) {
        return switch (answered.getStatusCode()) {
            case INVALID_ARGUMENT ->
                Refusal.invalid("model-refused", "The engine does not take it: " + words(answered));
            case RESOURCE_EXHAUSTED, UNAUTHENTICATED, PERMISSION_DENIED -> away();
            // A connection that never came about carried nothing
            case UNAVAILABLE -> isCausedBy(ConnectException.class, answered) ? away() : unknown();
            default -> unknown();
        };
    }

    private static boolean isCausedBy(Class<? extends Exception> type, Throwable thrown) {
        return Stream.iterate(thrown, Objects::nonNull, Throwable::getCause).anyMatch(type::isInstance);
    }

    private static DeployResourceCommandStep2 command(DeployResourceCommandStep1 first, Map<String, String> files) {
        Iterator<Map.Entry<String, String>> each = files.entrySet().iterator();
        Map.Entry<String, String> file = each.next();
        DeployResourceCommandStep2 command =
                first.addResourceBytes(file.getValue().getBytes(StandardCharsets.UTF_8), file.getKey());
        while (each.hasNext()) {
            file = each.next();
            command = command.addResourceBytes(file.getValue().getBytes(StandardCharsets.UTF_8), file.getKey());
        }
        return command;
    }

    private static String words(ClientStatusException answered) {
        String message = String.valueOf(answered.getMessage());
        Matcher preface = PREFACE.matcher(message);
        return (preface.matches() ? preface.group(1) : message).strip().replaceAll("\\s*\\R\\s*", " ");
    }

    private static Refusal away() {
        return Refusal.unavailable(
                "engine-away", "The engine does not answer. Nothing was changed; please try again in a moment.");
    }

    private static Refusal unknown() {
        return Refusal.unavailable(
                "engine-unknown",
                "The engine did not answer in time, so it is not known yet whether it took this. When it did, the version appears under Versions. Please do it once more: that makes no second version.");
    }
}
