package app.orchard.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class Product {

    @Id
    private UUID id;

    private String slug;
    private String name;

    @Enumerated(EnumType.STRING)
    private ProductKind kind;

    private String description;
    private String allergens;
    private String origin;
    private String ripeness;
    private @Nullable String seasonFrom;
    private @Nullable String seasonUntil;
    private boolean onSale = true;
    private String image;
    private String taxClass;

    /** Where it stands in the shop. */
    @SuppressWarnings("unused")
    private int position;

    @OneToMany(mappedBy = "product", fetch = FetchType.LAZY)
    @OrderBy("position")
    private List<Variant> variants = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Product() {}

    @SuppressWarnings("NullAway.Init")
    Product(UUID id, ProductSheet sheet, String image, int position) {
        this.id = id;
        this.slug = sheet.slug();
        this.image = image;
        this.position = position;
        describe(sheet);
    }

    final void describe(ProductSheet sheet) {
        name = sheet.name();
        kind = sheet.kind();
        description = sheet.description();
        allergens = sheet.allergens();
        origin = sheet.origin();
        ripeness = sheet.ripeness();
        Season season = sheet.season();
        seasonFrom = season == null ? null : Season.stored(season.from());
        seasonUntil = season == null ? null : Season.stored(season.until());
        taxClass = sheet.taxClass();
    }

    void offer(boolean sell) {
        onSale = sell;
    }

    void show(String picture) {
        image = picture;
    }

    Variant addPack(UUID pack, PackSheet sheet) {
        return new Variant(pack, this, sheet, variants.size());
    }

    boolean isOnSale() {
        return onSale;
    }

    boolean isOffered() {
        return onSale && variants.stream().anyMatch(Variant::isActive);
    }

    boolean isInSeason(LocalDate day) {
        Season season = season();
        return season == null || season.contains(day);
    }

    ProductView asView(LocalDate today) {
        return view(
                today,
                variants.stream().filter(Variant::isActive).map(Variant::asPack).toList());
    }

    /** With the packs that are not on sale. */
    ProductView asWholeView(LocalDate today) {
        return view(today, variants.stream().map(Variant::asPack).toList());
    }

    private ProductView view(LocalDate today, List<Pack> packs) {
        return new ProductView(
                id,
                slug,
                name,
                kind,
                description,
                allergens,
                origin,
                ripeness,
                isInSeason(today),
                season(),
                image,
                packs);
    }

    CatalogEntry asEntry() {
        ProductSheet sheet =
                new ProductSheet(slug, name, kind, description, allergens, origin, ripeness, season(), taxClass);
        return new CatalogEntry(
                id,
                sheet,
                image,
                onSale,
                variants.stream().map(Variant::asEntry).toList());
    }

    private @Nullable Season season() {
        return seasonFrom == null || seasonUntil == null
                ? null
                : new Season(Season.parse(seasonFrom), Season.parse(seasonUntil));
    }

    UUID id() {
        return id;
    }

    String name() {
        return name;
    }

    String slug() {
        return slug;
    }

    String image() {
        return image;
    }

    String taxClass() {
        return taxClass;
    }
}
