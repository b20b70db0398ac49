package app.orchard.storefront.web;

import app.orchard.catalog.Pack;

/** A pack, and how many can still be had. */
record Offer(Pack pack, int left) {

    private static final int FEW = 5;

    public boolean isSoldOut() {
        return left <= 0;
    }

    public boolean isFew() {
        return left > 0 && left <= FEW;
    }
}
