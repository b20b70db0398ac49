package app.orchard.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.yaml.snakeyaml.Yaml;

/** Where no Docker is the file is at least valid, and what it refers to exists. */
@SuppressWarnings("unchecked")
class DockerComposeTest {
    private static final Path ROOT = Installation.find().root();
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Z_]+)(:[?-])?");

    private final Map<String, Object> file = new Yaml().load(Files.readString(ROOT.resolve("docker-compose.yml")));
    private final Map<String, Map<String, Object>> services =
            (Map<String, Map<String, Object>>) (Map<?, ?>) of(file, "services");

    DockerComposeTest() throws IOException {}

    @Test
    void pinsEveryImage() {
        assertThat(services.values())
                .allSatisfy(service -> assertThat((String) service.get("image"))
                        .matches("(postgres:18\\.\\d+|camunda/zeebe:8\\.5\\.\\d+|orchard:local)"));
    }

    @Test
    void dependsOnlyOnServicesThatExistAndAreCheckedWhenTheyMustBeHealthy() {
        services.forEach((name, service) -> {
            if (service.get("depends_on") instanceof Map<?, ?> needed) {
                needed.forEach((other, how) -> {
                    assertThat(services).containsKey((String) other);
                    if (how.toString().contains("service_healthy")) {
                        assertThat(services.get(other)).containsKey("healthcheck");
                    }
                });
            }
        });
    }

    @Test
    void declaresEveryVolumeAndMountsOnlyFilesTheBuildMakes() {
        var declared = ((Map<String, Object>) of(file, "volumes")).keySet();
        services.values().stream()
                .flatMap(service -> ((List<String>) service.getOrDefault("volumes", List.of())).stream())
                .map(volume -> volume.split(":")[0])
                .forEach(source -> assertThat(
                                declared.contains(source) || source.equals("./exporter/target/orchard-exporter.jar"))
                        .as(source)
                        .isTrue());
    }

    @Test
    void hasNoDefaultForASecret() throws IOException {
        var text = Files.readString(ROOT.resolve("docker-compose.yml"));
        var secrets = VARIABLE.matcher(text)
                .results()
                .filter(found -> found.group(1).matches(".*(PASSWORD|SECRET|TOKEN|KEY_ID)"))
                .toList();
        assertThat(secrets)
                .hasSizeGreaterThan(5)
                .allSatisfy(found -> assertThat(found.group(2)).isEqualTo(":?"));
        assertThat(Files.readString(ROOT.resolve("docker-compose.demo.env"))).doesNotContain("DATABASE_PASSWORD=");
    }

    @Test
    void theDemoSetsEveryVariableOfTheFileButThePassword() throws IOException {
        var used = VARIABLE.matcher(Files.readString(ROOT.resolve("docker-compose.yml")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        var set = Files.readAllLines(ROOT.resolve("docker-compose.demo.env")).stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("=")[0])
                .collect(Collectors.toCollection(TreeSet::new));
        set.add("DATABASE_PASSWORD");
        assertThat(set).isEqualTo(used);
    }

    @Test
    void handsTheApplicationOnlySettingsItReads() throws IOException {
        var read = sources();
        environment("application").keySet().stream()
                .filter(name -> name.startsWith("ORCHARD_"))
                .map(name -> name.replaceFirst("ORCHARD_", "")
                        .toLowerCase(Locale.ROOT)
                        .replace('_', '-'))
                .forEach(name -> assertThat(knows(read, name)).as(name).isTrue());
    }

    @Test
    void loadsTheExporterThatTheRepositoryBuilds() {
        var environment = environment("broker");
        var type = (String) of(environment, "ZEEBE_BROKER_EXPORTERS_ORCHARD_CLASSNAME");
        assertThat(ROOT.resolve("exporter/src/main/java").resolve(type.replace('.', '/') + ".java"))
                .exists();
        assertThat((List<String>) of(of(services, "broker"), "volumes"))
                .anySatisfy(volume ->
                        assertThat(volume).contains(":" + environment.get("ZEEBE_BROKER_EXPORTERS_ORCHARD_JARPATH")));
    }

    @Test
    void usesTheDatabaseThatItStarts() {
        var database = environment("database");
        assertThat((String) environment("application").get("SPRING_DATASOURCE_URL"))
                .endsWith("//database:5432/" + database.get("POSTGRES_DB"));
        assertThat(environment("application").get("SPRING_DATASOURCE_USERNAME"))
                .isEqualTo(database.get("POSTGRES_USER"));
        assertThat(environment("broker").get("ZEEBE_BROKER_EXPORTERS_ORCHARD_ARGS_URL"))
                .isEqualTo(environment("application").get("SPRING_DATASOURCE_URL"));
    }

    private static <T> T of(Map<String, T> map, String key) {
        return Objects.requireNonNull(map.get(key), key);
    }

    private Map<String, Object> environment(String service) {
        return (Map<String, Object>) of(of(services, service), "environment");
    }

    /** A setting is read by its whole name, or by a record of settings with a component of that name. */
    private static boolean knows(List<String> sources, String name) {
        var group = name.replaceFirst("-.*", "");
        var component = Pattern.compile("-(.)")
                .matcher(name.replaceFirst("^[a-z]+-", ""))
                .replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
        var inGroup = Pattern.compile("\\b" + component + "\\b");
        return sources.stream()
                .anyMatch(source -> source.contains("orchard." + name)
                        || source.contains("orchard." + name.replaceFirst("-", "."))
                        || (source.contains("(\"orchard." + group + "\")")
                                && inGroup.matcher(source).find()));
    }

    private static List<String> sources() throws IOException {
        var sources = new ArrayList<String>();
        try (var files = Files.walk(ROOT.resolve("workers/src/main/java"))) {
            for (var path :
                    files.filter(path -> path.toString().endsWith(".java")).toList()) {
                sources.add(Files.readString(path));
            }
        }
        return sources;
    }
}
