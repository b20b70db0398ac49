package app.orchard.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import app.orchard.AtOnce;
import app.orchard.DemoBusinessTest;
import app.orchard.inventory.Inventory;
import app.orchard.inventory.Location;
import app.orchard.inventory.Shelves;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.Business;
import app.orchard.shared.BusinessSettings;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Load;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoBusinessTest
class PlacementTest {

    @Autowired
    private Shopper shopper;

    @Autowired
    private Shelves shelves;

    @Autowired
    private Placement placement;

    @Autowired
    private Orders orders;

    @Autowired
    private Slots slots;

    @Autowired
    private Inventory inventory;

    @Autowired
    private Business business;

    @Autowired
    private JdbcClient jdbc;

    @AfterEach
    void everySumAgrees() {
        assertThat(inventory.disagreements()).isEmpty();
        assertThat(slots.disagreements()).isEmpty();
    }

    @Test
    void booksPromisesFreezesAndTellsTheEngineInOneGo() {
        Slot before = shopper.freeSlot();
        int left = left("SOURDOUGH-1");
        Shopper.Basket basket = shopper.basket("SOURDOUGH-1", 2);

        OrderId id = placement.place(basket.customer(), basket.request(PaymentMethod.CASH, "first"));

        OrderView order = orders.get(id, basket.customer());
        assertThat(order.status()).isEqualTo(OrderStatus.PLACED);
        assertThat(order.totals())
                .isEqualTo(
                        new Totals(Money.of(44_000), Money.ZERO, Money.of(4_000), Money.of(2_095), Money.of(48_000)));
        assertThat(left("SOURDOUGH-1")).isEqualTo(left - 2);
        assertThat(slots.get(before.id()).free()).isEqualTo(before.free() - 1);
        assertThat(jdbc.sql("select count(*) from outbox where ordering_key = ?")
                        .param(id.toString())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);
    }

    @Test
    void tellsTheEngineWhenToRemindAndWhenToGiveUp() {
        Shopper.Basket basket = shopper.basket("SOURDOUGH-1", 1);
        OrderId id = placement.place(basket.customer(), basket.request(PaymentMethod.ONLINE, "to pay"));

        Instant placed = orders.get(id, basket.customer()).placedAt();
        BusinessSettings settings = business.settings();
        assertThat(toldTheEngine(id, "paymentRemindAt"))
                .isCloseTo(placed.plus(settings.paymentReminderAfter()), within(1, ChronoUnit.SECONDS));
        assertThat(toldTheEngine(id, "paymentExpiresAt"))
                .isCloseTo(placed.plus(settings.paymentExpiresAfter()), within(1, ChronoUnit.SECONDS));
    }

    private Instant toldTheEngine(OrderId id, String variable) {
        return jdbc.sql("select variables->>? from outbox where ordering_key = ? and command->>'name' = 'order.placed'")
                .params(variable, id.toString())
                .query((row, n) -> Instant.parse(row.getString(1)))
                .single();
    }

    @Test
    void sellsTheLastPackOnceToFortyWhoWantIt() throws Exception {
        shelves.leave(shopper.pack("HIMSAGAR-2"), 1);
        List<Shopper.Basket> baskets = Collections.nCopies(40, 0).stream()
                .map(n -> shopper.basket("HIMSAGAR-2", 1))
                .toList();

        List<String> outcomes = AtOnce.all(baskets.stream()
                .<Callable<String>>map(basket -> () -> outcome(basket))
                .toList());

        assertThat(outcomes).containsOnlyOnce("placed");
        assertThat(outcomes).filteredOn("out-of-stock"::equals).hasSize(39);
        assertThat(left("HIMSAGAR-2")).isZero();
    }

    @Test
    void namesHowManyAreLeftAndLeavesTheHoldAlone() {
        shelves.leave(shopper.pack("LANGRA-2"), 3);
        Shopper.Basket basket = shopper.basket("LANGRA-2", 4);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> placement.place(basket.customer(), basket.request(PaymentMethod.CASH, "k")))
                .satisfies(refusal -> assertThat(refusal.details())
                        .containsEntry("left", 3)
                        .containsEntry("variant", shopper.pack("LANGRA-2")));
        assertThat(slots.openHold(basket.customer())).isPresent();
    }

    @Test
    void takesARepetitionForTheSameOrder() throws Exception {
        Shopper.Basket basket = shopper.basket("KESAR-1", 1);
        Placement.Request request = basket.request(PaymentMethod.ONLINE, "tapped-twice");

        List<OrderId> ids = AtOnce.all(Collections.nCopies(8, () -> placement.place(basket.customer(), request)));

        assertThat(ids).hasSize(8).containsOnly(ids.getFirst());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(
                        () -> placement.place(basket.customer(), basket.request(PaymentMethod.CASH, "tapped-twice")))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("request-key-reused"));
    }

    @Test
    void refusesSomebodyElsesQuoteHoldAndOrder() {
        Shopper.Basket basket = shopper.basket("KESAR-1", 1);
        CustomerId other = shopper.newCustomer();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> placement.place(other, basket.request(PaymentMethod.CASH, "k")))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
        OrderId id = placement.place(basket.customer(), basket.request(PaymentMethod.CASH, "k"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> orders.get(id, other))
                .satisfies(refusal -> assertThat(refusal.kind()).isEqualTo(Refusal.Kind.NOT_FOUND));
    }

    @Test
    void givesFiftyPlacesToFiftyOfTwoHundred() throws Exception {
        Slot slot = shopper.freeSlot();
        jdbc.sql("update delivery_slot set capacity = held + booked + 50 where id = ?")
                .param(slot.id())
                .update();
        List<CustomerId> customers = Collections.nCopies(200, 0).stream()
                .map(n -> shopper.newCustomer())
                .toList();

        List<String> outcomes = AtOnce.all(customers.stream()
                .<Callable<String>>map(customer -> () -> {
                    try {
                        slots.hold(slot.id(), customer, Load.STOP);
                        return "held";
                    } catch (Refusal refusal) {
                        return refusal.type();
                    }
                })
                .toList());

        assertThat(outcomes).filteredOn("held"::equals).hasSize(50);
        assertThat(outcomes).filteredOn("slot-full"::equals).hasSize(150);
        jdbc.sql("update delivery_slot set capacity = capacity + 1000 where id = ?")
                .param(slot.id())
                .update();
    }

    @Test
    void keepsNoPlaceThatIsOverOrGivenBack() {
        Slot slot = shopper.freeSlot();
        Shopper.Basket basket = shopper.basket("KESAR-1", 1);
        Shopper.Basket expired = shopper.basket("KESAR-1", 1);
        Shopper.Basket released = shopper.basket("KESAR-1", 1);
        int free = slots.get(slot.id()).free();

        placement.place(basket.customer(), basket.request(PaymentMethod.CASH, "k"));
        slots.expire(expired.hold().id());
        slots.expire(expired.hold().id());
        slots.expire(basket.hold().id());
        slots.release(released.hold().id(), expired.customer());
        slots.release(released.hold().id(), released.customer());

        assertThat(slots.get(slot.id()).free()).isEqualTo(free + 2);
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> placement.place(expired.customer(), expired.request(PaymentMethod.CASH, "k")))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("hold-expired"));
    }

    private String outcome(Shopper.Basket basket) {
        try {
            placement.place(basket.customer(), basket.request(PaymentMethod.CASH, "race"));
            return "placed";
        } catch (Refusal refusal) {
            return refusal.type();
        }
    }

    private int left(String sku) {
        UUID pack = shopper.pack(sku);
        return inventory.available(Location.STORE, List.of(pack)).getOrDefault(pack, 0);
    }
}
