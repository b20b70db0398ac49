package app.orchard.invoice;

import app.orchard.customer.Contact;
import app.orchard.customer.Customers;
import app.orchard.order.OrderView;
import app.orchard.order.Orders;
import app.orchard.payment.PaymentView;
import app.orchard.payment.Payments;
import app.orchard.shared.Business;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.util.Optional;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The invoice of an order, which is its receipt as well once it is paid: from the prices and taxes it was placed with. */
@Service
@Transactional(readOnly = true)
public class Invoices {

    private final Orders orders;
    private final Payments payments;
    private final Customers customers;
    private final Letterheads letterheads;
    private final Business business;

    Invoices(Orders orders, Payments payments, Customers customers, Letterheads letterheads, Business business) {
        this.orders = orders;
        this.payments = payments;
        this.customers = customers;
        this.letterheads = letterheads;
        this.business = business;
    }

    /** Not before the order is confirmed, nor for one that ended without money. */
    public boolean isThereFor(OrderView order) {
        return switch (order.status()) {
            case PLACED -> captured(order.id()).isPositive();
            case CANCELLED, EXPIRED, RETURNED -> captured(order.id()).isPositive();
            default -> true;
        };
    }

    /**
     * @return a PDF
     * @throws Refusal NOT_FOUND for another's order; CONFLICT {@code no-invoice}
     */
    public byte[] pdf(OrderId id, CustomerId customer) {
        OrderView order = orders.get(id, customer);
        if (!isThereFor(order)) {
            throw Refusal.conflict(
                    "no-invoice", "There is no invoice of this order: it is not confirmed, or was not paid.");
        }
        Contact buyer = customers.contact(customer);
        Optional<PaymentView> payment = payments.of(id);
        Letterhead seller = letterheads.now();
        return new InvoicePaper(seller.name(), seller.line(), business.zone()).print(order, buyer.name(), payment);
    }

    private Money captured(OrderId order) {
        return payments.of(order).map(PaymentView::captured).orElse(Money.ZERO);
    }
}
