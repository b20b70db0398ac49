package app.orchard.storefront.web;

import app.orchard.order.Cart;
import app.orchard.shared.CustomerId;
import app.orchard.slots.Locality;
import org.jspecify.annotations.Nullable;

/**
 * Who looks at a page. A parameter of this type tells any handler.
 *
 * @param cart what they mean to buy; null until they chose something
 * @param place where they said they live, in this browser
 */
record Visitor(
        @Nullable CustomerId customer,
        @Nullable Cart cart,
        @Nullable Locality place) {

    /** @throws LogInFirst when nobody is logged in */
    CustomerId requireCustomer() {
        if (customer == null) {
            throw new LogInFirst();
        }
        return customer;
    }

    public int cartCount() {
        return cart == null ? 0 : cart.count();
    }
}
