package app.orchard.slots;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Which zone a place belongs to, if the zones were so. The rule is that of {@link Zones}: its complex, else the polygon
 * around its pin, else its pincode.
 */
public class Boundaries {

    private final Map<UUID, String> apartments = new HashMap<>();
    private final Map<String, String> pincodes = new HashMap<>();
    private final ZoneMap map;

    /** @param zones what is named in several belongs to the last of them */
    Boundaries(List<ZoneDraft> zones) {
        Map<String, List<GeoPoint>> corners = new LinkedHashMap<>();
        for (ZoneDraft zone : zones) {
            zone.apartments().forEach(apartment -> apartments.put(apartment, zone.code()));
            zone.pincodes().forEach(pincode -> pincodes.put(pincode, zone.code()));
            if (!zone.corners().isEmpty()) {
                corners.put(zone.code(), zone.corners());
            }
        }
        this.map = new ZoneMap(corners);
    }

    /** @return the code of the zone it belongs to, if any */
    public Optional<String> find(Place place) {
        return Optional.ofNullable(place.apartment())
                .map(apartments::get)
                .or(() -> Optional.ofNullable(place.pin()).flatMap(map::at))
                .or(() -> Optional.ofNullable(place.pincode()).map(pincodes::get));
    }
}
