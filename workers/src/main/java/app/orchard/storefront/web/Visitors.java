package app.orchard.storefront.web;

import app.orchard.order.Cart;
import app.orchard.order.Carts;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Localities;
import app.orchard.slots.Locality;
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
    private final Localities localities;

    Visitors(Carts carts, Localities localities) {
        this.carts = carts;
        this.localities = localities;
    }

    /** Looked up once a request. */
    Visitor of(HttpServletRequest request) {
        if (request.getAttribute(KNOWN) instanceof Visitor known) {
            return known;
        }
        Visitor visitor = new Visitor(
                loggedIn(),
                find(ShopCookie.CART, request, kept -> carts.get(UUID.fromString(kept))),
                find(ShopCookie.PLACE, request, this::locality));
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
        request.setAttribute(KNOWN, new Visitor(customer, carts.get(cart.id()), visitor.place()));
    }

    /** @throws Refusal NOT_FOUND, INVALID {@code bad-pincode} */
    Locality locality(@Nullable UUID apartment, String pincode) {
        return apartment == null ? localities.ofPincode(pincode) : localities.ofApartment(apartment);
    }

    void place(Locality place, HttpServletRequest request, HttpServletResponse response) {
        UUID apartment = place.apartment();
        ShopCookie.PLACE.set(apartment == null ? place.pincode() : apartment.toString(), request, response);
    }

    private Locality locality(String kept) {
        boolean isPincode = kept.length() == 6;
        return locality(isPincode ? null : UUID.fromString(kept), isPincode ? kept : "");
    }

    private static @Nullable CustomerId loggedIn() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof CustomerId customer ? customer : null;
    }

    /** Whatever a browser keeps, it may be gone here, or not be ours. */
    private static <T> @Nullable T find(ShopCookie cookie, HttpServletRequest request, Function<String, T> lookUp) {
        Optional<String> kept = cookie.of(request);
        try {
            return kept.map(lookUp).orElse(null);
        } catch (Refusal | IllegalArgumentException gone) {
            return null;
        }
    }
}
