package app.orchard.slots;

import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which zone a place belongs to. An apartment complex has its own. Elsewhere the polygon around the pin on the map
 * decides; of several the smallest, of equally large ones the first by code. Without a polygon there, the pincode does.
 */
@Service
@Transactional(readOnly = true)
public class Zones {

    private record Row(UUID id, String code, String name) {}

    private record Corner(String zone, int latitudeE6, int longitudeE6) {}

    private final JdbcClient jdbc;

    Zones(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @throws Refusal INVALID {@code not-delivered-there} */
    public String of(Place place) {
        return find(place)
                .orElseThrow(() -> Refusal.invalid(
                        "not-delivered-there", "We do not deliver there yet. Please choose another address."));
    }

    /** @return the code of the zone it belongs to, if any */
    public Optional<String> find(Place place) {
        return ofApartment(place).or(() -> around(place)).or(() -> ofPincode(place));
    }

    /** As {@link #find(Place)} for pins and pincodes, two statements for all of them. @return those that are in a zone */
    public Map<Place, String> find(Collection<Place> places) {
        if (places.isEmpty()) {
            return Map.of();
        }
        ZoneMap map = new ZoneMap(places.stream().anyMatch(place -> place.pin() != null) ? corners() : Map.of());
        Map<String, String> byPincode = new HashMap<>();
        jdbc.sql(
                        "select p.pincode, z.code from zone_pincode p join zone z on z.id = p.zone_id where p.pincode = any(?)")
                .param(places.stream()
                        .flatMap(place -> Stream.ofNullable(place.pincode()))
                        .toArray(String[]::new))
                .query(row -> {
                    byPincode.put(row.getString("pincode"), row.getString("code"));
                });
        Map<Place, String> found = new HashMap<>();
        places.forEach(place -> Optional.ofNullable(place.pin())
                .flatMap(map::at)
                .or(() -> Optional.ofNullable(place.pincode()).map(byPincode::get))
                .ifPresent(zone -> found.put(place, zone)));
        return found;
    }

    public List<Zone> all() {
        Map<String, List<GeoPoint>> corners = corners();
        return jdbc.sql("select id, code, name from zone order by code").query(Row.class).list().stream()
                .map(row -> zone(row, corners.getOrDefault(row.code(), List.of())))
                .toList();
    }

    /**
     * Draws a zone's polygon anew; no corners take it away. Orders that are placed keep their zone.
     *
     * @throws Refusal INVALID {@code bad-area}, NOT_FOUND; FORBIDDEN but for founders
     */
    @Transactional
    public void draw(String zone, List<GeoPoint> corners, Staff by) {
        by.require(Role.FOUNDER);
        UUID id = lock(zone);
        List<GeoPoint> ring = corners.isEmpty() ? corners : new Area(corners).corners();
        jdbc.sql("delete from zone_corner where zone_id = ? and position >= ?")
                .params(id, ring.size())
                .update();
        // Of a ring that only bulges, the history shows the corners that moved
        IntStream.range(0, ring.size())
                .forEach(n -> jdbc.sql("""
                insert into zone_corner values (?, ?, ?, ?)
                on conflict (zone_id, position) do update
                set latitude_e6 = excluded.latitude_e6, longitude_e6 = excluded.longitude_e6
                where (zone_corner.latitude_e6, zone_corner.longitude_e6)
                  <> (excluded.latitude_e6, excluded.longitude_e6)""")
                        .params(id, n, ring.get(n).latitudeE6(), ring.get(n).longitudeE6())
                        .update());
    }

    /**
     * Gives pincodes to a zone, and takes from it those that are not named.
     *
     * @throws Refusal INVALID {@code bad-pincode}, NOT_FOUND; FORBIDDEN but for founders
     */
    @Transactional
    public void assign(String zone, List<String> pincodes, Staff by) {
        by.require(Role.FOUNDER);
        UUID id = lock(zone);
        if (!pincodes.stream().allMatch(pincode -> pincode.matches("[1-9][0-9]{5}"))) {
            throw Refusal.invalid("bad-pincode", "A pincode has six digits.");
        }
        jdbc.sql("delete from zone_pincode where zone_id = ? and not (pincode = any(?))")
                .params(id, pincodes.toArray(String[]::new))
                .update();
        pincodes.stream()
                .sorted()
                .forEach(pincode -> jdbc.sql("""
                insert into zone_pincode (pincode, zone_id) values (?, ?)
                on conflict (pincode) do update set zone_id = excluded.zone_id
                where zone_pincode.zone_id <> excluded.zone_id""").params(pincode, id).update());
    }

    UUID id(String zone) {
        return jdbc.sql("select id from zone where code = ?")
                .param(zone)
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("zone"));
    }

    private UUID lock(String zone) {
        UUID id = id(zone);
        jdbc.sql("select id from zone where id = ? for no key update")
                .param(id)
                .query(UUID.class)
                .single();
        return id;
    }

    private Zone zone(Row row, List<GeoPoint> corners) {
        List<String> pincodes = jdbc.sql("select pincode from zone_pincode where zone_id = ? order by pincode")
                .param(row.id())
                .query(String.class)
                .list();
        return new Zone(row.code(), row.name(), corners, pincodes);
    }

    private Optional<String> ofApartment(Place place) {
        return Optional.ofNullable(place.apartment())
                .flatMap(apartment -> jdbc.sql(
                                "select z.code from apartment a join zone z on z.id = a.zone_id where a.id = ?")
                        .param(apartment)
                        .query(String.class)
                        .optional());
    }

    private Optional<String> around(Place place) {
        GeoPoint pin = place.pin();
        if (pin == null) {
            return Optional.empty();
        }
        return new ZoneMap(corners()).at(pin);
    }

    private Optional<String> ofPincode(Place place) {
        return Optional.ofNullable(place.pincode())
                .flatMap(pincode -> jdbc.sql(
                                "select z.code from zone_pincode p join zone z on z.id = p.zone_id where p.pincode = ?")
                        .param(pincode)
                        .query(String.class)
                        .optional());
    }

    private Map<String, List<GeoPoint>> corners() {
        Map<String, List<GeoPoint>> corners = new LinkedHashMap<>();
        jdbc.sql("""
                select z.code as zone, c.latitude_e6, c.longitude_e6
                from zone_corner c join zone z on z.id = c.zone_id order by z.code, c.position""")
                .query(Corner.class)
                .list()
                .forEach(corner -> corners.computeIfAbsent(corner.zone(), zone -> new ArrayList<>())
                        .add(new GeoPoint(corner.latitudeE6(), corner.longitudeE6())));
        return corners;
    }
}
