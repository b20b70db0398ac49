package app.orchard.catalog;

import app.orchard.shared.Changes;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where a founder decides what is sold. Nothing is deleted, only taken off sale: orders refer to it. What is ordered
 * already keeps the name and the price that it was ordered with.
 */
@Service
@Transactional
public class CatalogDesk {

    private static final String TOPIC = "catalog";

    private final ProductRepository products;
    private final VariantRepository variants;
    private final TaxRates taxRates;
    private final Photos photos;
    private final Changes changes;

    CatalogDesk(
            ProductRepository products, VariantRepository variants, TaxRates taxRates, Photos photos, Changes changes) {
        this.products = products;
        this.variants = variants;
        this.taxRates = taxRates;
        this.photos = photos;
        this.changes = changes;
    }

    /** In the order of the shop. */
    @Transactional(readOnly = true)
    public List<CatalogEntry> all(Staff by) {
        by.require(Role.FOUNDER);
        return products.withVariants().stream().map(Product::asEntry).toList();
    }

    /**
     * A new product, last in the shop, which is not offered before it has a pack.
     *
     * @throws Refusal INVALID as {@link #change}; CONFLICT {@code slug-taken}
     */
    public UUID add(ProductSheet sheet, Staff by) {
        by.require(Role.FOUNDER);
        check(sheet);
        products.lockOrder();
        if (products.bySlug(sheet.slug()).isPresent()) {
            throw Refusal.conflict(
                    "slug-taken", "Another product has the address “" + sheet.slug() + "”. Please choose another one.");
        }
        Product product = new Product(TimeOrderedId.next(), sheet, Photos.NONE_YET, products.nextPosition());
        products.save(product);
        changes.announce(TOPIC);
        return product.id();
    }

    /**
     * What it is called, what is in it, and when it is sold. Its address stays: links, search engines and coupons name
     * it.
     *
     * @throws Refusal INVALID {@code bad-slug}, {@code bad-name}, {@code bad-description}, {@code bad-allergens},
     *     {@code bad-origin}, {@code bad-ripeness}, {@code bad-tax-class}; NOT_FOUND
     */
    public void change(UUID product, ProductSheet sheet, Staff by) {
        by.require(Role.FOUNDER);
        check(sheet);
        find(product).describe(sheet);
        changes.announce(TOPIC);
    }

    /** Takes a product with all its packs off sale, or puts it back. @throws Refusal NOT_FOUND */
    public void offer(UUID product, boolean onSale, Staff by) {
        by.require(Role.FOUNDER);
        find(product).offer(onSale);
        changes.announce(TOPIC);
    }

    /** @throws Refusal INVALID as {@link PackSheet#check}; CONFLICT {@code sku-taken}; NOT_FOUND */
    public UUID addPack(UUID product, PackSheet sheet, Staff by) {
        by.require(Role.FOUNDER);
        sheet.check();
        products.lockOrder();
        refuseTaken(sheet.sku());
        Variant pack = find(product).addPack(TimeOrderedId.next(), sheet);
        variants.saveAndFlush(pack);
        changes.announce(TOPIC);
        return pack.id();
    }

    /** From now on; carts show the new price, quotes and orders keep the old. Its code stays. @throws Refusal as above */
    public void changePack(UUID pack, PackSheet sheet, Staff by) {
        by.require(Role.FOUNDER);
        sheet.check();
        findPack(pack).describe(sheet);
        changes.announce(TOPIC);
    }

    /** @throws Refusal NOT_FOUND */
    public void offerPack(UUID pack, boolean onSale, Staff by) {
        by.require(Role.FOUNDER);
        findPack(pack).offer(onSale);
        changes.announce(TOPIC);
    }

    /**
     * Shows a photo instead of the picture so far.
     *
     * @param file a JPEG, a PNG or a WebP, of at most {@link Photos#MOST_BYTES}
     * @return the file name of the picture that was shown before
     * @throws Refusal INVALID {@code bad-picture}; NOT_FOUND
     */
    public String photograph(UUID product, byte[] file, Staff by) {
        by.require(Role.FOUNDER);
        Product shown = find(product);
        String before = shown.image();
        shown.show(photos.keep(product, file));
        photos.forget(product, List.of(shown.image(), before));
        changes.announce(TOPIC);
        return before;
    }

    /** Shows a picture again that was shown before. @throws Refusal NOT_FOUND */
    public void showAgain(UUID product, String image, Staff by) {
        by.require(Role.FOUNDER);
        Product shown = find(product);
        if (!photos.isKept(product, image)) {
            throw Refusal.notFound("picture");
        }
        shown.show(image);
        changes.announce(TOPIC);
    }

    private void check(ProductSheet sheet) {
        sheet.check();
        if (!taxRates.classes().contains(sheet.taxClass())) {
            throw Refusal.invalid("bad-tax-class", "There is no tax rate of that name.");
        }
    }

    private void refuseTaken(String sku) {
        if (variants.existsBySku(sku)) {
            throw Refusal.conflict("sku-taken", "Another pack has the code “" + sku + "”. Please choose another one.");
        }
    }

    private Product find(UUID product) {
        return products.findById(product).orElseThrow(() -> Refusal.notFound("product"));
    }

    private Variant findPack(UUID pack) {
        return variants.findById(pack).orElseThrow(() -> Refusal.notFound("pack"));
    }
}
