package app.orchard.slots;

import java.util.List;

/**
 * A part of the town that is delivered to at its own times.
 *
 * @param corners of its polygon, none when it has no polygon
 * @param pincodes that belong to it
 */
public record Zone(String code, String name, List<GeoPoint> corners, List<String> pincodes) {}
