package app.orchard.catalog;

import app.orchard.shared.Refusal;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a founder says about a product. Texts are without spaces around them.
 *
 * @param slug its part of the address of its page: small letters, digits and hyphens
 * @param allergens for people, empty when there are none
 * @param origin where it comes from, for people; may be empty
 * @param ripeness how to keep it and when it is best, for people; may be empty
 * @param season outside of which it cannot be ordered; null when it is there all year
 * @param taxClass which rates apply to it, see {@link TaxRates}
 */
public record ProductSheet(
        String slug,
        String name,
        ProductKind kind,
        String description,
        String allergens,
        String origin,
        String ripeness,
        @Nullable Season season,
        String taxClass) {

    public static final int LONGEST_NAME = 60;
    public static final int LONGEST_LINE = 200;
    public static final int LONGEST_DESCRIPTION = 1000;
    private static final Pattern SLUG = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    public ProductSheet {
        slug = slug.strip();
        name = name.strip();
        description = description.strip();
        allergens = allergens.strip();
        origin = origin.strip();
        ripeness = ripeness.strip();
    }

    /** @throws Refusal INVALID {@code bad-slug}, {@code bad-name}, {@code bad-description} or {@code bad-text} */
    void check() {
        if (slug.length() > LONGEST_NAME || !SLUG.matcher(slug).matches()) {
            throw Refusal.invalid(
                    "bad-slug", "An address has small letters, digits and single hyphens, such as “alphonso-box”.");
        }
        requireBetween("bad-name", "A name", name, 1, LONGEST_NAME);
        requireBetween("bad-description", "A description", description, 1, LONGEST_DESCRIPTION);
        requireBetween("bad-allergens", "This", allergens, 0, LONGEST_LINE);
        requireBetween("bad-origin", "This", origin, 0, LONGEST_LINE);
        requireBetween("bad-ripeness", "This", ripeness, 0, LONGEST_LINE);
    }

    static void requireBetween(String type, String what, String text, int least, int most) {
        if (text.length() < least || text.length() > most) {
            throw Refusal.invalid(type, what + " has between " + least + " and " + most + " characters.");
        }
    }
}
