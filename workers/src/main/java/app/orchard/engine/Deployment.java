package app.orchard.engine;

import app.orchard.shared.Refusal;
import app.orchard.shared.WakefulLoop;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBooleanProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives the engine its models, all in one deployment, as soon as the engine is there: those that came with this software
 * when they are others than before, else what somebody deployed since. It makes no new version of what is unchanged.
 */
@Component
@ConditionalOnBooleanProperty(name = "orchard.engine.enabled", matchIfMissing = true)
class Deployment implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Deployment.class);

    private final ModelPost models;
    private final ModelLedger ledger;
    private final TransactionTemplate transaction;
    private final List<String> patterns;
    private final WakefulLoop loop = new WakefulLoop("deployment", Duration.ofSeconds(1), this::deployOnce);
    private volatile boolean done;

    Deployment(
            ModelPost models,
            ModelLedger ledger,
            TransactionTemplate transaction,
            @Value("${orchard.engine.models:classpath*:bpmn/*.bpmn,classpath*:dmn/*.dmn,classpath*:forms/*.form}")
                    List<String> patterns) {
        this.models = models;
        this.ledger = ledger;
        this.transaction = transaction;
        this.patterns = List.copyOf(patterns);
    }

    boolean done() {
        return done;
    }

    private void deployOnce() {
        if (done) {
            return;
        }
        Map<String, String> shipped = new TreeMap<>();
        models().forEach(model -> shipped.put(String.valueOf(model.getFilename()), content(model)));
        if (!shipped.isEmpty()) {
            deploy(shipped);
        }
        done = true;
    }

    private void deploy(Map<String, String> shipped) {
        Map<String, String> before = ledger.shippedLast();
        Map<String, String> news = new TreeMap<>(shipped);
        news.entrySet().removeIf(file -> ModelLedger.digest(file.getValue()).equals(before.get(file.getKey())));
        Map<String, String> wanted = new TreeMap<>(shipped);
        wanted.putAll(ledger.latest());
        wanted.putAll(news);
        try {
            models.deploy(wanted);
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.UNAVAILABLE || wanted.equals(shipped)) {
                throw new IllegalStateException(refusal.sentence(), refusal);
            }
            log.error("The engine has only the models of this software: {}", refusal.sentence());
            models.deploy(shipped);
        }
        transaction.executeWithoutResult(
                status -> news.forEach((resource, content) -> ledger.record(resource, content, "", null)));
        log.info("The engine has all {} models", wanted.size());
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
        return found;
    }

    private static String content(Resource model) {
        try {
            return model.getContentAsString(StandardCharsets.UTF_8);
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
