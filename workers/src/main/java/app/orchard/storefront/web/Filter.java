package app.orchard.storefront.web;

import app.orchard.catalog.ProductKind;
import app.orchard.shared.Money;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of what there is.
 *
 * @param now only what can be ordered now
 * @param plain only without allergens
 * @param most in rupees, what the smallest pack may cost; null for any price
 */
record Filter(boolean now, boolean plain, @Nullable Integer most) {

    private static final int DEAREST = 100_000;

    public boolean isOn() {
        return now || plain || most != null;
    }

    /** The page that shows it. */
    String path() {
        String query = Stream.of(now ? "now=true" : "", plain ? "plain=true" : "", most == null ? "" : "most=" + most)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining("&"));
        return query.isEmpty() ? "/" : "/?" + query;
    }

    /** The page of one kind that shows it. */
    public String path(ProductKind kind) {
        String home = path();
        return "/products?kind=" + kind + (home.length() > 1 ? "&" + home.substring(2) : "");
    }

    boolean lets(Showing showing) {
        return (!now || showing.isOrderable())
                && (!plain || showing.product().allergens().isBlank())
                && (most == null || showing.offers().stream().anyMatch(this::isAffordable));
    }

    private boolean isAffordable(Offer offer) {
        int limit = most == null ? DEAREST : Math.clamp(most, 0, DEAREST);
        return offer.pack().price().compareTo(Money.of(limit * 100L)) <= 0;
    }
}
