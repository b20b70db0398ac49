package app.orchard.storefront.web;

import app.orchard.catalog.ProductView;
import java.util.List;

/** A product on the shelf: with what is left of each pack. */
record Showing(ProductView product, List<Offer> offers) {

    public boolean isSoldOut() {
        return offers.stream().allMatch(Offer::isSoldOut);
    }

    /** The pack that one tap adds: the first that can be had. */
    public Offer first() {
        return offers.stream().filter(offer -> !offer.isSoldOut()).findFirst().orElseGet(offers::getFirst);
    }

    public boolean isOrderable() {
        return product.inSeason() && !isSoldOut();
    }
}
