package app.orchard.catalog;

import app.orchard.shared.Money;
import java.util.UUID;

/**
 * What one buys: a size of a product.
 *
 * @param id the variant's id
 * @param slug its product's part of the address of the product's page
 * @param image the file name of its product's picture
 * @param size for people: "Box of 6, about 1.8 kg"
 * @param price of one pack today, tax included
 * @param taxClass which rates apply to it, see {@link TaxRates}
 * @param kitchenMinutes what one pack takes of the kitchen's time
 */
public record Pack(
        UUID id,
        String sku,
        String product,
        String slug,
        String image,
        String size,
        Money price,
        String taxClass,
        int kitchenMinutes) {

    public String title() {
        return product + ", " + size;
    }
}
