package app.orchard.catalog;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

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
    private boolean inSeason;
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

    ProductView asView() {
        return new ProductView(
                id,
                slug,
                name,
                kind,
                description,
                allergens,
                inSeason,
                image,
                variants.stream().filter(Variant::isActive).map(Variant::asPack).toList());
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
