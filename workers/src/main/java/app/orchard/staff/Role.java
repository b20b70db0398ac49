package app.orchard.staff;

/** What somebody does here. The lower-case name is the candidate group of the models' user tasks. */
public enum Role {
    FOUNDER,
    PACKER,
    DRIVER,
    STALL;

    public String group() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
