package app.orchard.slots;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * All that a founder decides about a zone.
 *
 * @param distance {@code near} or {@code far}, for the tables of fees and cash limits
 * @param corners of its polygon, none when it has no polygon
 * @param apartments the complexes that belong to it
 */
public record ZoneDraft(
        String code,
        String name,
        String distance,
        boolean takesCash,
        List<GeoPoint> corners,
        List<String> pincodes,
        Set<UUID> apartments) {}
