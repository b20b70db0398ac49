package app.orchard.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.DemoBusinessTest;
import app.orchard.order.Shopper;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Apartment;
import app.orchard.slots.Apartments;
import app.orchard.slots.GeoPoint;
import app.orchard.slots.Place;
import app.orchard.slots.ZoneDesk;
import app.orchard.slots.ZoneDraft;
import app.orchard.slots.Zones;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** In a corner of the map where no other test is. */
@DemoBusinessTest
class ZoneDeskTest {

    private static final Staff FOUNDER = new Staff(UUID.randomUUID(), "founder", "Asha", "", Set.of(Role.FOUNDER));
    private static final Staff PACKER = new Staff(UUID.randomUUID(), "packer", "Ravi", "", Set.of(Role.PACKER));
    private static final List<GeoPoint> LARGE = square(20_000_000, 40_000);
    private static final List<GeoPoint> SMALL = square(20_010_000, 10_000);
    private static final GeoPoint INSIDE_BOTH = new GeoPoint(20_015_000, 80_015_000);

    @Autowired
    private ZoneDesk desk;

    @Autowired
    private AddressMoves moves;

    @Autowired
    private Addresses addresses;

    @Autowired
    private Zones zones;

    @Autowired
    private Apartments apartments;

    @Autowired
    private Shopper shopper;

    @Autowired
    private JdbcClient jdbc;

    private final String one = "one-" + UUID.randomUUID().toString().substring(0, 8);
    private final String two = "two-" + UUID.randomUUID().toString().substring(0, 8);

    @BeforeEach
    void addTwoZones() {
        desk.add(one, "One", FOUNDER);
        desk.add(two, "Two", FOUNDER);
        desk.save(draft(one, LARGE, List.of()), FOUNDER);
    }

    @AfterEach
    void takeThemOffTheMap() {
        jdbc.sql("delete from zone_corner where zone_id in (select id from zone where code in (?, ?))")
                .params(one, two)
                .update();
        jdbc.sql("delete from zone_pincode where zone_id in (select id from zone where code in (?, ?))")
                .params(one, two)
                .update();
    }

    @Test
    void saysHowManyCustomersMoveBeforeTheyDo() {
        CustomerId customer = shopper.newCustomer();
        addresses.add(customer, street(INSIDE_BOTH));
        addresses.add(customer, street(new GeoPoint(20_016_000, 80_016_000)));
        addresses.add(shopper.newCustomer(), street(new GeoPoint(20_001_000, 80_001_000)));

        List<AddressMove> expected = moves.with(draft(two, SMALL, List.of()), FOUNDER);

        assertThat(expected).containsExactly(new AddressMove(one, two, 1));
        assertThat(addresses.of(customer)).extracting(Address::zone).containsOnly(one);
        desk.save(draft(two, SMALL, List.of()), FOUNDER);
        assertThat(addresses.of(customer)).extracting(Address::zone).containsOnly(two);
        assertThat(moves.with(draft(one, List.of(), List.of()), FOUNDER))
                .containsExactly(new AddressMove(one, null, 1));
    }

    @Test
    void saysTheSameAsTheZonesThemselves() {
        desk.save(draft(two, SMALL, List.of("799001")), FOUNDER);
        UUID complex = apartments.all().getFirst().id();

        for (Place place : List.of(
                Place.at(INSIDE_BOTH, "560024"),
                Place.at(new GeoPoint(20_001_000, 80_001_000), null),
                Place.at(null, "799001"),
                Place.at(new GeoPoint(30_000_000, 80_000_000), "560078"),
                Place.at(null, "799999"),
                Place.in(complex))) {
            assertThat(desk.boundaries(FOUNDER).find(place)).isEqualTo(zones.find(place));
        }
    }

    @Test
    void movesPincodesAndComplexesAndBringsThemBack() {
        desk.save(draft(one, LARGE, List.of("799001", "799002")), FOUNDER);
        desk.addApartment(new Apartment(UUID.randomUUID(), one, "Hill Road", "799001", one, 20.01, 80.01), FOUNDER);
        UUID complex = complexOf(one);
        List<ZoneDraft> before = Stream.of(zone(one), zone(two)).toList();

        refused("homeless-apartment", () -> desk.save(draft(one, LARGE, List.of()), FOUNDER));
        desk.save(new ZoneDraft(two, "Two", "far", false, List.of(), List.of("799002"), Set.of(complex)), FOUNDER);
        assertThat(zone(one).pincodes()).containsExactly("799001");
        assertThat(complexOf(two)).isEqualTo(complex);
        assertThat(zone(two).takesCash()).isFalse();

        desk.restore(before, FOUNDER);
        assertThat(List.of(zone(one), zone(two))).isEqualTo(before);
        jdbc.sql("delete from apartment where id = ?").param(complex).update();
    }

    @Test
    void leavesATraceOfWhatChangedOnly() {
        UUID id = jdbc.sql("select id from zone where code = ?")
                .param(one)
                .query(UUID.class)
                .single();
        int before = traces(id);

        desk.save(draft(one, LARGE, List.of()), FOUNDER);
        assertThat(traces(id)).isEqualTo(before);
        desk.save(
                draft(
                        one,
                        Stream.concat(LARGE.stream().limit(3), Stream.of(new GeoPoint(20_050_000, 80_000_000)))
                                .toList(),
                        List.of()),
                FOUNDER);
        assertThat(traces(id)).isEqualTo(before + 1);
    }

    @Test
    void refusesWhatIsNoZone() {
        refused("code-taken", () -> desk.add(one, "One", FOUNDER));
        refused("bad-code", () -> desk.add("No Code", "One", FOUNDER));
        refused("bad-name", () -> desk.add("one-more", " ", FOUNDER));
        refused("bad-pincode", () -> desk.save(draft(one, LARGE, List.of("12")), FOUNDER));
        refused("bad-area", () -> desk.save(draft(one, LARGE.subList(0, 2), List.of()), FOUNDER));
        refused("bad-area", () -> moves.with(draft(one, LARGE.subList(0, 2), List.of()), FOUNDER));
        refused("forbidden", () -> desk.save(draft(one, LARGE, List.of()), PACKER));
        refused("forbidden", () -> moves.with(draft(one, LARGE, List.of()), PACKER));
    }

    private int traces(UUID zone) {
        return jdbc.sql("select count(*) from audit_entry where row_key = ?")
                .param(zone.toString())
                .query(Integer.class)
                .single();
    }

    private UUID complexOf(String zone) {
        return zone(zone).apartments().iterator().next();
    }

    private ZoneDraft zone(String code) {
        return desk.all(FOUNDER).stream()
                .filter(zone -> zone.code().equals(code))
                .findFirst()
                .orElseThrow();
    }

    private static ZoneDraft draft(String code, List<GeoPoint> corners, List<String> pincodes) {
        return new ZoneDraft(code, code, "near", true, corners, pincodes, Set.of());
    }

    private static NewAddress street(GeoPoint pin) {
        return new NewAddress(
                null,
                "Hill Road",
                "799999",
                pin,
                "",
                UUID.randomUUID().toString().substring(0, 8),
                "");
    }

    /** From its corner in the south-west. */
    private static List<GeoPoint> square(int latitude, int side) {
        int longitude = latitude + 60_000_000;
        return List.of(
                new GeoPoint(latitude, longitude),
                new GeoPoint(latitude, longitude + side),
                new GeoPoint(latitude + side, longitude + side),
                new GeoPoint(latitude + side, longitude));
    }

    private static void refused(String type, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}
