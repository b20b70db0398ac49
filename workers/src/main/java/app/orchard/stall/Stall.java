package app.orchard.stall;

import app.orchard.customer.Customers;
import app.orchard.customer.Phone;
import app.orchard.inventory.Inventory;
import app.orchard.inventory.Location;
import app.orchard.inventory.StockLine;
import app.orchard.order.Placement;
import app.orchard.payment.PaymentMethod;
import app.orchard.payment.Payments;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Sales over the counter: an order like any other, but paid and handed over at once. */
@Service
@Transactional
public class Stall {

    private final Placement placement;
    private final Payments payments;
    private final Inventory inventory;
    private final Customers customers;

    Stall(Placement placement, Payments payments, Inventory inventory, Customers customers) {
        this.placement = placement;
        this.payments = payments;
        this.inventory = inventory;
        this.customers = customers;
    }

    /**
     * @param phone of the customer, if they gave it
     * @param saleKey made by the seller's device; the same key is the same sale
     * @throws Refusal CONFLICT {@code out-of-stock}, INVALID {@code bad-method}, NOT_FOUND for an unknown stall
     */
    public OrderId sell(
            String stall,
            List<StockLine> lines,
            PaymentMethod method,
            @Nullable Phone phone,
            String saleKey,
            Staff by) {
        by.require(Role.STALL);
        if (method == PaymentMethod.ONLINE) {
            throw Refusal.invalid("bad-method", "At the stall one pays in cash or by UPI.");
        }
        CustomerId customer = phone == null ? null : customers.withPhone(phone);
        OrderId order = placement.sellAtStall(customer, stall(stall), lines, method, by.name(), saleKey);
        payments.collectAtStall(order, by);
        return order;
    }

    /** The stalls, for the seller to choose from. */
    @Transactional(readOnly = true)
    public List<Location> stalls() {
        return inventory.locations().stream()
                .filter(location -> !location.code().equals(Location.STORE))
                .toList();
    }

    private Location stall(String code) {
        return stalls().stream()
                .filter(location -> location.code().equals(code))
                .findFirst()
                .orElseThrow(() -> Refusal.notFound("stall"));
    }
}
