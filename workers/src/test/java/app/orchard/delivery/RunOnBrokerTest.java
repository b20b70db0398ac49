package app.orchard.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.orchard.IntegrationTest;
import app.orchard.order.OrderStatus;
import app.orchard.order.Orders;
import app.orchard.order.Shopper;
import app.orchard.processes.Elements;
import app.orchard.settlement.CashCustody;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import app.orchard.task.Task;
import app.orchard.task.Tasks;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A run on the real engine, from its first order to the counted cash. */
@IntegrationTest
class RunOnBrokerTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @Autowired
    private Shopper shopper;

    @Autowired
    private Departure departure;

    @Autowired
    private Runs runs;

    @Autowired
    private Dispatch dispatch;

    @Autowired
    private Orders orders;

    @Autowired
    private Deliveries deliveries;

    @Autowired
    private CashCustody custody;

    @Autowired
    private Slots slots;

    @Autowired
    private Tasks tasks;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void goesFromItsFirstOrderToTheCountedCashOfAllItsDrivers() {
        Staff founder = staff("founder");
        Slot slot = slotThatStartsSoon();
        // So much that its delivery is free at any hour
        OrderId order = shopper.orderIn(slot, "KESAR-2", 1);
        OrderId handedOver = shopper.orderIn(slot, "KESAR-2", 1);
        pack(order);
        pack(handedOver);
        UUID run = await().atMost(PATIENCE)
                .until(() -> run(order), Optional::isPresent)
                .orElseThrow();

        soon(() -> assertThat(runs.get(run, founder).run().state())
                .as("when the time to order is over")
                .isEqualTo(RunState.PLANNED));
        soon(() -> assertThat(runs.get(run, founder).run().late())
                .as("when the slot has begun")
                .isEqualTo("approval"));
        departure.of(order, "ravi");
        UUID tour = runs.get(run, founder).tours().getFirst().id();
        dispatch.giveStop(tour, handedOver, "meena", founder);
        UUID takenOver = runs.get(run, founder).tours().getLast().id();
        deliver(order, staff("ravi"));
        deliver(handedOver, staff("meena"));
        count(tour, staff("ravi"));
        assertThat(runs.get(run, founder).run().state())
                .as("what was taken over is not counted")
                .isEqualTo(RunState.UNDER_WAY);
        count(takenOver, staff("meena"));

        soon(() -> assertThat(runs.get(run, founder).run().state()).isEqualTo(RunState.SETTLED));
        assertThat(orders.get(order, founder).status()).isEqualTo(OrderStatus.DELIVERED);
        assertThat(orders.get(handedOver, founder).status()).isEqualTo(OrderStatus.DELIVERED);
        soon(() -> assertThat(running(run, tour, takenOver)).isZero());
    }

    private void pack(OrderId order) {
        Staff packer = staff("packer");
        tasks.complete(task(packer, open -> isOf(open, order)).key(), Map.of("boxes", 1, "complete", true), packer);
    }

    private void deliver(OrderId order, Staff driver) {
        Task delivery = task(driver, open -> isOf(open, order));
        assertThat(delivery.element()).isEqualTo(Elements.DELIVER_ORDER);
        tasks.complete(
                delivery.key(), Map.of("outcome", "delivered", "cashCollected", rupees(deliveries.due(order))), driver);
    }

    private void count(UUID tour, Staff driver) {
        Staff stall = staff("stall");
        Task count = task(stall, open -> tour.toString().equals(open.subject()));
        Money carried = custody.carriedBy(driver);
        assertThat(tasks.about(count).orElseThrow()).contains(driver.name()).contains(carried.format());
        tasks.complete(count.key(), Map.of("counted", rupees(carried)), stall);
        assertThat(custody.carriedBy(driver)).isEqualTo(Money.ZERO);
    }

    private int running(UUID... subjects) {
        return jdbc.sql("select count(*) from process_instance where subject = any(?) and state = 'ACTIVE'")
                .param(Arrays.stream(subjects).map(UUID::toString).toArray(String[]::new))
                .query(Integer.class)
                .single();
    }

    private Optional<UUID> run(OrderId order) {
        return jdbc.sql("""
                select r.id from delivery_run r join sales_order o on o.slot_id = r.slot_id where o.id = ?""").param(order.value()).query(UUID.class).optional();
    }

    private Task task(Staff by, Predicate<Task> wanted) {
        return await().atMost(PATIENCE)
                .until(() -> tasks.inbox(by, 1000).stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }

    private static boolean isOf(Task task, OrderId order) {
        return order.equals(task.orderId());
    }

    private Slot slotThatStartsSoon() {
        Instant start = Instant.now().plusSeconds(12);
        return shopper.slot(start, start.minusSeconds(4));
    }

    private Staff staff(String login) {
        return accounts.byLogin(login).orElseThrow();
    }

    private static BigDecimal rupees(Money money) {
        return BigDecimal.valueOf(money.minor(), 2);
    }

    private static void soon(ThrowingRunnable assertion) {
        await().atMost(PATIENCE).untilAsserted(assertion);
    }
}
