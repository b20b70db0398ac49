package app.orchard.refund;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.DemoBusinessTest;
import app.orchard.order.OrderView;
import app.orchard.order.Orders;
import app.orchard.order.Shopper;
import app.orchard.payment.HandPayment;
import app.orchard.payment.PaymentMethod;
import app.orchard.payment.PaymentView;
import app.orchard.payment.Payments;
import app.orchard.payment.RefundView;
import app.orchard.payment.RefundWay;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever is asked for, granted, changed, declined and paid in whatever order: refunds and what is kept are what came in. */
@DemoBusinessTest
class RefundSumsTest {

    private static final int PACKS = 5;

    @Autowired
    private Shopper shopper;

    @Autowired
    private Orders orders;

    @Autowired
    private Payments payments;

    @Autowired
    private RefundRequests requests;

    @Autowired
    private RefundSteps steps;

    @Autowired
    private RefundPolicies policies;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private StaffAccounts accounts;

    enum Act {
        ASK_FOR_PACKS,
        ASK_FOR_THE_FEE,
        ASK_FOR_GOODWILL,
        ASK_AGAIN,
        CALCULATE,
        APPROVE,
        APPROVE_ANOTHER_AMOUNT,
        DECLINE,
        SEND,
        PAY_BY_HAND,
        REFUND_THE_REST
    }

    record Step(Act act, int amount) {}

    @BeforeTry
    void inTheApplication() throws Exception {
        new TestContextManager(RefundSumsTest.class).prepareTestInstance(this);
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        Arbitrary<Step> step = Combinators.combine(
                        Arbitraries.of(Act.class), Arbitraries.integers().between(1, 90_000))
                .as(Step::new);
        return step.list().ofMinSize(5).ofMaxSize(25);
    }

    @Property(tries = 30, shrinking = ShrinkingMode.OFF)
    void refundsAndWhatIsKeptAreWhatCameIn(@ForAll("histories") List<Step> history) {
        OrderId id = shopper.order("TOTAPURI-1", PACKS, PaymentMethod.CASH);
        OrderView order = orders.get(id);
        payments.collectCash(id, order.totals().total(), staff("founder"));
        for (Step step : history) {
            take(step, id);
            assertSums(order);
        }
        workOff(id);
        assertSums(order);
        assertThat(requests.of(id)).allMatch(refund -> refund.state().isEnd());
    }

    private void assertSums(OrderView order) {
        PaymentView payment = payments.of(order.id()).orElseThrow();
        List<RefundRequestView> all = requests.of(order.id());
        Money pieces =
                payments.refunds(order.id()).stream().map(RefundView::amount).reduce(Money.ZERO, Money::plus);
        assertThat(pieces).isEqualTo(payment.refunded());
        Money asked = all.stream()
                .filter(refund -> refund.state() != RefundState.DECLINED)
                .map(RefundRequestView::due)
                .reduce(Money.ZERO, Money::plus);
        assertThat(asked).isLessThanOrEqualTo(payment.captured());
        Money left = requests.offer(order.id(), staff("founder")).left();
        assertThat(asked.plus(left)).isEqualTo(payment.captured());

        Map<Integer, Integer> packs = new HashMap<>();
        all.stream()
                .filter(refund -> refund.state() != RefundState.DECLINED)
                .flatMap(refund -> refund.items().stream())
                .forEach(item -> packs.merge(item.position(), item.quantity(), Integer::sum));
        assertThat(packs.values()).allMatch(quantity -> quantity <= PACKS);
    }

    private void take(Step step, OrderId id) {
        try {
            switch (step.act()) {
                case ASK_FOR_PACKS -> ask(id, Map.of(0, 1 + step.amount() % PACKS), false, Money.ZERO);
                case ASK_FOR_THE_FEE -> ask(id, Map.of(), true, Money.ZERO);
                case ASK_FOR_GOODWILL -> ask(id, Map.of(), false, Money.of(step.amount()));
                case ASK_AGAIN -> requests.of(id).forEach(this::askAgain);
                case CALCULATE -> requests.of(id).forEach(this::calculate);
                case APPROVE -> waiting(id).forEach(refund -> approve(refund, null));
                case APPROVE_ANOTHER_AMOUNT -> waiting(id).forEach(refund -> approve(refund, Money.of(step.amount())));
                case DECLINE ->
                    waiting(id)
                            .forEach(refund -> transaction.executeWithoutResult(
                                    status -> steps.decline(instance(refund), "No", staff("founder"))));
                case SEND -> sending(id).forEach(refund -> steps.send(refund.id(), instance(refund)));
                case PAY_BY_HAND -> sending(id).forEach(this::payByHand);
                case REFUND_THE_REST -> rest(id, step.amount());
            }
        } catch (Refusal refusal) {
            // Not everything is possible at every time; the sums must hold all the same.
        }
    }

    private void workOff(OrderId id) {
        requests.of(id).forEach(this::calculate);
        waiting(id).forEach(refund -> approve(refund, null));
        sending(id).forEach(this::payByHand);
        new ArrayList<>(sending(id)).forEach(refund -> steps.send(refund.id(), instance(refund)));
    }

    private void ask(OrderId id, Map<Integer, Integer> packs, boolean fee, Money goodwill) {
        requests.request(
                id,
                new RefundWish(UUID.randomUUID(), packs, fee, goodwill, RefundReason.COMPLAINT, "Soft"),
                staff("packer"));
    }

    private void askAgain(RefundRequestView refund) {
        if (refund.reason().isAskedByPeople()) {
            requests.request(
                    refund.order(),
                    new RefundWish(refund.id(), Map.of(0, 1), false, Money.ZERO, RefundReason.COMPLAINT, "Soft"),
                    staff("packer"));
        }
    }

    private void calculate(RefundRequestView refund) {
        RefundCause cause = RefundCause.of(refund.order(), refund.reason());
        steps.calculate(refund.id(), cause, policies.of(cause), instance(refund));
    }

    private void rest(OrderId id, int instance) {
        RefundCause cause = RefundCause.of(id, RefundReason.CAPTURED_LATE);
        steps.calculate(null, cause, policies.of(cause), instance);
    }

    private void approve(RefundRequestView refund, @Nullable Money amount) {
        transaction.executeWithoutResult(status -> steps.approve(instance(refund), amount, staff("founder")));
    }

    private void payByHand(RefundRequestView refund) {
        steps.send(refund.id(), instance(refund));
        transaction.executeWithoutResult(
                status -> steps.paidByHand(instance(refund), new HandPayment(RefundWay.UPI, "0815"), staff("founder")));
    }

    private List<RefundRequestView> waiting(OrderId id) {
        return in(id, RefundState.TO_BE_APPROVED);
    }

    private List<RefundRequestView> sending(OrderId id) {
        return in(id, RefundState.SENDING);
    }

    private List<RefundRequestView> in(OrderId id, RefundState state) {
        return requests.of(id).stream()
                .filter(refund -> refund.state() == state)
                .toList();
    }

    private static long instance(RefundRequestView refund) {
        return refund.id().getLeastSignificantBits();
    }

    private Staff staff(String login) {
        return accounts.byLogin(login).orElseThrow();
    }
}
