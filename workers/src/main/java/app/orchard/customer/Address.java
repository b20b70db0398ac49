package app.orchard.customer;

import app.orchard.slots.Apartment;
import java.util.UUID;

/** A door of a customer. */
public record Address(UUID id, Apartment apartment, String tower, String flat, String note) {

    /** For people, on one line. */
    public String line() {
        String tower = this.tower.isBlank() ? "" : "Tower " + this.tower + ", ";
        return "Flat " + flat + ", " + tower + apartment.name() + ", " + apartment.street() + " " + apartment.pincode();
    }
}
