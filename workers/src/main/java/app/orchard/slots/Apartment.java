package app.orchard.slots;

import java.util.UUID;

/**
 * A complex the business delivers to.
 *
 * @param zone the code of its zone
 * @param latitude in degrees, WGS 84
 * @param longitude in degrees, WGS 84
 */
public record Apartment(
        UUID id, String name, String street, String pincode, String zone, double latitude, double longitude) {}
