package app.orchard.engine;

import app.orchard.shared.WakefulLoop;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.command.ClientException;
import io.camunda.client.api.command.DeployResourceCommandStep1.DeployResourceCommandStep2;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Gives the engine the models that came with this software, all in one deployment, as soon as the engine is there. It
 * makes no new version of what is unchanged.
 */
@Component
@ConditionalOnBooleanProperty(name = "orchard.engine.enabled", matchIfMissing = true)
class Deployment implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Deployment.class);

    private final CamundaClient client;
    private final List<String> patterns;
    private final WakefulLoop loop = new WakefulLoop("deployment", Duration.ofSeconds(1), this::deployOnce);
    private volatile boolean done;

    Deployment(
            CamundaClient client,
            @Value("${orchard.engine.models:classpath*:bpmn/*.bpmn,classpath*:dmn/*.dmn,classpath*:forms/*.form}")
                    List<String> patterns) {
        this.client = client;
        this.patterns = List.copyOf(patterns);
    }

    boolean done() {
        return done;
    }

    private void deployOnce() {
        if (done) {
            return;
        }
        List<Resource> models = models();
        if (!models.isEmpty()) {
            deploy(models);
        }
        done = true;
    }

    private void deploy(List<Resource> models) {
        DeployResourceCommandStep2 command = null;
        for (Resource model : models) {
            String name = String.valueOf(model.getFilename());
            command = command == null
                    ? client.newDeployResourceCommand().addResourceBytes(content(model), name)
                    : command.addResourceBytes(content(model), name);
        }
        if (command != null) {
            try {
                command.requestTimeout(Duration.ofSeconds(20)).send().join();
                log.info("The engine has all {} models", models.size());
            } catch (ClientException e) {
                throw new IllegalStateException("The engine did not take the models yet: " + e.getMessage(), e);
            }
        }
    }

    private List<Resource> models() {
        List<Resource> found = new ArrayList<>();
        try {
            for (String pattern : patterns) {
                found.addAll(Arrays.asList(new PathMatchingResourcePatternResolver().getResources(pattern)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        found.sort(Comparator.comparing(model -> String.valueOf(model.getFilename())));
        return found;
    }

    private static byte[] content(Resource model) {
        try {
            return model.getContentAsByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
