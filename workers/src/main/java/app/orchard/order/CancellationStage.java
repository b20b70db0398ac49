package app.orchard.order;

/** How far an order is when it is called off; what goes back depends on it. */
public enum CancellationStage {
    BEFORE_CUTOFF("beforeCutoff"),
    AFTER_CUTOFF("afterCutoff"),
    PACKED("packed");

    private final String wireName;

    CancellationStage(String wireName) {
        this.wireName = wireName;
    }

    /** As the process says it. */
    public String wireName() {
        return wireName;
    }
}
