package app.orchard.staff;

import java.time.Instant;

/**
 * A log in on a phone.
 *
 * @param token to be shown with each request; only its hash is kept here
 */
public record StaffSession(String token, Staff staff, Instant expiresAt) {

    @Override
    public String toString() {
        return "StaffSession of " + staff.login();
    }
}
