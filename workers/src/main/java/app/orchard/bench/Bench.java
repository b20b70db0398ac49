package app.orchard.bench;

import app.orchard.embedded.EmbeddedDatabase;
import app.orchard.slots.Slots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * {@code orchard bench}: the application on a database of its own, without a broker. Writes a table and
 * {@code target/bench/bench.json}, a list of {@link Figure}s.
 */
public final class Bench {

    private Bench() {}

    /** @param application the class that Spring starts */
    public static void main(Class<?> application) {
        List<Figure> figures;
        try (EmbeddedDatabase database = EmbeddedDatabase.temporary();
                ConfigurableApplicationContext context = start(application, database)) {
            figures = List.of(
                    new HoldsOnOneSlot(context.getBean(JdbcClient.class), context.getBean(Slots.class)).measure());
        }
        print(figures);
        store(figures);
    }

    private static ConfigurableApplicationContext start(Class<?> application, EmbeddedDatabase database) {
        Map<String, String> settings = Map.of(
                "spring.datasource.url", database.url(),
                "spring.datasource.username", database.user(),
                "spring.datasource.password", database.password(),
                "camunda.client.enabled", "false",
                "orchard.engine.enabled", "false",
                "orchard.demo-business", "true",
                "server.port", "0",
                "logging.level.root", "WARN",
                "spring.main.banner-mode", "off");
        String[] arguments = settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
        return new SpringApplicationBuilder(application).run(arguments);
    }

    private static void print(List<Figure> figures) {
        System.out.printf("%-32s %12s %12s %8s %8s%n", "figure", "value", "baseline", "ratio", "goal");
        figures.forEach(f -> System.out.printf(
                "%-32s %12.0f %12.0f %8.2f %8.2f  %s%n",
                f.figure(), f.value(), f.baseline(), f.ratio(), f.goal(), f.reachesGoal() ? "reached" : "below"));
    }

    private static void store(List<Figure> figures) {
        Path file = Path.of(System.getProperty("orchard.root", "."), "target", "bench", "bench.json");
        try {
            Files.createDirectories(file.getParent());
            Files.writeString(
                    file, JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(figures));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
