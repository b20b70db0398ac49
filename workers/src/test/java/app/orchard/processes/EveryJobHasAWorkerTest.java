package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.Orchard;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.camunda.client.annotation.JobWorker;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** No job waits in a model for a worker that does not exist, and no worker for a job that no model makes. */
class EveryJobHasAWorkerTest {

    @Test
    void everyJobTypeHasExactlyOneWorker() {
        assertThat(workers()).containsExactlyInAnyOrderElementsOf(jobTypes());
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
