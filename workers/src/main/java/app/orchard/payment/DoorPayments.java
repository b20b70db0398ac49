package app.orchard.payment;

import app.orchard.shared.OrderId;
import app.orchard.shared.OrderLinks;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.net.URI;
import org.springframework.stereotype.Service;

/** Orders that were to be paid in cash, and are paid on the customer's own phone while the driver waits. */
@Service
public class DoorPayments {

    private final GatewayDesk desk;
    private final OrderLinks links;

    DoorPayments(GatewayDesk desk, OrderLinks links) {
        this.desk = desk;
        this.links = links;
    }

    /**
     * Lets the gateway expect the money. Cash can still be taken: whichever comes second is refused, or goes back.
     *
     * @return the page where its customer pays, whoever holds the phone
     * @throws Refusal CONFLICT {@code payment-refused} when the gateway does not want this payment; UNAVAILABLE when it
     *     could not be asked
     */
    public URI ask(OrderId order, Staff by) {
        by.require(Role.DRIVER);
        if (!desk.requestAtTheDoor(order)) {
            throw Refusal.conflict(
                    "payment-refused", "The payment gateway does not take this payment. Please collect cash.");
        }
        return URI.create(links.of(order) + "/pay?start=1");
    }
}
