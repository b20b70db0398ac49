package app.orchard.storefront.web;

import app.orchard.customer.Address;
import app.orchard.customer.Addresses;
import app.orchard.customer.Customers;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Refusal;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The doors of a customer: a new one, a changed one, one less. */
@Controller
@RequestMapping("/account/addresses")
class AddressPage {

    private final Addresses addresses;
    private final Customers customers;
    private final Wording wording;

    AddressPage(Addresses addresses, Customers customers, Wording wording) {
        this.addresses = addresses;
        this.customers = customers;
        this.wording = wording;
    }

    @GetMapping("/new")
    String ask(Visitor visitor, Model model) {
        return form(visitor.requireCustomer(), null, CheckoutForm.of(null, true), model);
    }

    @GetMapping("/{id}")
    String show(Visitor visitor, @PathVariable UUID id, Model model) {
        CustomerId customer = visitor.requireCustomer();
        Address known = addresses.get(id, customer);
        return form(customer, id, CheckoutForm.of(id, true).with(CheckoutForm.Door.of(known)), model);
    }

    @PostMapping("/new")
    String add(Visitor visitor, @ModelAttribute CheckoutForm.Door door, HttpServletResponse response, Model model) {
        return save(visitor.requireCustomer(), null, door, response, model);
    }

    @PostMapping("/{id}")
    String change(
            Visitor visitor,
            @PathVariable UUID id,
            @ModelAttribute CheckoutForm.Door door,
            HttpServletResponse response,
            Model model) {
        return save(visitor.requireCustomer(), id, door, response, model);
    }

    @PostMapping("/{id}/delete")
    String remove(Visitor visitor, @PathVariable UUID id) {
        addresses.remove(id, visitor.requireCustomer());
        return "redirect:/account?saved=addresses";
    }

    private String save(
            CustomerId customer, @Nullable UUID id, CheckoutForm.Door door, HttpServletResponse response, Model model) {
        try {
            if (id == null) {
                addresses.add(customer, door.asAddress());
            } else {
                addresses.change(id, customer, door.asAddress());
            }
            return "redirect:/account?saved=addresses";
        } catch (Refusal refusal) {
            if (refusal.kind() == Refusal.Kind.NOT_FOUND) {
                throw refusal;
            }
            response.setStatus(422);
            CheckoutForm form = CheckoutForm.of(id, true).with(door);
            return form(customer, id, form.refused(door.fieldOf(refusal), wording.refusal(refusal)), model);
        }
    }

    String form(CustomerId customer, @Nullable UUID id, CheckoutForm form, Model model) {
        model.addAttribute("form", form);
        model.addAttribute("contact", customers.contact(customer));
        model.addAttribute("id", id);
        return "shop/address";
    }
}
