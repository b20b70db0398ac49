package app.orchard.storefront.web;

import app.orchard.payment.PaymentMethod;
import app.orchard.shared.CustomerId;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Forms that came too late, when the log in or the token of their page had run out: their pages again, with what was
 * typed and a sentence. Nothing here changes anything; one more press does.
 */
@Controller
@RequestMapping("/stale")
class StaleForms {

    private final CheckoutView checkout;
    private final CartPage cart;
    private final AddressPage addresses;
    private final AccountPage account;
    private final OrderPage orders;
    private final PlacePage places;
    private final LoginPage login;
    private final Wording wording;

    StaleForms(
            CheckoutView checkout,
            CartPage cart,
            AddressPage addresses,
            AccountPage account,
            OrderPage orders,
            PlacePage places,
            LoginPage login,
            Wording wording) {
        this.checkout = checkout;
        this.cart = cart;
        this.addresses = addresses;
        this.account = account;
        this.orders = orders;
        this.places = places;
        this.login = login;
        this.wording = wording;
    }

    @PostMapping("/checkout/login/code")
    String phoneAtCheckout(Visitor visitor, @RequestParam(defaultValue = "") String phone, Model model) {
        return again(visitor, CheckoutForm.of(null, false).with(phone(phone, false)), model);
    }

    @PostMapping("/checkout/login")
    String codeAtCheckout(Visitor visitor, @RequestParam(defaultValue = "") String phone, Model model) {
        return again(visitor, CheckoutForm.of(null, false).with(phone(phone, true)), model);
    }

    @PostMapping("/checkout/address")
    String address(Visitor visitor, @ModelAttribute CheckoutForm.Door typed, Model model) {
        visitor.requireCustomer();
        return again(visitor, CheckoutForm.of(null, true).with(typed), model);
    }

    @PostMapping("/checkout/slot")
    String slot(Visitor visitor, @RequestParam(required = false) @Nullable UUID address, Model model) {
        visitor.requireCustomer();
        return again(visitor, CheckoutForm.of(address, false), model);
    }

    @PostMapping("/checkout/coupon")
    String couponAtCheckout(
            Visitor visitor,
            @RequestParam(required = false) @Nullable UUID address,
            @RequestParam(name = "coupon", defaultValue = "") String typed,
            Model model) {
        visitor.requireCustomer();
        CouponField field = new CouponField(typed, null, sentence());
        return checkout.show(visitor, CheckoutForm.of(address, false).with(field), model);
    }

    @PostMapping("/checkout")
    String place(
            Visitor visitor,
            @RequestParam(required = false) @Nullable UUID address,
            @RequestParam(defaultValue = "ONLINE") PaymentMethod method,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean news,
            @RequestParam(defaultValue = "false") boolean feedback,
            Model model) {
        visitor.requireCustomer();
        return again(visitor, CheckoutForm.of(address, false).with(method, note, news, feedback), model);
    }

    @PostMapping("/cart/lines")
    String add(@RequestParam(defaultValue = "/cart") String next, @RequestParam(defaultValue = "1") int quantity) {
        String to = Next.safe(next);
        return "redirect:" + to + (to.contains("?") ? "&" : "?") + "again=1&quantity=" + quantity;
    }

    @PostMapping("/cart/lines/{pack}")
    String change() {
        return "redirect:/cart?again=1";
    }

    @PostMapping("/cart/coupon")
    String coupon(Visitor visitor, @RequestParam(name = "coupon", defaultValue = "") String typed, Model model) {
        return cart.show(visitor, new CouponField(typed, null, sentence()), model);
    }

    @PostMapping("/place")
    String live(
            @RequestParam(defaultValue = "") String pincode,
            @RequestParam(defaultValue = "/") String next,
            Model model) {
        return places.again(pincode, sentence(), next, model);
    }

    @PostMapping("/account/addresses/new")
    String newDoor(Visitor visitor, @ModelAttribute CheckoutForm.Door typed, Model model) {
        return door(visitor.requireCustomer(), null, typed, model);
    }

    @PostMapping("/account/addresses/{id}")
    String door(Visitor visitor, @PathVariable UUID id, @ModelAttribute CheckoutForm.Door typed, Model model) {
        return door(visitor.requireCustomer(), id, typed, model);
    }

    @PostMapping("/account/name")
    String rename(Visitor visitor, @RequestParam(defaultValue = "") String name, Model model) {
        model.addAttribute("nameTyped", name);
        model.addAttribute("nameError", sentence());
        return account.show(visitor, model);
    }

    @PostMapping("/account/consents")
    String consent(Visitor visitor) {
        visitor.requireCustomer();
        return "redirect:/account?again=1";
    }

    @PostMapping({"/orders/{id}/{what}", "/orders/{id}/{what}/{more}"})
    String order(Visitor visitor, @PathVariable UUID id, @RequestParam(defaultValue = "") String comment, Model model) {
        model.addAttribute("problem", sentence());
        model.addAttribute("commentTyped", comment.isEmpty() ? null : comment);
        return orders.show(visitor, id, model);
    }

    @PostMapping("/login/code")
    String phone(
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "/") String next,
            @ModelAttribute TypedForm typed,
            Model model) {
        return login.form(phone(phone, false), next, typed, model);
    }

    @PostMapping("/login")
    String code(
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "/") String next,
            @ModelAttribute TypedForm typed,
            Model model) {
        return login.form(phone(phone, true), next, typed, model);
    }

    /** A button without anything typed: the page itself is to be loaded again. */
    @PostMapping("/**")
    String other(HttpServletResponse response) {
        response.setStatus(HttpServletResponse.SC_FORBIDDEN);
        return "error/403";
    }

    private String door(CustomerId customer, @Nullable UUID id, CheckoutForm.Door typed, Model model) {
        CheckoutForm form = CheckoutForm.of(id, true).with(typed);
        return addresses.form(customer, id, form.refused("page", sentence()), model);
    }

    private String again(Visitor visitor, CheckoutForm form, Model model) {
        return checkout.show(visitor, form.refused("page", sentence()), model);
    }

    private PhoneLogin.Form phone(String typed, boolean asked) {
        return new PhoneLogin.Form(typed, asked, asked ? "" : sentence(), asked ? sentence() : "");
    }

    private String sentence() {
        return wording.say("stale.again");
    }
}
