package app.orchard.models;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.ClassPathResource;

/** What a file holds, by its ending. */
public enum ModelKind {
    PROCESS("bpmn", ".bpmn"),
    DECISION_REQUIREMENTS("dmn", ".dmn"),
    FORM("forms", ".form");

    private final String folder;
    private final String ending;

    ModelKind(String folder, String ending) {
        this.folder = folder;
        this.ending = ending;
    }

    static Optional<ModelKind> of(String resource) {
        return Arrays.stream(values())
                .filter(kind -> resource.endsWith(kind.ending))
                .findFirst();
    }

    /** {@code order} for {@code order.bpmn} */
    public String idIn(String resource) {
        return resource.endsWith(ending) ? resource.substring(0, resource.length() - ending.length()) : resource;
    }

    /** The file as it came with this software; null when it brings none of this name. */
    @Nullable
    String shipped(String resource) {
        var file = new ClassPathResource(folder + "/" + resource);
        try {
            return file.exists() ? file.getContentAsString(StandardCharsets.UTF_8) : null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
