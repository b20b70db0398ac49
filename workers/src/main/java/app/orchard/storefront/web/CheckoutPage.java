package app.orchard.storefront.web;

import app.orchard.customer.Address;
import app.orchard.customer.Addresses;
import app.orchard.customer.Customers;
import app.orchard.order.Carts;
import app.orchard.order.Placement;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.CustomerId;
import app.orchard.shared.HoldId;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Load;
import app.orchard.slots.Slots;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** From cart to order on one page. Each step is a form of its own, so that it works without a script. */
@Controller
@RequestMapping("/checkout")
class CheckoutPage {

    private final CheckoutView view;
    private final PhoneLogin login;
    private final Customers customers;
    private final Addresses addresses;
    private final Slots slots;
    private final Placement placement;
    private final Carts carts;
    private final LatestOrder latest;
    private final CartCoupon coupon;
    private final Wording wording;

    CheckoutPage(
            CheckoutView view,
            PhoneLogin login,
            Customers customers,
            Addresses addresses,
            Slots slots,
            Placement placement,
            Carts carts,
            LatestOrder latest,
            CartCoupon coupon,
            Wording wording) {
        this.view = view;
        this.login = login;
        this.customers = customers;
        this.addresses = addresses;
        this.slots = slots;
        this.placement = placement;
        this.carts = carts;
        this.latest = latest;
        this.coupon = coupon;
        this.wording = wording;
    }

    @GetMapping
    String show(
            Visitor visitor,
            @RequestParam(required = false) @Nullable UUID address,
            @RequestParam(defaultValue = "false") boolean other,
            Model model) {
        return view.show(visitor, CheckoutForm.of(address, other), model);
    }

    @PostMapping("/login/code")
    String sendCode(
            Visitor visitor,
            @RequestParam(defaultValue = "") String phone,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        PhoneLogin.Form form = login.requestCode(phone, request);
        if (!form.phoneError().isEmpty()) {
            response.setStatus(HttpStatus.BAD_REQUEST.value());
        }
        return view.show(visitor, CheckoutForm.of(null, false).with(form), model);
    }

    @PostMapping("/login")
    String logIn(
            Visitor visitor,
            @RequestParam(defaultValue = "") String phone,
            @RequestParam(defaultValue = "") String code,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        PhoneLogin.Form form = login.logIn(phone, code, request, response);
        if (form.codeError().isEmpty()) {
            return "redirect:/checkout";
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return view.show(visitor, CheckoutForm.of(null, false).with(form), model);
    }

    @PostMapping("/address")
    String address(
            Visitor visitor, @ModelAttribute CheckoutForm.Door typed, HttpServletResponse response, Model model) {
        CustomerId customer = visitor.requireCustomer();
        CheckoutForm form = CheckoutForm.of(null, true).with(typed);
        if (typed.name().isBlank()) {
            return refuse(visitor, form.refused("name", wording.say("checkout.name.missing")), response, model);
        }
        try {
            customers.rename(customer, typed.name());
            Address door = addresses.add(customer, typed.asAddress());
            return "redirect:/checkout?address=" + door.id();
        } catch (Refusal refusal) {
            return refuse(visitor, form.refused(typed.fieldOf(refusal), wording.refusal(refusal)), response, model);
        }
    }

    @PostMapping("/slot")
    String hold(
            Visitor visitor,
            @RequestParam UUID slot,
            @RequestParam UUID address,
            HttpServletResponse response,
            Model model) {
        try {
            slots.hold(slot, visitor.requireCustomer(), load(visitor));
            return "redirect:/checkout?address=" + address;
        } catch (Refusal refusal) {
            CheckoutForm form = CheckoutForm.of(address, false).refused("slot", wording.refusal(refusal));
            return refuse(visitor, form, response, model);
        }
    }

    /** Nothing typed takes it away. */
    @PostMapping("/coupon")
    String useCoupon(
            Visitor visitor,
            @RequestParam UUID address,
            @RequestParam(name = "coupon", defaultValue = "") String typed,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        String zone = addresses.get(address, visitor.requireCustomer()).zone();
        CouponField field = coupon.enter(visitor, typed, zone, request);
        return field.problem().isEmpty()
                ? "redirect:/checkout?address=" + address
                : refuse(visitor, CheckoutForm.of(address, false).with(field), response, model);
    }

    /** Sent twice, or from two tabs, it is one order: the held place is booked once. */
    @PostMapping
    String place(
            Visitor visitor,
            @RequestParam UUID quote,
            @RequestParam UUID hold,
            @RequestParam UUID address,
            @RequestParam PaymentMethod method,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean news,
            @RequestParam(defaultValue = "false") boolean feedback,
            HttpServletResponse response,
            Model model) {
        CustomerId customer = visitor.requireCustomer();
        CheckoutForm form = CheckoutForm.of(address, false).with(method, note, news, feedback);
        try {
            OrderId order = placement.place(
                    customer, new Placement.Request(quote, new HoldId(hold), method, note.strip(), "hold:" + hold));
            if (news) {
                customers.allowMarketing(customer);
            }
            if (feedback) {
                customers.allowFeedback(customer);
            }
            if (visitor.cart() != null) {
                carts.empty(visitor.cart().id());
            }
            return method == PaymentMethod.ONLINE
                    ? "redirect:/orders/" + order + "/pay?start=1"
                    : "redirect:/orders/" + order + "?placed=1";
        } catch (Refusal refusal) {
            return latest.placedFrom(customer, refusal)
                    .map(order -> "redirect:/orders/" + order)
                    .orElseGet(() -> refuse(visitor, refused(form, refusal), response, model));
        }
    }

    private static Load load(Visitor visitor) {
        return visitor.cart() == null ? Load.STOP : visitor.cart().load();
    }

    private String refuse(Visitor visitor, CheckoutForm form, HttpServletResponse response, Model model) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return view.show(visitor, form, model);
    }

    private CheckoutForm refused(CheckoutForm form, Refusal refusal) {
        String sentence = wording.refusal(refusal);
        return switch (refusal.type()) {
            case "hold-expired", "slot-closed", "slot-full", "wrong-zone" -> form.refused("slot", sentence);
            case "not-found" -> form.refused("page", wording.say("refusal.quote-expired"));
            default -> form.refused("page", sentence);
        };
    }
}
