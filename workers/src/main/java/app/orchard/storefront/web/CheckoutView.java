package app.orchard.storefront.web;

import app.orchard.customer.Address;
import app.orchard.customer.Addresses;
import app.orchard.customer.Customers;
import app.orchard.inventory.StockLine;
import app.orchard.order.Cart;
import app.orchard.order.Quotes;
import app.orchard.shared.CustomerId;
import app.orchard.slots.Hold;
import app.orchard.slots.Slots;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts together the checkout as far as its visitor has come: who, where, when, how. */
@Component
class CheckoutView {

    private final Customers customers;
    private final Addresses addresses;
    private final Slots slots;
    private final Quotes quotes;
    private final CartCoupon coupon;
    private final Wording wording;
    private final Clock clock;

    CheckoutView(
            Customers customers,
            Addresses addresses,
            Slots slots,
            Quotes quotes,
            CartCoupon coupon,
            Wording wording,
            Clock clock) {
        this.customers = customers;
        this.addresses = addresses;
        this.slots = slots;
        this.quotes = quotes;
        this.coupon = coupon;
        this.wording = wording;
        this.clock = clock;
    }

    String show(Visitor visitor, CheckoutForm form, Model model) {
        Cart cart = visitor.cart();
        if (cart == null || cart.lines().isEmpty()) {
            return "redirect:/cart";
        }
        model.addAttribute("cart", cart);
        model.addAttribute("form", form);
        model.addAttribute("login", form.login());
        if (visitor.customer() != null) {
            known(visitor, visitor.customer(), cart, form, model);
        }
        return "shop/checkout";
    }

    private void known(Visitor visitor, CustomerId customer, Cart cart, CheckoutForm form, Model model) {
        model.addAttribute("contact", customers.contact(customer));
        List<Address> doors = addresses.of(customer).stream()
                .filter(each -> each.zone() != null)
                .toList();
        model.addAttribute("addresses", doors);
        Address door = form.isNewAddress() ? null : chosen(doors, form);
        if (door != null) {
            deliverTo(door, visitor, customer, cart, form, model);
        }
    }

    private void deliverTo(
            Address door, Visitor visitor, CustomerId customer, Cart cart, CheckoutForm form, Model model) {
        String zone = door.deliveryZone();
        model.addAttribute("address", door);
        model.addAttribute("days", SlotDay.of(slots.upcoming(zone), clock.instant(), cart.load(), wording));
        Optional<Hold> hold =
                slots.openHold(customer).filter(held -> held.slot().zone().equals(zone));
        hold.ifPresent(held -> model.addAttribute("hold", held));
        UUID slot = hold.map(held -> held.slot().id()).orElse(null);
        CouponField kept = coupon.of(visitor, zone);
        String code = kept.offer() == null ? null : kept.offer().code();
        model.addAttribute("coupon", form.coupon() == null ? kept : form.coupon());
        model.addAttribute("quote", quotes.make(customer, stock(cart), door.id(), slot, code));
    }

    private static List<StockLine> stock(Cart cart) {
        return cart.lines().stream()
                .map(line -> new StockLine(line.pack().id(), line.quantity()))
                .toList();
    }

    private static @Nullable Address chosen(List<Address> doors, CheckoutForm form) {
        return doors.stream()
                .filter(door -> door.id().equals(form.address()))
                .findFirst()
                .orElse(doors.isEmpty() ? null : doors.getLast());
    }
}
