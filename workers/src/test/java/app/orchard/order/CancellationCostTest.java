package app.orchard.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.DemoBusinessTest;
import app.orchard.payment.PaymentMethod;
import app.orchard.payment.Payments;
import app.orchard.refund.CancellationCosts;
import app.orchard.refund.RefundReason;
import app.orchard.refund.RefundRequestView;
import app.orchard.refund.RefundRequests;
import app.orchard.refund.RefundWish;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What calling an order off costs is shown before, and kept to. */
@DemoBusinessTest
class CancellationCostTest {

    private static final Staff FOUNDER = staff(Role.FOUNDER);
    private static final Staff PACKER = staff(Role.PACKER);
    private static final Staff DRIVER = staff(Role.DRIVER);

    @Autowired
    private Shopper shopper;

    @Autowired
    private Orders orders;

    @Autowired
    private OrderSteps steps;

    @Autowired
    private Cancellations cancellations;

    @Autowired
    private CancellationCosts costs;

    @Autowired
    private RefundRequests refunds;

    @Autowired
    private Payments payments;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void hire() {
        for (Staff staff : List.of(FOUNDER, PACKER, DRIVER)) {
            jdbc.sql("""
                    insert into staff_account (id, login, name, phone, password_hash) values (?, ?, ?, '', '')
                    on conflict do nothing""").params(staff.id(), staff.login(), staff.name()).update();
        }
    }

    @Test
    void everythingGoesBackBeforeTheCutOff() {
        OrderId id = paid();
        var cost = costs.forCustomer(id, customer(id)).orElseThrow();
        assertThat(cost.back()).isEqualTo(total(id));
        assertThat(cost.kept()).isEqualTo(Money.ZERO);

        cancellations.byCustomer(id, customer(id), cost.back());
        assertThat(promised(id)).isEqualTo(total(id));
        assertThat(costs.forCustomer(id, customer(id))).isEmpty();
    }

    @Test
    void lessGoesBackTheFurtherItIsAtTheCustomersWish() {
        OrderId id = paid();
        cutOffHasPassed(id);
        assertThat(costs.forCustomer(id, customer(id))).isEmpty();
        assertThat(back(id, Fault.CUSTOMER)).isEqualTo(goods(id));
        assertThat(back(id, Fault.SHOP)).isEqualTo(total(id));

        steps.confirm(id);
        steps.startPreparing(id);
        steps.pack(id, PACKER);
        assertThat(back(id, Fault.CUSTOMER)).isEqualTo(half(goods(id)));
        assertThat(back(id, Fault.SHOP)).isEqualTo(total(id));

        cancellations.byStaff(id, "moved away", Fault.CUSTOMER, FOUNDER);
        assertThat(promised(id)).isEqualTo(half(goods(id)));
    }

    @Test
    void refusesWhenLessWouldGoBackThanWasShown() {
        OrderId id = paid();
        Money shown = costs.forCustomer(id, customer(id)).orElseThrow().back();
        refunds.request(id, goodwill(1_000), FOUNDER);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> cancellations.byCustomer(id, customer(id), shown))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("cost-changed"));
        assertThat(orders.get(id).status()).isEqualTo(OrderStatus.PLACED);

        cancellations.byCustomer(id, customer(id), shown.minus(Money.of(1_000)));
        assertThat(refunds.of(id).stream().map(RefundRequestView::amount).reduce(Money.ZERO, Money::plus))
                .isEqualTo(total(id));
    }

    @Test
    void whatWasNeverPaidCostsNothing() {
        OrderId id = shopper.order("TOTAPURI-1", 2, PaymentMethod.ONLINE);
        var cost = costs.forCustomer(id, customer(id)).orElseThrow();
        assertThat(List.of(cost.paid(), cost.back(), cost.kept())).containsOnly(Money.ZERO);
    }

    @Test
    void isNobodyElsesBusiness() {
        OrderId id = paid();
        CustomerId other = shopper.newCustomer();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> costs.forCustomer(id, other));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> costs.forStaff(id, Fault.SHOP, PACKER));
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> refunds.request(id, goodwill(100), DRIVER));
    }

    @Test
    void asksForNoMoreThanIsLeftHoweverManyAsk() {
        OrderId id = paid();
        long all = total(id).minor();
        refunds.request(id, goodwill(all - 100), PACKER);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> refunds.request(id, goodwill(101), PACKER))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("refund-too-large"));
        RefundWish rest = goodwill(100);
        assertThat(refunds.preview(id, rest, PACKER).needsApproval()).isFalse();
        refunds.request(id, rest, PACKER);
        refunds.request(id, rest, PACKER);
        assertThat(refunds.of(id)).hasSize(2);
        assertThat(refunds.offer(id, PACKER).left()).isEqualTo(Money.ZERO);
    }

    @Test
    void tellsBeforehandWhetherTheFounderIsAsked() {
        OrderId id = paid();
        assertThat(refunds.preview(id, goodwill(50_000), PACKER).needsApproval())
                .isFalse();
        assertThat(refunds.preview(id, goodwill(50_001), PACKER).needsApproval())
                .isTrue();
        assertThat(refunds.preview(id, goodwill(50_001), FOUNDER).needsApproval())
                .isFalse();
    }

    private OrderId paid() {
        OrderId id = shopper.order("TOTAPURI-1", 7, PaymentMethod.CASH);
        payments.collectCash(id, total(id), FOUNDER);
        return id;
    }

    /** The order is in a place of another slot, which is as full as that. */
    private void cutOffHasPassed(OrderId id) {
        jdbc.sql("""
                insert into delivery_slot (id, zone_id, starts_at, ends_at, cutoff_at, capacity, booked, booked_minutes)
                select :late, s.zone_id, now() + interval '40 days' + random() * interval '1 day',
                  now() + interval '42 days', now() - interval '1 minute', 5, h.stops, h.kitchen_minutes
                from sales_order o join delivery_slot s on s.id = o.slot_id join slot_hold h on h.id = o.booking_id
                where o.id = :order""").param("late", slot(id)).param("order", id.value()).update();
        jdbc.sql("""
                insert into slot_hold
                  (id, slot_id, customer_id, state, stops, kitchen_minutes, expires_at, created_at)
                select :late, :late, h.customer_id, h.state, h.stops, h.kitchen_minutes, h.expires_at, h.created_at
                from sales_order o join slot_hold h on h.id = o.booking_id where o.id = :order""").param("late", slot(id)).param("order", id.value()).update();
        jdbc.sql("update sales_order set slot_id = :late, booking_id = :late where id = :order")
                .param("late", slot(id))
                .param("order", id.value())
                .update();
    }

    private static UUID slot(OrderId id) {
        return UUID.nameUUIDFromBytes(id.toString().getBytes(StandardCharsets.UTF_8));
    }

    private Money back(OrderId id, Fault fault) {
        return costs.forStaff(id, fault, FOUNDER).orElseThrow().back();
    }

    private Money promised(OrderId id) {
        return refunds.of(id).getLast().amount();
    }

    private static RefundWish goodwill(long paise) {
        return new RefundWish(UUID.randomUUID(), Map.of(), false, Money.of(paise), RefundReason.GOODWILL, "Sorry");
    }

    private CustomerId customer(OrderId id) {
        return Objects.requireNonNull(orders.get(id).customer());
    }

    private Money total(OrderId id) {
        return orders.get(id).totals().total();
    }

    private Money goods(OrderId id) {
        return total(id).minus(orders.get(id).totals().fee());
    }

    private static Money half(Money money) {
        return Money.of((money.minor() + 1) / 2);
    }

    private static Staff staff(Role role) {
        UUID id = UUID.randomUUID();
        return new Staff(id, id.toString(), role.name(), "", Set.of(role));
    }
}
