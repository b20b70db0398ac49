package app.orchard.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.processes.ProcessMessages;
import app.orchard.sandbox.http.Fault.Kind;
import app.orchard.settlement.CashCustody;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.OrderLinks;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Orders to be paid in cash whose customers pay by UPI while the driver waits: paid once, whatever happens. */
class DoorPaymentsTest extends PaymentScenario {

    @Autowired
    private DoorPayments door;

    @Autowired
    private CashCustody custody;

    private Staff driver;

    @Autowired
    private OrderLinks links;

    @BeforeEach
    void somebodyDrives() {
        Staff account = founder();
        driver = new Staff(account.id(), account.login(), "Ravi", account.phone(), Set.of(Role.DRIVER));
    }

    @Test
    void takesWhatTheCustomerPaysOnTheirPhoneAndNoCashAfterwards() {
        OrderId order = placed(PaymentMethod.CASH);

        var page = door.ask(order, driver);

        assertThat(page.toString()).isEqualTo(links.of(order) + "/pay?start=1").contains("/o/");
        assertThat(door.ask(order, driver)).isEqualTo(page);
        assertThat(GATEWAY.journal().of("POST", "/v1/orders")).hasSize(1);
        assertThat(view(order).payable()).isTrue();
        customerPays(order, "SUCCESS");
        soon(() -> assertThat(view(order).captured()).isEqualTo(PRICE));
        assertThat(typeOf(() -> payments.collectCash(order, PRICE, driver))).isEqualTo("already-paid");
        assertThat(custody.carriedBy(driver)).isEqualTo(Money.ZERO);
    }

    @Test
    void givesBackWhatComesAfterTheCash() {
        OrderId order = placed(PaymentMethod.CASH);
        door.ask(order, driver);

        payments.collectCash(order, PRICE, driver);
        assertThat(typeOf(() -> payments.checkout(order))).isEqualTo("payment-over");
        steer("/sandbox/orders/" + gatewayOrderOf(order) + "/pay", Map.of("outcome", "SUCCESS"));

        soon(() -> assertThat(paidTwice(order)).isEqualTo(1));
        assertThat(custody.carriedBy(driver)).isEqualTo(PRICE);
        sendBack(order, PRICE, UUID.randomUUID());
        assertThat(payments.refunds(order)).extracting(RefundView::way).containsExactly(RefundWay.GATEWAY);
    }

    @Test
    void leavesItToCashWhenTheGatewayIsAway() {
        OrderId order = placed(PaymentMethod.CASH);
        faults(Kind.DROP_BEFORE, "POST", "/v1/orders$", 5);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> door.ask(order, driver))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.UNAVAILABLE));
        payments.collectCash(order, PRICE, driver);

        assertThat(view(order).captured()).isEqualTo(PRICE);
    }

    @Test
    void isLateWhenTheOrderHasComeBack() {
        OrderId order = placed(PaymentMethod.CASH);
        door.ask(order, driver);
        payments.cancel(order);

        steer("/sandbox/orders/" + gatewayOrderOf(order) + "/pay", Map.of("outcome", "SUCCESS"));

        soon(() -> assertThat(engineMessages(order, ProcessMessages.PAYMENT_CAPTURED_LATE))
                .isEqualTo(1));
    }

    @Test
    void isForDriversAndForCash() {
        OrderId cash = placed(PaymentMethod.CASH);
        OrderId online = placed();
        Staff packer = new Staff(driver.id(), driver.login(), "Pradeep", "", Set.of(Role.PACKER));

        assertThat(typeOf(() -> door.ask(cash, packer))).isEqualTo("forbidden");
        door.ask(online, driver);

        assertThat(GATEWAY.journal().of("POST", "/v1/orders")).isEmpty();
    }

    private int paidTwice(OrderId order) {
        return jdbc.sql("select count(*) from refund_request where order_id = ? and reason = 'PAID_TWICE'")
                .param(order.value())
                .query(Integer.class)
                .single();
    }

    private static String typeOf(Runnable call) {
        try {
            call.run();
            return "";
        } catch (Refusal refusal) {
            return refusal.type();
        }
    }
}
