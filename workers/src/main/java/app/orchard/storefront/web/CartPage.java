package app.orchard.storefront.web;

import app.orchard.inventory.Inventory;
import app.orchard.inventory.Location;
import app.orchard.order.Cart;
import app.orchard.order.Carts;
import app.orchard.order.DeliveryFee;
import app.orchard.order.DeliveryFees;
import app.orchard.shared.Money;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the visitor means to buy: change it, remove it, take the removal back. */
@Controller
class CartPage {

    private static final int MOST = 99;

    private final Carts carts;
    private final Visitors visitors;
    private final Inventory inventory;
    private final DeliveryFees fees;
    private final CartCoupon coupon;

    CartPage(Carts carts, Visitors visitors, Inventory inventory, DeliveryFees fees, CartCoupon coupon) {
        this.carts = carts;
        this.visitors = visitors;
        this.inventory = inventory;
        this.fees = fees;
        this.coupon = coupon;
    }

    /**
     * @param removed what was just taken out, and {@code was} how many, so that it can be put back
     */
    @GetMapping("/cart")
    String cart(
            Visitor visitor,
            @RequestParam(required = false) @Nullable UUID removed,
            @RequestParam(defaultValue = "1") int was,
            Model model) {
        model.addAttribute("removed", removed);
        model.addAttribute("was", was);
        return show(visitor, coupon.of(visitor, zone(visitor)), model);
    }

    /** Nothing typed takes it away. */
    @PostMapping("/cart/coupon")
    String useCoupon(
            Visitor visitor,
            @RequestParam(name = "coupon", defaultValue = "") String typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CouponField field = coupon.enter(visitor, typed, zone(visitor), request);
        if (field.problem().isEmpty()) {
            return "redirect:/cart";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return show(visitor, field, model);
    }

    String show(Visitor visitor, CouponField field, Model model) {
        List<Cart.Line> lines =
                visitor.cart() == null ? List.of() : visitor.cart().lines();
        model.addAttribute("lines", lines);
        model.addAttribute("left", left(lines));
        Money goods = visitor.cart() == null ? Money.ZERO : visitor.cart().goods();
        Money price = goods.minus(field.off());
        DeliveryFee fee = fee(visitor, price);
        model.addAttribute("goods", goods);
        model.addAttribute("coupon", field);
        model.addAttribute("total", fee == null ? price : price.plus(fee.fee()));
        model.addAttribute("fee", fee == null ? null : fee.fee());
        model.addAttribute("missing", fee == null ? null : fee.missing(price));
        model.addAttribute("minimum", fee == null || fee.minimum().compareTo(goods) <= 0 ? null : fee.minimum());
        return "shop/cart";
    }

    @PostMapping("/cart/lines")
    String add(
            Visitor visitor,
            @RequestParam UUID pack,
            @RequestParam(defaultValue = "1") int quantity,
            @RequestParam(defaultValue = "/cart") String next,
            HttpServletRequest request,
            HttpServletResponse response) {
        Cart cart = visitors.cart(visitor, request, response);
        carts.put(cart.id(), pack, Math.min(MOST, already(cart, pack) + Math.max(1, quantity)));
        String to = Next.safe(next);
        return "redirect:" + to + (to.contains("?") ? "&" : "?") + "added=" + pack;
    }

    /** None takes it out. */
    @PostMapping("/cart/lines/{pack}")
    String change(Visitor visitor, @PathVariable UUID pack, @RequestParam int quantity) {
        if (visitor.cart() == null) {
            return "redirect:/cart";
        }
        int was = already(visitor.cart(), pack);
        carts.put(visitor.cart().id(), pack, Math.clamp(quantity, 0, MOST));
        return quantity > 0 || was == 0 ? "redirect:/cart" : "redirect:/cart?removed=" + pack + "&was=" + was;
    }

    private static int already(Cart cart, UUID pack) {
        return cart.lines().stream()
                .filter(line -> line.pack().id().equals(pack))
                .mapToInt(Cart.Line::quantity)
                .sum();
    }

    private Map<UUID, Integer> left(List<Cart.Line> lines) {
        return inventory.available(
                Location.STORE, lines.stream().map(line -> line.pack().id()).toList());
    }

    private @Nullable DeliveryFee fee(Visitor visitor, Money price) {
        String zone = zone(visitor);
        return zone == null || price.isZero() ? null : fees.of(zone, price, null);
    }

    private static @Nullable String zone(Visitor visitor) {
        return visitor.place() == null ? null : visitor.place().zone();
    }
}
