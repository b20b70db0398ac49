package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PlatformTest {

    @DisplayName("uses nothing that came after Camunda 8.5")
    @ParameterizedTest
    @MethodSource("app.orchard.processes.Models#processes")
    void usesNothingNewerThanTheBroker(Path file) throws IOException {
        assertThat(Files.readString(file))
                .contains("modeler:executionPlatform=\"Camunda Cloud\"", "modeler:executionPlatformVersion=\"8.5.0\"")
                .doesNotContain(
                        "bindingType", "versionTag", "zeebe:userTask", "executionListener", "priorityDefinition");
    }

    @DisplayName("opens in the Modeler as a model of Camunda 8.5")
    @ParameterizedTest
    @MethodSource("app.orchard.processes.Models#decisions")
    void isATableOfTheSamePlatform(Path file) throws IOException {
        assertThat(Files.readString(file))
                .contains("modeler:executionPlatform=\"Camunda Cloud\"", "modeler:executionPlatformVersion=\"8.5.0\"");
    }
}
