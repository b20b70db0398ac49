package app.orchard.delivery;

import app.orchard.payment.DoorPayments;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.net.URI;
import org.springframework.stereotype.Service;

/** A customer at the door who pays by UPI instead of in cash. */
@Service
public class PayingAtTheDoor {

    private final Deliveries deliveries;
    private final DoorPayments payments;

    PayingAtTheDoor(Deliveries deliveries, DoorPayments payments) {
        this.deliveries = deliveries;
        this.payments = payments;
    }

    /**
     * Asks for the money of an order that is on the way. Again: the same page.
     *
     * @return the page where its customer pays
     * @throws Refusal CONFLICT {@code not-on-the-way}, {@code nothing-to-collect}, {@code payment-refused}; FORBIDDEN for
     *     another's stop; UNAVAILABLE when the gateway could not be asked
     */
    public URI ask(OrderId order, Staff by) {
        by.require(Role.DRIVER);
        deliveries.requireOnTheWay(order, by);
        if (!deliveries.due(order).isPositive()) {
            throw Refusal.conflict("nothing-to-collect", "This order is paid: there is nothing to collect.");
        }
        return payments.ask(order, by);
    }
}
