package app.orchard.console;

/** The roles, as annotations can name them: the names of {@link app.orchard.staff.Role}. */
public final class Allowed {

    public static final String FOUNDER = "FOUNDER";
    public static final String PACKER = "PACKER";
    public static final String DRIVER = "DRIVER";
    public static final String STALL = "STALL";

    private Allowed() {}
}
