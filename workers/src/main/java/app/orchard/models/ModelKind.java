package app.orchard.models;

import java.util.Arrays;
import java.util.Optional;

/** What a file holds, by its ending. */
public enum ModelKind {
    PROCESS(".bpmn"),
    DECISION_REQUIREMENTS(".dmn"),
    FORM(".form");

    private final String ending;

    ModelKind(String ending) {
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
}
