package app.orchard.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import app.orchard.DemoBusinessTest;
import app.orchard.catalog.Catalog;
import app.orchard.catalog.ProductKind;
import app.orchard.catalog.ProductView;
import app.orchard.slots.Apartment;
import app.orchard.slots.Apartments;
import app.orchard.slots.Slots;
import app.orchard.staff.Role;
import app.orchard.staff.StaffAccounts;
import app.orchard.stall.Stall;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a newcomer finds on the first start. */
@DemoBusinessTest
class DemoBusinessLoadedTest {

    @Autowired
    private Apartments apartments;

    @Autowired
    private Slots slots;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Stall stall;

    @Autowired
    private StaffAccounts accounts;

    @Test
    void deliversToTwoComplexesInTwoZonesOnEachOfTheComingDays() {
        assertThat(apartments.all())
                .extracting(Apartment::name, Apartment::zone)
                .containsExactly(tuple("Lakeview Residency", "north"), tuple("Palm Grove Towers", "south"));

        LocalDate today = LocalDate.ofInstant(Instant.now(), DemoBusiness.ZONE);
        for (String zone : List.of("north", "south")) {
            assertThat(slots.upcoming(zone).stream()
                            .map(slot -> LocalDate.ofInstant(slot.startsAt(), DemoBusiness.ZONE)))
                    .contains(today.plusDays(1), today.plusDays(2), today.plusDays(3));
        }
    }

    @Test
    void sellsEightMangoesInPacksAndASmallBakeryLineAlsoAtAStall() {
        assertThat(products(ProductKind.MANGO))
                .extracting(ProductView::name)
                .containsExactly(
                        "Alphonso", "Kesar", "Banganapalli", "Dasheri", "Langra", "Himsagar", "Totapuri", "Raspuri");
        assertThat(products(ProductKind.MANGO))
                .allSatisfy(mango -> assertThat(mango.packs()).hasSizeGreaterThan(1));
        assertThat(products(ProductKind.BAKERY))
                .extracting(ProductView::name)
                .containsExactly("Country sourdough", "Banana bread", "Mango cream cake", "Butter cookies");
        assertThat(stall.stalls()).extracting(place -> place.name()).contains("Sunday Market stall");
    }

    @Test
    void hasAFounderAPackerTwoDriversAndAStallSeller() {
        assertThat(List.of("founder", "packer", "ravi", "meena", "stall"))
                .map(login -> accounts.authenticate(login, "orchard")
                        .roles()
                        .iterator()
                        .next())
                .containsExactly(Role.FOUNDER, Role.PACKER, Role.DRIVER, Role.DRIVER, Role.STALL);
    }

    private List<ProductView> products(ProductKind kind) {
        return catalog.products().stream()
                .filter(product -> product.kind() == kind)
                .toList();
    }
}
