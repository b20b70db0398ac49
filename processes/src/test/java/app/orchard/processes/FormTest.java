package app.orchard.processes;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FormTest {
    /** Those the console can show. */
    private static final Set<String> TYPES =
            Set.of("text", "textfield", "textarea", "number", "checkbox", "radio", "select");

    @ParameterizedTest
    @MethodSource("app.orchard.processes.Models#forms")
    void isNamedLikeItsFile(Path file) throws IOException {
        assertThat(form(file).path("id").asText()).isEqualTo(Models.idOf(file));
    }

    @ParameterizedTest
    @MethodSource("app.orchard.processes.Models#forms")
    void isMadeForTheEngineWeRun(Path file) throws IOException {
        assertThat(form(file).path("executionPlatform").asText()).isEqualTo("Camunda Cloud");
        assertThat(form(file).path("executionPlatformVersion").asText()).isEqualTo("8.5.0");
    }

    @ParameterizedTest
    @MethodSource("app.orchard.processes.Models#forms")
    void asksEachThingOnceAndUnderALabel(Path file) throws IOException {
        var keys = new HashSet<String>();
        assertThat(components(file)).allSatisfy(component -> {
            assertThat(component.path("type").asText()).isIn(TYPES);
            assertThat(component.path("id").asText()).matches("field_[a-z][a-zA-Z]+");
            if (component.has("key")) {
                assertThat(keys.add(component.path("key").asText())).isTrue();
                assertThat(component.path("label").asText()).isNotBlank();
            }
        });
    }

    @ParameterizedTest
    @MethodSource("app.orchard.processes.Models#forms")
    void offersSomethingToChooseFrom(Path file) throws IOException {
        assertThat(components(file))
                .filteredOn(component -> Set.of("select", "radio")
                        .contains(component.path("type").asText()))
                .allMatch(component -> component.has("valuesKey") != component.has("values"));
    }

    @ParameterizedTest
    @MethodSource("app.orchard.processes.Models#forms")
    void hidesFieldsByOtherFieldsOfTheSameForm(Path file) throws IOException {
        var keys =
                components(file).stream().map(component -> component.path("key").asText());
        var known = Pattern.compile("=(" + keys.filter(key -> !key.isBlank()).collect(joining("|")) + ") != \"\\w+\"");
        assertThat(components(file))
                .filteredOn(component -> component.has("conditional"))
                .extracting(component -> component.at("/conditional/hide").asText())
                .allMatch(condition -> known.matcher(condition).matches());
    }

    private static List<JsonNode> components(Path file) throws IOException {
        return Stream.of(form(file))
                .flatMap(form -> form.path("components").valueStream())
                .toList();
    }

    private static JsonNode form(Path file) throws IOException {
        return new ObjectMapper().readTree(file.toFile());
    }
}
