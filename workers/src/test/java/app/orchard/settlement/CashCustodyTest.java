package app.orchard.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.orchard.DemoBusinessTest;
import app.orchard.payment.CashGivenBack;
import app.orchard.payment.NewPayment;
import app.orchard.payment.PaymentMethod;
import app.orchard.payment.Payments;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DemoBusinessTest
class CashCustodyTest {

    private static final Money PRICE = Money.of(45_050);

    @Autowired
    private CashCustody custody;

    @Autowired
    private Payments payments;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private Staff driver;
    private Staff founder;

    @BeforeEach
    void somebodyNew() {
        driver = hire(Role.DRIVER);
        founder = accounts.byLogin("founder").orElseThrow();
    }

    @Test
    void knowsWhoCarriesHowMuchSinceWhen() {
        OrderId first = collect(driver);
        OrderId second = collect(driver);

        assertThat(custody.carriedBy(driver)).isEqualTo(PRICE.times(2));
        assertThat(custody.items(driver.id(), driver))
                .extracting(CashItem::order)
                .containsExactly(first, second);
        assertThat(holder()).satisfies(holder -> {
            assertThat(holder.amount()).isEqualTo(PRICE.times(2));
            assertThat(holder.orders()).isEqualTo(2);
            assertThat(holder.since())
                    .isEqualTo(custody.items(driver.id(), founder).getFirst().at());
        });
    }

    @Test
    void countsWhatIsCollectedTwiceOnce() {
        OrderId order = collect(driver);
        payments.collectCash(order, PRICE, driver);

        assertThat(custody.carriedBy(driver)).isEqualTo(PRICE);
    }

    @Test
    void givesEverythingToTheOneWhoCountsIt() {
        collect(driver);
        Handover done = custody.handOver(count(PRICE, PRICE, "", "right-" + driver.id()), founder);

        assertThat(done.difference()).isEqualTo(Money.ZERO);
        assertThat(done.countedBy()).isEqualTo(founder.name());
        assertThat(custody.carriedBy(driver)).isEqualTo(Money.ZERO);
        assertThat(custody.holders(founder)).noneMatch(holder -> holder.staff().equals(driver.id()));
        assertThat(custody.handovers(5, founder)).contains(done);

        collect(driver);
        assertThat(custody.items(driver.id(), driver)).hasSize(1);
    }

    @Test
    void recordsADifferenceWithTheReason() {
        collect(driver);
        Money counted = PRICE.minus(Money.of(5_000));

        refused("note-missing", () -> custody.handOver(count(PRICE, counted, "  ", "short"), founder));
        assertThat(custody.carriedBy(driver)).isEqualTo(PRICE);

        Handover done = custody.handOver(count(PRICE, counted, "Lost ₹50", "short-" + driver.id()), founder);
        assertThat(done.difference()).isEqualTo(Money.of(-5_000));
        assertThat(done.note()).isEqualTo("Lost ₹50");
        assertThat(custody.carriedBy(driver)).isEqualTo(Money.ZERO);
    }

    @Test
    void countsOnceHoweverOftenItIsSent() {
        collect(driver);
        Count count = count(PRICE, PRICE, "", "twice-" + driver.id());

        assertThat(custody.handOver(count, founder)).isEqualTo(custody.handOver(count, founder));
        assertThat(custody.carriedBy(driver)).isEqualTo(Money.ZERO);
    }

    @Test
    void refusesAnotherCountWithTheSameKey() {
        String key = "reused-" + driver.id();
        collect(driver);
        custody.handOver(count(PRICE, PRICE, "", key), founder);
        collect(driver);
        collect(driver);

        refused("request-key-reused", () -> custody.handOver(count(PRICE.times(2), PRICE.times(2), "", key), founder));
        refused("request-key-reused", () -> custody.handOver(count(PRICE, Money.of(1), "Little", key), founder));
        Staff other = hire(Role.DRIVER);
        collect(other);
        refused("request-key-reused", () -> custody.handOver(new Count(other.id(), PRICE, PRICE, "", key), founder));
        assertThat(custody.carriedBy(driver)).isEqualTo(PRICE.times(2));
    }

    @Test
    void refusesACountOfWhatIsNoLongerTrue() {
        collect(driver);
        collect(driver);

        refused("cash-changed", () -> custody.handOver(count(PRICE, PRICE, "", "old"), founder));
        assertThat(custody.carriedBy(driver)).isEqualTo(PRICE.times(2));
    }

    @Test
    void letsNobodyCountTheirOwnCash() {
        collect(driver);
        refused("forbidden", () -> custody.handOver(count(PRICE, PRICE, "", "own"), driver));

        Staff second = hire(Role.FOUNDER);
        collect(second);
        Count own = new Count(second.id(), PRICE, PRICE, "", "own-founder");
        refused("forbidden", () -> custody.handOver(own, second));
        assertThat(custody.handOver(own, driver).countedBy()).isEqualTo(driver.name());
    }

    @Test
    void showsTheCashOfOthersToFoundersOnly() {
        collect(driver);
        Staff other = hire(Role.DRIVER);

        refused("forbidden", () -> custody.items(driver.id(), other));
        refused("forbidden", () -> custody.holders(driver));
        refused("forbidden", () -> custody.handovers(5, driver));
        refused("forbidden", () -> custody.handOver(count(PRICE, PRICE, "", "other"), other));
    }

    @Test
    void takesOffWhatIsGivenBackToACustomer() {
        OrderId order = collect(driver);
        for (int i = 0; i < 2; i++) {
            transaction.executeWithoutResult(
                    status -> events.publishEvent(new CashGivenBack(order, "r-" + order, Money.of(50), driver)));
        }

        assertThat(custody.carriedBy(driver)).isEqualTo(PRICE.minus(Money.of(50)));
    }

    @Test
    void nothingInTheLedgerIsEverChangedOrDeleted() {
        collect(driver);
        custody.handOver(count(PRICE, PRICE, "", "kept-" + driver.id()), founder);

        for (String change : List.of(
                "delete from cash_movement",
                "update cash_movement set amount = 1",
                "truncate cash_movement",
                "delete from cash_handover",
                "update cash_handover set counted = 1")) {
            assertThatThrownBy(() -> jdbc.sql(change).update()).hasMessageContaining("ledger");
        }
    }

    @Test
    void losesNothingThatIsCollectedWhileSomebodyCounts() throws Exception {
        for (int i = 0; i < 10; i++) {
            Money before = custody.carriedBy(driver).plus(PRICE);
            collect(driver);
            String key = "race-" + i + driver.id();
            List<Callable<Object>> both =
                    List.of(() -> collect(driver), () -> custody.handOver(count(before, before, "", key), founder));
            try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
                List<Future<Object>> results = threads.invokeAll(both);
                results.getFirst().get();
                boolean counted = counted(results.getLast());
                assertThat(custody.carriedBy(driver)).isEqualTo(counted ? PRICE : before.plus(PRICE));
            }
        }
        Money carried = custody.items(driver.id(), driver).stream()
                .map(CashItem::amount)
                .reduce(Money.ZERO, Money::plus);
        assertThat(custody.carriedBy(driver)).isEqualTo(carried);
    }

    private static boolean counted(Future<Object> handover) throws InterruptedException {
        try {
            handover.get();
            return true;
        } catch (ExecutionException e) {
            assertThat(e.getCause())
                    .isInstanceOfSatisfying(
                            Refusal.class, refusal -> assertThat(refusal.type()).isEqualTo("cash-changed"));
            return false;
        }
    }

    private CashHolder holder() {
        return custody.holders(founder).stream()
                .filter(one -> one.staff().equals(driver.id()))
                .findFirst()
                .orElseThrow();
    }

    private Count count(Money expected, Money counted, String note, String key) {
        return new Count(driver.id(), expected, counted, note, key);
    }

    private OrderId collect(Staff by) {
        OrderId order = OrderId.next();
        jdbc.sql("""
                insert into sales_order (id, number, channel, address_line, apartment, zone, location, status,
                  payment_method, goods, discount, fee, tax, total, request_key, request_hash, placed_at)
                values (?, nextval('order_number'), 'STALL', '', '', '', 'store', 'PLACED', 'CASH', ?, 0, 0, 0, ?, ?, '',
                  now())""")
                .params(order.value(), PRICE.minor(), PRICE.minor(), order.toString())
                .update();
        transaction.executeWithoutResult(
                status -> payments.open(new NewPayment(order, null, "M-" + order, PaymentMethod.CASH, PRICE, null)));
        payments.collectCash(order, PRICE, by);
        return order;
    }

    private Staff hire(Role role) {
        String login = "s" + UUID.randomUUID().toString().substring(0, 8);
        return accounts.create(login, "Staff " + login, "+919800000000", "a password", Set.of(role));
    }

    private static void refused(String type, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .matches(refusal -> refusal.type().equals(type), type);
    }
}
