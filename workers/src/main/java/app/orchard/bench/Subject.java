package app.orchard.bench;

import app.orchard.embedded.EmbeddedDatabase;
import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The application that is measured, in this process, with the demo business. */
final class Subject implements AutoCloseable {

    private static final Map<String, String> WITHOUT_ENGINE =
            Map.of("camunda.client.enabled", "false", "orchard.engine.enabled", "false");

    private final ConfigurableApplicationContext context;

    private Subject(ConfigurableApplicationContext context) {
        this.context = context;
    }

    static Subject withoutEngine(Class<?> application, String url, EmbeddedDatabase database) {
        return start(application, url, database, WITHOUT_ENGINE);
    }

    /** @param files a folder whose files the application serves beside its own */
    static Subject serving(Class<?> application, EmbeddedDatabase database, Path files) {
        Map<String, String> settings = new HashMap<>(WITHOUT_ENGINE);
        settings.put("spring.web.resources.static-locations", "classpath:/static/," + files.toUri());
        return start(application, database.url(), database, settings);
    }

    static Subject withEngine(Class<?> application, EmbeddedDatabase database, URI broker) {
        return start(application, database.url(), database, Map.of("camunda.client.grpc-address", broker.toString()));
    }

    private static Subject start(
            Class<?> application, String url, EmbeddedDatabase database, Map<String, String> more) {
        Map<String, String> settings = new HashMap<>(Map.of(
                "spring.datasource.url", url,
                "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password(),
                "orchard.demo-business", "true",
                "server.port", "0",
                "logging.level.root", "ERROR",
                "spring.main.banner-mode", "off"));
        settings.putAll(more);
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new Subject(new SpringApplicationBuilder(application)
                .initializers(recorded -> recorded.getBeanFactory().addBeanPostProcessor(new Recorder.Wrapping()))
                .run(arguments));
    }

    <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    JdbcClient jdbc() {
        return bean(JdbcClient.class);
    }

    URI address() {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        return URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void close() {
        context.close();
    }
}
