package app.orchard.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.DemoBusinessTest;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoBusinessTest
class ZonesTest {

    private static final Staff FOUNDER =
            new Staff(UUID.randomUUID(), "asha", "Asha", "+919845000001", Set.of(Role.FOUNDER));
    private static final Staff PACKER =
            new Staff(UUID.randomUUID(), "ravi", "Ravi", "+919845000003", Set.of(Role.PACKER));

    @Autowired
    private Zones zones;

    @Autowired
    private Apartments apartments;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void anApartmentKeepsItsZoneWhateverIsDrawnAroundIt() {
        Apartment lakeview = apartments.all().getFirst();
        assertThat(lakeview.zone()).isEqualTo("north");
        GeoPoint inTheSouth = GeoPoint.ofDegrees(12.9, 77.58);

        assertThat(zones.of(new Place(lakeview.id(), inTheSouth, "560078"))).isEqualTo("north");
    }

    @Test
    void thePolygonGoesBeforeThePincodeAndThePincodeIsEnough() {
        assertThat(zones.of(Place.at(GeoPoint.ofDegrees(12.9, 77.58), "560024")))
                .isEqualTo("south");
        assertThat(zones.of(Place.at(null, "560024"))).isEqualTo("north");
        assertThat(zones.of(Place.at(GeoPoint.ofDegrees(20, 80), "560024"))).isEqualTo("north");
    }

    @Test
    void theSharedBorderAlwaysAnswersTheSame() {
        GeoPoint onTheBorder = new GeoPoint(12_975_000, 77_590_000);
        String answer = zones.of(Place.at(onTheBorder, null));
        List<GeoPoint> south = corners("south");

        zones.draw("south", List.of(south.get(2), south.get(3), south.get(0), south.get(1)), FOUNDER);
        assertThat(zones.of(Place.at(onTheBorder, null))).isEqualTo(answer);
        zones.draw("south", south.reversed(), FOUNDER);
        assertThat(zones.of(Place.at(onTheBorder, null))).isEqualTo(answer);
        assertThat(zones.of(Place.at(new GeoPoint(12_975_001, 77_590_000), null)))
                .isEqualTo("north");
        assertThat(zones.of(Place.at(new GeoPoint(12_974_999, 77_590_000), null)))
                .isEqualTo("south");
        zones.draw("south", south, FOUNDER);
    }

    @Test
    void saysThatItIsNotDeliveredThere() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> zones.of(Place.at(GeoPoint.ofDegrees(20, 80), "110001")))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("not-delivered-there"));
    }

    @Test
    void onlyFoundersDrawAndOnlyWhatIsAnArea() {
        List<GeoPoint> line = List.of(new GeoPoint(0, 0), new GeoPoint(1, 1), new GeoPoint(2, 2));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> zones.draw("south", corners("south"), PACKER))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.FORBIDDEN));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> zones.draw("south", line, FOUNDER));
        assertThat(corners("south")).hasSize(4);
    }

    @Test
    void aPincodeBelongsToTheZoneItWasGivenToLast() {
        zones.assign("north", List.of("560024", "560032", "560099"), FOUNDER);
        zones.assign("south", List.of("560078", "560041", "560099"), FOUNDER);

        assertThat(zones.of(Place.at(null, "560099"))).isEqualTo("south");
        assertThat(jdbc.sql("select count(*) from zone_pincode where pincode = '560099'")
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> zones.assign("south", List.of("56"), FOUNDER))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("bad-pincode"));
    }

    private List<GeoPoint> corners(String zone) {
        return zones.all().stream()
                .filter(each -> each.code().equals(zone))
                .findFirst()
                .orElseThrow()
                .corners();
    }
}
