package app.orchard.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.DemoBusinessTest;
import app.orchard.order.Shopper;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.PictureTest;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoBusinessTest
class CatalogDeskTest {

    private static final Staff FOUNDER = new Staff(UUID.randomUUID(), "founder", "Asha", "", Set.of(Role.FOUNDER));
    private static final Staff PACKER = new Staff(UUID.randomUUID(), "packer", "Ravi", "", Set.of(Role.PACKER));

    @Autowired
    private CatalogDesk desk;

    @Autowired
    private Catalog catalog;

    @Autowired
    private Photos photos;

    @Autowired
    private Shopper shopper;

    @Autowired
    private JdbcClient jdbc;

    private final String slug = "neelam-" + UUID.randomUUID().toString().substring(0, 13);
    private final String sku = slug.toUpperCase(java.util.Locale.ROOT).substring(0, 20);
    private UUID product = UUID.randomUUID();

    @BeforeEach
    void addAProduct() {
        product = desk.add(sheet("Neelam", null), FOUNDER);
    }

    @AfterEach
    void leaveTheShopAsItWas() {
        desk.offer(product, false, FOUNDER);
    }

    @Test
    void offersAProductOnceItHasAPackAndNotAfterItIsTakenOffSale() {
        refused("not-found", () -> catalog.product(slug));
        UUID pack = desk.addPack(product, pack("Box of 6", 49_900), FOUNDER);

        assertThat(catalog.product(slug).packs()).extracting(Pack::size).containsExactly("Box of 6");
        assertThat(catalog.packs(List.of(pack))).containsKey(pack);

        desk.offer(product, false, FOUNDER);
        refused("not-found", () -> catalog.product(slug));
        assertThat(catalog.packs(List.of(pack))).isEmpty();
        assertThat(catalog.everyPack()).extracting(Pack::id).contains(pack);

        desk.offer(product, true, FOUNDER);
        desk.offerPack(pack, false, FOUNDER);
        refused("not-found", () -> catalog.product(slug));
    }

    @Test
    void keepsNameAndPriceOfWhatIsOrdered() {
        CatalogEntry kesar = entry("kesar");
        UUID pack = shopper.pack("KESAR-1");
        PackSheet before = java.util.Objects.requireNonNull(packs(kesar).get(pack));
        OrderId order = shopper.order("KESAR-1", 1, PaymentMethod.ONLINE);
        try {
            desk.change(kesar.id(), named(kesar.sheet(), "Kesar of Gir"), FOUNDER);
            desk.changePack(pack, priced(before, 77_700), FOUNDER);
            desk.offer(kesar.id(), false, FOUNDER);

            assertThat(jdbc.sql("select title, unit_price from order_line where order_id = ?")
                            .param(order.value())
                            .query()
                            .singleRow())
                    .isEqualTo(Map.of(
                            "title",
                            "Kesar, " + before.size(),
                            "unit_price",
                            before.price().minor()));
        } finally {
            desk.change(kesar.id(), kesar.sheet(), FOUNDER);
            desk.changePack(pack, before, FOUNDER);
            desk.offer(kesar.id(), true, FOUNDER);
        }
    }

    @Test
    void takesOrdersInItsWeeksOnlyAlsoOverTheNewYear() {
        LocalDate today = LocalDate.of(2026, 12, 31);
        assertThat(new Season(MonthDay.of(12, 1), MonthDay.of(1, 31)).contains(today))
                .isTrue();
        assertThat(new Season(MonthDay.of(12, 31), MonthDay.of(12, 31)).contains(today))
                .isTrue();
        assertThat(new Season(MonthDay.of(4, 1), MonthDay.of(6, 15)).contains(today))
                .isFalse();
        UUID pack = desk.addPack(product, pack("Box of 6", 49_900), FOUNDER);
        MonthDay tomorrow = MonthDay.from(
                java.time.LocalDate.now(java.time.ZoneId.of("Asia/Kolkata")).plusDays(1));

        desk.change(product, sheet("Neelam", new Season(tomorrow, tomorrow)), FOUNDER);

        assertThat(catalog.product(slug).inSeason()).isFalse();
        assertThat(catalog.packs(List.of(pack))).isEmpty();
    }

    @Test
    void showsAPhotoInEachWidthUntilItIsTakenBack() throws IOException {
        String before = desk.photograph(product, PictureTest.picture("png", 900, 900), FOUNDER);
        String photo = entry(slug).image();

        assertThat(before).isEqualTo("crate.svg");
        assertThat(Photos.srcset(photo)).contains("-400.jpg 400w", "-1600.jpg 1600w");
        UUID id = UUID.fromString(photo.substring(0, 36));
        for (int width : List.of(400, 800, 1600)) {
            assertThat(ImageIO.read(new ByteArrayInputStream(photos.jpeg(id, width)))
                            .getHeight())
                    .isEqualTo(width * 3 / 4);
        }
        refused("not-found", () -> photos.jpeg(id, 801));

        desk.showAgain(product, before, FOUNDER);
        assertThat(entry(slug).image()).isEqualTo("crate.svg");
        refused("not-found", () -> desk.showAgain(product, UUID.randomUUID() + "-800.jpg", FOUNDER));
    }

    @Test
    void refusesWhatIsNoPictureAndKeepsTheOldOne() {
        refused(
                "bad-picture",
                () -> desk.photograph(product, "<svg/>".getBytes(java.nio.charset.StandardCharsets.UTF_8), FOUNDER));
        refused("bad-picture", () -> desk.photograph(product, new byte[Photos.MOST_BYTES + 1], FOUNDER));

        assertThat(entry(slug).image()).isEqualTo("crate.svg");
    }

    @Test
    void saysWhatIsWrongWithASheet() {
        refused("slug-taken", () -> desk.add(sheet("Neelam", null), FOUNDER));
        refused(
                "bad-slug",
                () -> desk.add(
                        new ProductSheet("Not clean", "N", ProductKind.MANGO, "d", "", "", "", null, "FRESH_FRUIT"),
                        FOUNDER));
        refused("bad-name", () -> desk.change(product, sheet(" ", null), FOUNDER));
        refused(
                "bad-tax-class",
                () -> desk.change(
                        product,
                        new ProductSheet(slug, "N", ProductKind.MANGO, "d", "", "", "", null, "LUXURY"),
                        FOUNDER));
        refused("bad-price", () -> desk.addPack(product, pack("Box of 6", 0), FOUNDER));
        desk.addPack(product, pack("Box of 6", 100), FOUNDER);
        refused("sku-taken", () -> desk.addPack(product, pack("Box of 9", 100), FOUNDER));
    }

    @Test
    void isTheFoundersAndLeavesATrace() {
        refused("forbidden", () -> desk.all(PACKER));
        refused("forbidden", () -> desk.offer(product, false, PACKER));

        assertThat(jdbc.sql("select action from audit_entry where row_key = ?")
                        .param(product.toString())
                        .query(String.class)
                        .list())
                .containsExactly("CatalogDesk.add");
    }

    private ProductSheet sheet(String name, @Nullable Season season) {
        return new ProductSheet(
                slug,
                name,
                ProductKind.MANGO,
                "Late and sweet.",
                "",
                "Tamil Nadu",
                "Ready to eat",
                season,
                "FRESH_FRUIT");
    }

    private PackSheet pack(String size, long price) {
        return new PackSheet(sku, size, Money.of(price), 1500, 2);
    }

    private static ProductSheet named(ProductSheet sheet, String name) {
        return new ProductSheet(
                sheet.slug(),
                name,
                sheet.kind(),
                sheet.description(),
                sheet.allergens(),
                sheet.origin(),
                sheet.ripeness(),
                sheet.season(),
                sheet.taxClass());
    }

    private static PackSheet priced(PackSheet sheet, long price) {
        return new PackSheet(sheet.sku(), sheet.size(), Money.of(price), sheet.weightGrams(), sheet.kitchenMinutes());
    }

    private static Map<UUID, PackSheet> packs(CatalogEntry entry) {
        return entry.packs().stream()
                .collect(java.util.stream.Collectors.toMap(CatalogEntry.PackEntry::id, CatalogEntry.PackEntry::sheet));
    }

    private CatalogEntry entry(String wanted) {
        return desk.all(FOUNDER).stream()
                .filter(one -> one.sheet().slug().equals(wanted))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(String type, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}
