package app.orchard.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.orchard.AtOnce;
import app.orchard.DemoBusinessTest;
import app.orchard.inventory.Inventory;
import app.orchard.promotion.Coupon;
import app.orchard.promotion.Coupons;
import app.orchard.promotion.NewCoupon;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Hold;
import app.orchard.slots.Load;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Coupons on the way of an order. */
@DemoBusinessTest
class CouponOrdersTest {

    private static final int PARALLEL = 50;

    @Autowired
    private Shopper shopper;

    @Autowired
    private Coupons coupons;

    @Autowired
    private Cancellations cancellations;

    @Autowired
    private OrderSteps steps;

    @Autowired
    private Orders orders;

    @Autowired
    private Slots slots;

    @Autowired
    private Inventory inventory;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @AfterEach
    void everySumAgrees() {
        assertThat(coupons.disagreements()).isEmpty();
        assertThat(inventory.disagreements()).isEmpty();
        assertThat(slots.disagreements()).isEmpty();
    }

    @Test
    void freezesTheDiscountAndTaxesWhatIsLeft() {
        Coupon ten = make(10, null, null);

        OrderId id =
                shopper.place(shopper.basket(shopper.newCustomer(), "SOURDOUGH-1", 2, shopper.freeSlot(), ten.code()));

        OrderView order = orders.get(id);
        assertThat(order.totals().goods()).isEqualTo(Money.of(44_000));
        assertThat(order.totals().discount()).isEqualTo(Money.of(4_400));
        assertThat(order.totals().fee()).isEqualTo(Money.of(4_000));
        assertThat(order.totals().total()).isEqualTo(Money.of(43_600));
        assertThat(order.lines().getFirst().total()).isEqualTo(Money.of(39_600));
        assertThat(order.totals().tax()).as("5 % contained in 396 rupees").isEqualTo(Money.of(1_886));
        assertThat(used(ten)).isOne();
    }

    @Test
    void givesAOneUseCodeToOneOfFifty() throws Exception {
        Coupon one = make(null, Money.of(5_000), 1);
        List<Shopper.Basket> baskets = new ArrayList<>();
        for (int n = 0; n < PARALLEL; n++) {
            baskets.add(shopper.basket(shopper.newCustomer(), "TOTAPURI-1", 1, roomiest(), one.code()));
        }
        List<Callable<String>> tries = baskets.stream()
                .<Callable<String>>map(basket -> () -> {
                    try {
                        shopper.place(basket);
                        return "placed";
                    } catch (Refusal refusal) {
                        return refusal.type();
                    }
                })
                .toList();
        List<String> outcomes = AtOnce.all(tries);

        assertThat(outcomes).filteredOn("placed"::equals).hasSize(1);
        assertThat(outcomes).filteredOn("coupon-used-up"::equals).hasSize(PARALLEL - 1);
        assertThat(used(one)).isOne();
        baskets.forEach(basket -> slots.release(basket.hold().id(), basket.customer()));
    }

    @Test
    void isGivenBackByACancellationOnce() {
        Coupon one = make(null, Money.of(5_000), 1);
        CustomerId customer = shopper.newCustomer();
        OrderId id = shopper.place(basket(customer, one.code()));
        assertRefused("coupon-used-up", () -> basket(shopper.newCustomer(), one.code()));

        cancellations.byCustomer(id, customer);
        cancellations.byCustomer(id, customer);

        assertThat(used(one)).isZero();
        shopper.place(basket(shopper.newCustomer(), one.code()));
        assertThat(used(one)).isOne();
    }

    @Test
    void isGivenBackByACancellationAfterConfirmation() {
        Coupon one = make(null, Money.of(5_000), 1);
        OrderId id = shopper.place(basket(shopper.newCustomer(), one.code()));
        steps.confirm(id);

        cancellations.byStaff(id, "", founder());

        assertThat(used(one)).isZero();
    }

    @Test
    void isGivenBackWhenNobodyPays() {
        Coupon one = make(null, Money.of(5_000), 1);
        OrderId id = shopper.place(basket(shopper.newCustomer(), one.code()));

        steps.expire(id);

        assertThat(used(one)).isZero();
    }

    @Test
    void endsForGoodWhenItIsPaidLateAndItsCouponIsAnothers() {
        Coupon one = make(null, Money.of(5_000), 1);
        OrderId late = paidLate(one);
        shopper.place(basket(shopper.newCustomer(), one.code()));

        assertThat(steps.settleLateCapture(late)).isFalse();
        assertThat(steps.settleLateCapture(late)).isFalse();

        assertThat(orders.get(late).status()).isEqualTo(OrderStatus.EXPIRED);
        assertThat(used(one)).isOne();
    }

    @Test
    void isTakenAfterThePacksWhenItIsPaidLate() throws Exception {
        Coupon one = make(null, Money.of(5_000), 1);
        OrderId late = paidLate(one);

        try (var thread = Executors.newSingleThreadExecutor()) {
            Future<Boolean> reinstated = Objects.requireNonNull(transaction.execute(status -> {
                jdbc.sql("select id from stock_lot where variant_id = ? for update")
                        .param(shopper.pack("TOTAPURI-1"))
                        .query()
                        .listOfRows();
                Future<Boolean> waiting = thread.submit(() -> steps.settleLateCapture(late));
                await().pollInSameThread().until(this::somebodyWaitsForUs);
                assertThat(jdbc.sql("select id from coupon where id = ? for update skip locked")
                                .param(one.id())
                                .query()
                                .listOfRows())
                        .hasSize(1);
                return waiting;
            }));
            assertThat(reinstated.get()).isTrue();
        }
        assertThat(used(one)).isOne();
    }

    private boolean somebodyWaitsForUs() {
        return jdbc.sql("""
                select exists (select from pg_locks
                  where not granted and transactionid = pg_current_xact_id_if_assigned()::xid)""").query(Boolean.class).single();
    }

    private OrderId paidLate(Coupon coupon) {
        OrderId id = shopper.place(basket(shopper.newCustomer(), coupon.code()));
        steps.expire(id);
        jdbc.sql("update payment set state = 'CAPTURED', captured = amount where order_id = ?")
                .param(id.value())
                .update();
        return id;
    }

    @Test
    void countsTheUsesOfEachCustomer() {
        Coupon forAll = make(10, null, null);
        CustomerId customer = shopper.newCustomer();
        Quote earlier = basket(customer, forAll.code()).quote();
        shopper.place(basket(customer, forAll.code()));
        Hold hold = slots.hold(roomiest().id(), customer, Load.STOP);

        assertRefused("coupon-used-up", () -> shopper.place(new Shopper.Basket(customer, earlier, hold)));
        assertRefused("coupon-used-up", () -> basket(customer, forAll.code()));
        shopper.place(basket(shopper.newCustomer(), forAll.code()));
        slots.release(hold.id(), customer);
    }

    @ParameterizedTest
    @CsvSource({
        "coupon-unknown, 3600, , , , 0",
        "coupon-over, -60, -30, , , 0",
        "coupon-not-here, -60, , south, , 0",
        "coupon-not-for-these, -60, , , alphonso, 0",
        "coupon-too-little, -60, , , , 49801"
    })
    void saysWhyItTakesNothingOff(
            String why, long from, @Nullable Long until, @Nullable String zone, @Nullable String product, long least) {
        Instant now = clock.instant();
        Coupon coupon = coupons.create(
                new NewCoupon(
                        code(),
                        "Test",
                        10,
                        null,
                        Money.of(least),
                        zone,
                        product,
                        now.plusSeconds(from),
                        until == null ? null : now.plusSeconds(until),
                        null,
                        1),
                founder());

        assertRefused(why, () -> basket(shopper.newCustomer(), coupon.code()));
    }

    @Test
    void isNotKnownOrNotPossible() {
        assertRefused("coupon-unknown", () -> basket(shopper.newCustomer(), "NO-SUCH"));
        Coupon coupon = make(10, null, null);
        assertRefused("coupon-exists", () -> coupons.create(wanted(coupon.code(), 10, null, null), founder()));
        assertRefused("bad-coupon", () -> wanted("X", 10, null, null));
        assertRefused("bad-coupon", () -> wanted(code(), 0, null, null));
        assertRefused("bad-coupon", () -> wanted(code(), null, null, null));
        assertRefused("bad-coupon", () -> wanted(code(), null, Money.of(-1), null));
    }

    @Test
    void endsAtOnceAndKeepsWhatWasPromised() {
        Coupon coupon = make(10, null, null);
        Shopper.Basket quoted = basket(shopper.newCustomer(), coupon.code().toLowerCase(Locale.ROOT));

        coupons.end(coupon.code(), founder());

        assertRefused("coupon-over", () -> basket(shopper.newCustomer(), coupon.code()));
        assertThat(orders.get(shopper.place(quoted)).totals().discount()).isEqualTo(Money.of(4_980));
    }

    private Shopper.Basket basket(CustomerId customer, String code) {
        return shopper.basket(customer, "TOTAPURI-1", 2, roomiest(), code);
    }

    private Slot roomiest() {
        return slots.upcoming(shopper.freeSlot().zone()).stream()
                .filter(slot -> slot.isOpenAt(clock.instant()))
                .max(Comparator.comparingInt(Slot::free))
                .orElseThrow();
    }

    private Coupon make(@Nullable Integer percent, @Nullable Money amount, @Nullable Integer uses) {
        return coupons.create(wanted(code(), percent, amount, uses), founder());
    }

    private NewCoupon wanted(String code, @Nullable Integer percent, @Nullable Money amount, @Nullable Integer uses) {
        return new NewCoupon(
                code,
                "Test",
                percent,
                amount,
                Money.ZERO,
                null,
                null,
                clock.instant().minus(Duration.ofMinutes(1)),
                null,
                uses,
                1);
    }

    private static String code() {
        return "T-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    }

    private int used(Coupon coupon) {
        return coupons.all(founder()).stream()
                .filter(each -> each.id().equals(coupon.id()))
                .findFirst()
                .orElseThrow()
                .used();
    }

    private Staff founder() {
        return accounts.byLogin("founder").orElseThrow();
    }

    private static void assertRefused(String type, Runnable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act::run)
                .extracting(Refusal::type)
                .isEqualTo(type);
    }
}
