package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.Orchard;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.camunda.client.annotation.JobWorker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Nothing waits in a model for somebody who does not exist, and nobody for what no model makes. */
class EveryJobHasAWorkerTest {

    @Test
    void everyJobTypeHasExactlyOneWorker() {
        assertThat(workers()).containsExactlyInAnyOrderElementsOf(jobTypes());
    }

    @Test
    void everyMessageIsSentAndEveryErrorReportedBySomebody() throws IOException {
        String code = sources();
        assertThat(Stream.of(ProcessMessages.class, ErrorCodes.class)
                        .flatMap(names -> Arrays.stream(names.getFields()))
                        .map(name -> name.getDeclaringClass().getSimpleName() + "." + name.getName()))
                .filteredOn(name -> !Pattern.compile("\\b" + Pattern.quote(name) + "\\b")
                        .matcher(code)
                        .find())
                .isEmpty();
    }

    private static String sources() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(EveryJobHasAWorkerTest::text)
                    .collect(Collectors.joining());
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> workers() {
        return new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackagesOf(Orchard.class).stream()
                        .flatMap(type -> type.getMethods().stream())
                        .filter(method -> method.isAnnotatedWith(JobWorker.class))
                        .map(method ->
                                method.getAnnotationOfType(JobWorker.class).type())
                        .toList();
    }

    private static List<String> jobTypes() {
        return Arrays.stream(JobTypes.class.getFields())
                .flatMap(EveryJobHasAWorkerTest::value)
                .toList();
    }

    private static Stream<String> value(Field constant) {
        try {
            return Stream.of((String) constant.get(null));
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
