package app.orchard.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.DemoBusinessTest;
import app.orchard.inventory.Inventory;
import app.orchard.inventory.Location;
import app.orchard.payment.PaymentMethod;
import app.orchard.payment.Payments;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoBusinessTest
class OrderLifeTest {

    private static final String SKU = "TOTAPURI-1";
    private static final Staff FOUNDER = staff(Role.FOUNDER);
    private static final Staff PACKER = staff(Role.PACKER);
    private static final Staff DRIVER = staff(Role.DRIVER);

    @Autowired
    private Shopper shopper;

    @Autowired
    private OrderSteps steps;

    @Autowired
    private Cancellations cancellations;

    @Autowired
    private Orders orders;

    @Autowired
    private Payments payments;

    @Autowired
    private Slots slots;

    @Autowired
    private Inventory inventory;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void everySumAgrees() {
        assertThat(inventory.disagreements()).isEmpty();
        assertThat(slots.disagreements()).isEmpty();
    }

    @Test
    void doesEachStepOnceHoweverOftenItIsAsked() {
        int before = left();
        OrderId id = shopper.order(SKU, 2, PaymentMethod.CASH);

        steps.confirm(id);
        steps.confirm(id);
        steps.startPreparing(id);
        steps.startPreparing(id);
        steps.pack(id, PACKER);
        steps.dispatch(id, "Ravi");
        steps.dispatch(id, "Ravi");
        steps.deliver(id, DRIVER);
        steps.expire(id);

        assertThat(status(id)).isEqualTo(OrderStatus.DELIVERED);
        assertThat(left()).isEqualTo(before - 2);
        assertThat(messages(id)).containsExactlyInAnyOrder("ORDER_CONFIRMED", "OUT_FOR_DELIVERY", "DELIVERED");
    }

    @Test
    void freesPlaceAndPacksWhenNobodyPays() {
        Slot slot = shopper.freeSlot();
        int before = left();
        OrderId id = shopper.order(SKU, 2, PaymentMethod.ONLINE);

        steps.expire(id);
        steps.expire(id);
        steps.confirm(id);

        assertThat(status(id)).isEqualTo(OrderStatus.EXPIRED);
        assertThat(left()).isEqualTo(before);
        assertThat(slots.get(slot.id()).free()).isEqualTo(slot.free());
        assertThat(messages(id)).containsExactly("ORDER_EXPIRED");
    }

    @Test
    void givesEverythingBackWhereverItIsCancelled() {
        for (int stepsDone = 0; stepsDone < 4; stepsDone++) {
            Slot slot = shopper.freeSlot();
            int before = left();
            OrderId id = shopper.order(SKU, 3, PaymentMethod.CASH);
            advance(id, stepsDone);

            cancellations.byStaff(id, "rain", FOUNDER);
            cancellations.byStaff(id, "rain", FOUNDER);

            assertThat(status(id)).isEqualTo(OrderStatus.CANCELLED);
            assertThat(left()).as("after step %s", stepsDone).isEqualTo(before);
            assertThat(slots.get(slot.id()).free()).isEqualTo(slot.free());
            everySumAgrees();
        }
    }

    @Test
    void cannotBeCancelledOnTheRoadNorBySomebodyElseNorAfterTheCutOff() {
        Shopper.Basket basket = shopper.basket(SKU, 1);
        OrderId id = shopper.place(basket);
        CustomerId other = shopper.newCustomer();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> cancellations.byCustomer(id, other));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> cancellations.byStaff(id, "", PACKER));
        advance(id, 4);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> cancellations.byStaff(id, "", FOUNDER))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("too-late"));

        OrderId late = shopper.place(shopper.basket(basket.customer(), SKU, 1, shopper.freeSlot()));
        UUID slot = jdbc.sql("select slot_id from sales_order where id = ?")
                .param(late.value())
                .query(UUID.class)
                .single();
        jdbc.sql("update delivery_slot set cutoff_at = now() - interval '1 minute' where id = ?")
                .param(slot)
                .update();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> cancellations.byCustomer(late, basket.customer()))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("too-late"));
    }

    @Test
    void refusesToPackWhatWasCancelled() {
        OrderId id = shopper.order(SKU, 1, PaymentMethod.CASH);
        advance(id, 2);
        cancellations.byStaff(id, "", FOUNDER);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> steps.pack(id, PACKER))
                .withMessageContaining("cancelled");
    }

    @Test
    void livesAgainWhenPaidLateAndEverythingIsStillThere() {
        int before = left();
        OrderId id = shopper.order(SKU, 2, PaymentMethod.ONLINE);
        steps.expire(id);
        assertThat(steps.settleLateCapture(id)).as("nothing was paid").isFalse();
        jdbc.sql("update payment set state = 'CAPTURED', captured = amount where order_id = ?")
                .param(id.value())
                .update();

        assertThat(steps.settleLateCapture(id)).isTrue();
        assertThat(steps.settleLateCapture(id)).isTrue();
        steps.confirm(id);

        assertThat(status(id)).isEqualTo(OrderStatus.CONFIRMED);
        assertThat(left()).isEqualTo(before - 2);
        cancellations.byStaff(id, "", FOUNDER);
        assertThat(left()).isEqualTo(before);
    }

    @Test
    void staysExpiredWhenPaidLateAndThePacksAreGone() {
        OrderId id = shopper.order("RASPURI-2", 20, PaymentMethod.ONLINE);
        steps.expire(id);
        jdbc.sql("update payment set state = 'CAPTURED', captured = amount where order_id = ?")
                .param(id.value())
                .update();
        UUID pack = shopper.pack("RASPURI-2");
        while (inventory.available(Location.STORE, List.of(pack)).getOrDefault(pack, 0) >= 20) {
            shopper.order("RASPURI-2", 20, PaymentMethod.CASH);
        }

        assertThat(steps.settleLateCapture(id)).isFalse();

        assertThat(status(id)).isEqualTo(OrderStatus.EXPIRED);
    }

    @Test
    void movesToALaterSlotAfterAFailedAttempt() {
        Slot first = shopper.freeSlot();
        OrderId id = shopper.order(SKU, 1, PaymentMethod.CASH);
        advance(id, 4);
        steps.failAttempt(id, "nobody was at home", DRIVER);

        Slot next = steps.moveToLaterSlot(id, 1).orElseThrow();

        assertThat(messages(id)).containsExactlyInAnyOrder("ORDER_CONFIRMED", "OUT_FOR_DELIVERY", "DELIVERY_FAILED");
        assertThat(next.startsAt()).isAfter(first.startsAt());
        assertThat(slots.get(first.id()).free()).isEqualTo(first.free());
        steps.dispatch(id, "Meena");
        steps.deliver(id, DRIVER);
        assertThat(status(id)).isEqualTo(OrderStatus.DELIVERED);
    }

    @Test
    void putsSellablePacksBackOnTheShelfAndDamagedOnesNot() {
        int before = left();
        for (boolean sellable : List.of(true, false)) {
            OrderId id = shopper.order(SKU, 1, PaymentMethod.CASH);
            advance(id, 4);
            steps.failAttempt(id, "it was damaged", DRIVER);
            steps.comeBack(id, sellable);
            steps.comeBack(id, sellable);
            assertThat(status(id)).isEqualTo(OrderStatus.RETURNED);
        }
        assertThat(left()).isEqualTo(before - 1);
    }

    private void advance(OrderId id, int stepsDone) {
        List<Runnable> way = List.of(
                () -> steps.confirm(id),
                () -> steps.startPreparing(id),
                () -> steps.pack(id, PACKER),
                () -> steps.dispatch(id, "Ravi"));
        way.subList(0, stepsDone).forEach(Runnable::run);
    }

    private OrderStatus status(OrderId id) {
        return orders.get(id, FOUNDER).status();
    }

    private List<String> messages(OrderId id) {
        return jdbc.sql("select template from message where order_id = ?")
                .param(id.value())
                .query(String.class)
                .list();
    }

    private int left() {
        UUID pack = shopper.pack(SKU);
        return inventory.available(Location.STORE, List.of(pack)).getOrDefault(pack, 0);
    }

    private static Staff staff(Role role) {
        return new Staff(UUID.randomUUID(), role.group(), role.name(), "", Set.of(role));
    }
}
