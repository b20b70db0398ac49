package app.orchard.catalog;

import app.orchard.shared.Money;
import app.orchard.shared.Refusal;
import java.util.regex.Pattern;

/**
 * What a founder says about a pack of a product.
 *
 * @param sku the code by which stock and the till know it
 * @param size for people, with its unit: "Box of 6, about 1.8 kg"
 * @param price of one pack, tax included
 * @param weightGrams with its box, for the vehicle
 * @param kitchenMinutes what one pack takes of the kitchen's time
 */
public record PackSheet(String sku, String size, Money price, int weightGrams, int kitchenMinutes) {

    public static final int LONGEST_SIZE = 60;
    public static final int MOST_GRAMS = 100_000;
    public static final int MOST_MINUTES = 10_000;
    private static final Pattern SKU = Pattern.compile("[A-Z0-9]+(-[A-Z0-9]+)*");
    private static final int LONGEST_SKU = 40;

    public PackSheet {
        sku = sku.strip();
        size = size.strip();
    }

    /** @throws Refusal INVALID {@code bad-sku}, {@code bad-size}, {@code bad-price}, {@code bad-weight}, {@code bad-minutes} */
    void check() {
        if (sku.length() > LONGEST_SKU || !SKU.matcher(sku).matches()) {
            throw Refusal.invalid("bad-sku", "A code has capital letters, digits and hyphens, such as “ALPHONSO-6”.");
        }
        ProductSheet.requireBetween("bad-size", "A pack size", size, 1, LONGEST_SIZE);
        if (!price.isPositive() || price.compareTo(Money.MOST) > 0) {
            throw Refusal.invalid("bad-price", "A price is above zero and at most " + Money.MOST.format() + ".");
        }
        if (weightGrams < 1 || weightGrams > MOST_GRAMS) {
            throw Refusal.invalid("bad-weight", "A pack weighs between 1 and " + MOST_GRAMS + " grams.");
        }
        if (kitchenMinutes < 0 || kitchenMinutes > MOST_MINUTES) {
            throw Refusal.invalid("bad-minutes", "A pack takes between 0 and " + MOST_MINUTES + " minutes.");
        }
    }
}
