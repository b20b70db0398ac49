package app.orchard.storefront.web;

import app.orchard.order.Cart;
import app.orchard.order.Carts;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Apartment;
import app.orchard.slots.Apartments;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Recognises visitors by what their browser keeps: a log in, a cart, the place they live in. */
@Component
class Visitors {

    private static final String KNOWN = Visitors.class.getName();

    private final Carts carts;
    private final Apartments apartments;

    Visitors(Carts carts, Apartments apartments) {
        this.carts = carts;
        this.apartments = apartments;
    }

    /** Looked up once a request. */
    Visitor of(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Visitor known) {
            return known;
        }
        Visitor visitor = new Visitor(
                loggedIn(),
                find(ShopCookie.CART, request, carts::get),
                find(ShopCookie.PLACE, request, apartments::get));
        request.setAttribute(KNOWN, visitor);
        return visitor;
    }

    /** The visitor's cart, a new one when there is none yet. */
    Cart cart(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        if (visitor.cart() != null) {
            return visitor.cart();
        }
        Cart cart = carts.create();
        ShopCookie.CART.set(cart.id().toString(), request, response);
        if (visitor.customer() != null) {
            carts.adopt(cart.id(), visitor.customer());
        }
        return carts.get(cart.id());
    }

    /** What the customer chose before, here and in other browsers, is one cart from now on. */
    void join(CustomerId customer, HttpServletRequest request, HttpServletResponse response) {
        Visitor visitor = of(request);
        Cart cart = cart(new Visitor(null, visitor.cart(), null), request, response);
        carts.adopt(cart.id(), customer);
    }

    void place(Apartment apartment, HttpServletRequest request, HttpServletResponse response) {
        ShopCookie.PLACE.set(apartment.id().toString(), request, response);
    }

    private static @Nullable CustomerId loggedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof CustomerId customer ? customer : null;
    }

    private static <T> @Nullable T find(ShopCookie cookie, HttpServletRequest request, Function<UUID, T> lookUp) {
        Optional<UUID> id = cookie.id(request);
        try {
            return id.map(lookUp).orElse(null);
        } catch (Refusal gone) {
            return null;
        }
    }
}
