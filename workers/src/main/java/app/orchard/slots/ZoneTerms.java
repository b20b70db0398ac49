package app.orchard.slots;

/**
 * What fees and cash limits ask about a zone.
 *
 * @param distance {@code near} or {@code far}
 * @param takesCash whether drivers collect cash there
 */
public record ZoneTerms(String code, String distance, boolean takesCash) {}
