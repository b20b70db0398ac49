package app.orchard.delivery;

import app.orchard.routing.Profile;

/** What brings orders. @param weightGrams what it carries on one trip */
record Vehicle(String name, Profile profile, int weightGrams, int boxes) {

    /** When nobody said what there is, or when everything there is is too small. */
    static final Vehicle ANY = new Vehicle("Any vehicle", Profile.VAN, 10_000_000, 10_000);
}
