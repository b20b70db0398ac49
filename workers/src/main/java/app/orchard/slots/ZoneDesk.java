package app.orchard.slots;

import app.orchard.shared.Changes;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a founder decides what belongs to which zone. Orders and slots there are keep the zone they have. */
@Service
@Transactional
public class ZoneDesk {

    public static final int LONGEST_NAME = 40;
    private static final Set<String> DISTANCES = Set.of("near", "far");
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern PINCODE = Pattern.compile("[1-9][0-9]{5}");

    private record Row(String code, String distance, boolean takesCash) {}

    private final JdbcClient jdbc;
    private final Zones zones;
    private final Apartments apartments;
    private final Changes changes;

    ZoneDesk(JdbcClient jdbc, Zones zones, Apartments apartments, Changes changes) {
        this.jdbc = jdbc;
        this.zones = zones;
        this.apartments = apartments;
        this.changes = changes;
    }

    /** By code. */
    @Transactional(readOnly = true)
    public List<ZoneDraft> all(Staff by) {
        by.require(Role.FOUNDER);
        Map<String, Set<UUID>> complexes = apartments.all().stream()
                .collect(Collectors.groupingBy(Apartment::zone, Collectors.mapping(Apartment::id, Collectors.toSet())));
        Map<String, Row> rows = jdbc.sql("select code, distance, takes_cash from zone").query(Row.class).list().stream()
                .collect(Collectors.toMap(Row::code, row -> row));
        return zones.all().stream()
                .map(zone -> draft(
                        zone,
                        Objects.requireNonNull(rows.get(zone.code())),
                        complexes.getOrDefault(zone.code(), Set.of())))
                .toList();
    }

    /** Under which the history of changes names it. @throws Refusal NOT_FOUND */
    @Transactional(readOnly = true)
    public UUID idOf(String zone, Staff by) {
        by.require(Role.FOUNDER);
        return zones.id(zone);
    }

    private static ZoneDraft draft(Zone zone, Row row, Set<UUID> complexes) {
        return new ZoneDraft(
                zone.code(), zone.name(), row.distance(), row.takesCash(), zone.corners(), zone.pincodes(), complexes);
    }

    /** As they are now. */
    @Transactional(readOnly = true)
    public Boundaries boundaries(Staff by) {
        return new Boundaries(all(by));
    }

    /** As they would be. @throws Refusal INVALID as {@link #save} */
    @Transactional(readOnly = true)
    public Boundaries boundariesWith(ZoneDraft draft, Staff by) {
        by.require(Role.FOUNDER);
        check(draft);
        List<ZoneDraft> wanted = new ArrayList<>(all(by));
        wanted.removeIf(zone -> zone.code().equals(draft.code()));
        wanted.add(draft);
        return new Boundaries(wanted);
    }

    /**
     * A new zone, which nothing belongs to yet.
     *
     * @param code what tables and reports call it, for good
     * @throws Refusal INVALID {@code bad-code}, {@code bad-name}; CONFLICT {@code code-taken}
     */
    public void add(String code, String name, Staff by) {
        by.require(Role.FOUNDER);
        if (code.length() > LONGEST_NAME || !CODE.matcher(code).matches()) {
            throw Refusal.invalid("bad-code", "A code has small letters, digits and hyphens, such as “north”.");
        }
        checkName(name);
        int added = jdbc.sql("insert into zone (id, code, name) values (?, ?, ?) on conflict (code) do nothing")
                .params(TimeOrderedId.next(), code, name.strip())
                .update();
        if (added == 0) {
            throw Refusal.conflict("code-taken", "There is a zone “" + code + "” already.");
        }
        changes.announce("zones");
    }

    /**
     * Makes a zone what the draft says. A pincode or a complex that belonged to another zone moves.
     *
     * @throws Refusal INVALID {@code bad-name}, {@code bad-distance}, {@code bad-area}, {@code bad-pincode}; CONFLICT
     *     {@code homeless-apartment} when one of its complexes is left out; NOT_FOUND
     */
    public void save(ZoneDraft draft, Staff by) {
        by.require(Role.FOUNDER);
        check(draft);
        UUID zone = zones.id(draft.code());
        zones.draw(draft.code(), draft.corners(), by);
        zones.assign(draft.code(), draft.pincodes(), by);
        jdbc.sql("update zone set name = ?, distance = ?, takes_cash = ? where id = ?")
                .params(draft.name().strip(), draft.distance(), draft.takesCash(), zone)
                .update();
        UUID[] complexes = draft.apartments().toArray(UUID[]::new);
        jdbc.sql("update apartment set zone_id = ? where id = any(?) and zone_id <> ?")
                .params(zone, complexes, zone)
                .update();
        List<String> left = jdbc.sql("select name from apartment where zone_id = ? and not (id = any(?)) order by name")
                .params(zone, complexes)
                .query(String.class)
                .list();
        if (!left.isEmpty()) {
            throw Refusal.conflict(
                    "homeless-apartment",
                    String.join(", ", left) + " must belong to a zone. Please choose it in the zone it moves to.");
        }
        changes.announce("zones");
    }

    /** Makes all zones again what they were, in one step. @param before what {@link #all} said then */
    public void restore(List<ZoneDraft> before, Staff by) {
        by.require(Role.FOUNDER);
        // First everything comes home, then nobody has what is another's
        before.forEach(zone -> jdbc.sql("update apartment set zone_id = ? where id = any(?) and zone_id <> ?")
                .params(zones.id(zone.code()), zone.apartments().toArray(UUID[]::new), zones.id(zone.code()))
                .update());
        before.forEach(zone -> save(zone, by));
    }

    /**
     * A new complex.
     *
     * @param complex its id is not looked at
     * @throws Refusal INVALID {@code bad-name}, {@code bad-street}, {@code bad-pincode}, {@code bad-point}; CONFLICT
     *     {@code name-taken}; NOT_FOUND
     */
    public void addApartment(Apartment complex, Staff by) {
        by.require(Role.FOUNDER);
        checkName(complex.name());
        if (complex.street().isBlank() || complex.street().length() > 2 * LONGEST_NAME) {
            throw Refusal.invalid("bad-street", "Please say in which street it is.");
        }
        checkPincode(complex.pincode());
        GeoPoint at = GeoPoint.ofDegrees(complex.latitude(), complex.longitude());
        int added = jdbc.sql("""
                insert into apartment (id, zone_id, name, street, pincode, latitude, longitude)
                values (?, ?, ?, ?, ?, ?, ?) on conflict (name) do nothing""")
                .params(
                        TimeOrderedId.next(),
                        zones.id(complex.zone()),
                        complex.name().strip(),
                        complex.street().strip())
                .params(complex.pincode(), at.latitude(), at.longitude())
                .update();
        if (added == 0) {
            throw Refusal.conflict(
                    "name-taken", "There is a complex “" + complex.name().strip() + "” already.");
        }
        changes.announce("zones");
    }

    private static void check(ZoneDraft draft) {
        checkName(draft.name());
        if (!DISTANCES.contains(draft.distance())) {
            throw Refusal.invalid("bad-distance", "A zone is near or far.");
        }
        draft.pincodes().forEach(ZoneDesk::checkPincode);
        if (!draft.corners().isEmpty()) {
            new Area(draft.corners());
        }
    }

    private static void checkPincode(String pincode) {
        if (!PINCODE.matcher(pincode).matches()) {
            throw Refusal.invalid("bad-pincode", "A pincode has six digits.");
        }
    }

    private static void checkName(String name) {
        if (name.isBlank() || name.strip().length() > LONGEST_NAME) {
            throw Refusal.invalid("bad-name", "A name has between 1 and " + LONGEST_NAME + " characters.");
        }
    }
}
