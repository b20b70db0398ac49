package app.orchard.processes;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Field;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Keeps docs/processes.md up to date; {@code -Dpictures=write} draws its pictures anew. */
class AnalystPageTest {
    private static final Path DOCS = Path.of("../docs");

    @DisplayName("the picture shows the model as it is")
    @ParameterizedTest
    @MethodSource("app.orchard.processes.Models#processes")
    void pictureShowsTheModel(Path file) throws IOException {
        var picture = DOCS.resolve("images/" + Models.idOf(file) + ".svg");
        var drawn = Drawing.of(Models.process(file));
        if ("write".equals(System.getProperty("pictures"))) {
            Files.createDirectories(picture.getParent());
            Files.writeString(picture, drawn);
        }
        assertThat(picture).hasContent(drawn);
    }

    @DisplayName("the page tells of everything that models and software share")
    @ParameterizedTest
    @MethodSource
    void pageTellsOfEverything(String name) throws IOException {
        assertThat(Files.readString(DOCS.resolve("processes.md"))).contains("`" + name + "`");
    }

    static List<String> pageTellsOfEverything() {
        return Stream.of(
                        JobTypes.class,
                        ProcessMessages.class,
                        ErrorCodes.class,
                        ProcessIds.class,
                        DecisionIds.class,
                        FormIds.class)
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .filter(field -> field.getType() == String.class)
                .map(AnalystPageTest::value)
                .toList();
    }

    private static String value(Field constant) {
        try {
            return (String) constant.get(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}
