package app.orchard.storefront.web;

import app.orchard.customer.Customers;
import app.orchard.order.OrderView;
import app.orchard.order.Orders;
import app.orchard.payment.Payments;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Hands the customer to the payment gateway, as soon as the gateway knows of the order. */
@Controller
class PaymentPage {

    private final Orders orders;
    private final Payments payments;
    private final Customers customers;

    PaymentPage(Orders orders, Payments payments, Customers customers) {
        this.orders = orders;
        this.payments = payments;
        this.customers = customers;
    }

    /** @param start open the gateway's checkout without another press */
    @GetMapping("/orders/{id}/pay")
    String pay(
            Visitor visitor, @PathVariable UUID id, @RequestParam(defaultValue = "false") boolean start, Model model) {
        CustomerId customer = visitor.requireCustomer();
        OrderView order = orders.get(new OrderId(id), customer);
        model.addAttribute("order", order);
        model.addAttribute("page", "/orders/" + id);
        model.addAttribute("start", start);
        try {
            model.addAttribute("checkout", payments.checkout(order.id()));
            model.addAttribute("contact", customers.contact(customer));
        } catch (Refusal refusal) {
            if (!refusal.type().equals("payment-not-ready")) {
                return "redirect:/orders/" + id;
            }
        }
        return "shop/pay";
    }
}
