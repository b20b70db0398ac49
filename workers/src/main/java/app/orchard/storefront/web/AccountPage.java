package app.orchard.storefront.web;

import app.orchard.customer.Addresses;
import app.orchard.customer.Customers;
import app.orchard.customer.Logins;
import app.orchard.customer.PersonalRecords;
import app.orchard.order.Orders;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Refusal;
import app.orchard.storefront.security.CustomerCookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import tools.jackson.databind.json.JsonMapper;

/** What a customer has here: orders, addresses, what they agreed to, and their data. */
@Controller
@RequestMapping("/account")
class AccountPage {

    private static final String VIEW = "shop/account";

    private final Customers customers;
    private final Addresses addresses;
    private final Orders orders;
    private final Logins logins;
    private final PersonalRecords records;
    private final CustomerCookie cookie;
    private final JsonMapper json;
    private final Wording wording;

    AccountPage(
            Customers customers,
            Addresses addresses,
            Orders orders,
            Logins logins,
            PersonalRecords records,
            CustomerCookie cookie,
            JsonMapper json,
            Wording wording) {
        this.customers = customers;
        this.addresses = addresses;
        this.orders = orders;
        this.logins = logins;
        this.records = records;
        this.cookie = cookie;
        this.json = json;
        this.wording = wording;
    }

    @GetMapping
    String show(Visitor visitor, Model model) {
        CustomerId customer = visitor.requireCustomer();
        model.addAttribute("contact", customers.contact(customer));
        model.addAttribute("addresses", addresses.of(customer));
        model.addAttribute("orders", orders.of(customer).stream().limit(3).toList());
        return VIEW;
    }

    @PostMapping("/name")
    String rename(
            Visitor visitor, @RequestParam(defaultValue = "") String name, HttpServletResponse response, Model model) {
        try {
            customers.rename(visitor.requireCustomer(), name);
            return "redirect:/account?saved=name";
        } catch (Refusal refusal) {
            response.setStatus(ShopFrame.status(refusal).value());
            model.addAttribute("nameTyped", name);
            model.addAttribute("nameError", wording.refusal(refusal));
            return show(visitor, model);
        }
    }

    @PostMapping("/consents")
    String consent(
            Visitor visitor,
            @RequestParam(defaultValue = "false") boolean news,
            @RequestParam(defaultValue = "false") boolean feedback) {
        CustomerId customer = visitor.requireCustomer();
        var now = customers.contact(customer);
        if (news && !now.marketingAllowed()) {
            customers.allowMarketing(customer);
        } else if (!news && now.marketingAllowed()) {
            customers.stopMarketing(customer);
        }
        if (feedback && !now.feedbackAllowed()) {
            customers.allowFeedback(customer);
        } else if (!feedback && now.feedbackAllowed()) {
            customers.stopFeedback(customer);
        }
        return "redirect:/account?saved=consents";
    }

    /** A copy for the customer's own use; nothing on the way may keep it. */
    @GetMapping("/data")
    ResponseEntity<byte[]> data(Visitor visitor) {
        byte[] copy = json.writerWithDefaultPrettyPrinter().writeValueAsBytes(records.copy(visitor.requireCustomer()));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("my-data.json")
                                .build()
                                .toString())
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .body(copy);
    }

    @GetMapping("/delete")
    String askToDelete(Visitor visitor) {
        visitor.requireCustomer();
        return "shop/forget";
    }

    @PostMapping("/delete")
    String delete(
            Visitor visitor,
            @RequestParam(defaultValue = "false") boolean sure,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        CustomerId customer = visitor.requireCustomer();
        try {
            if (!sure) {
                throw Refusal.invalid("not-sure", wording.say("account.delete.sure.missing"));
            }
            records.forget(customer);
            cookie.remove(request, response);
            return "redirect:/?forgotten=1";
        } catch (Refusal refusal) {
            response.setStatus(ShopFrame.status(refusal).value());
            model.addAttribute("problem", wording.refusal(refusal));
            return "shop/forget";
        }
    }

    @PostMapping("/logout-everywhere")
    String logOutEverywhere(Visitor visitor, HttpServletRequest request, HttpServletResponse response) {
        logins.logOutEverywhere(visitor.requireCustomer());
        cookie.remove(request, response);
        return "redirect:/login";
    }
}
