package app.orchard.delivery;

import java.util.Locale;

/** What a picture of a door shows. */
public enum EvidenceKind {
    PHOTO,
    SIGNATURE;

    /** As the tables of the policy name it. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT);
    }
}
