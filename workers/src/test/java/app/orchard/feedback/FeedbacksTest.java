package app.orchard.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.DemoBusinessTest;
import app.orchard.customer.Customers;
import app.orchard.customer.PersonalRecords;
import app.orchard.customer.Phone;
import app.orchard.order.OrderSteps;
import app.orchard.order.OrderView;
import app.orchard.order.Orders;
import app.orchard.order.Shopper;
import app.orchard.order.Timeline;
import app.orchard.order.TimelineEntry;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What customers say after a delivery. */
@DemoBusinessTest
class FeedbacksTest {

    private static final Staff TEAM =
            new Staff(UUID.randomUUID(), "everybody", "Everybody", "", Set.of(Role.PACKER, Role.DRIVER, Role.FOUNDER));

    @Autowired
    private Feedbacks feedbacks;

    @Autowired
    private Shopper shopper;

    @Autowired
    private Orders orders;

    @Autowired
    private OrderSteps steps;

    @Autowired
    private Customers customers;

    @Autowired
    private Timeline timeline;

    @Autowired
    private PersonalRecords records;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void asksTheFounderForAnAnswerToALowScoreOnce() {
        OrderId order = delivered();
        CustomerId customer = customer(order);

        feedbacks.rate(order, customer, 2);
        feedbacks.rate(order, customer, 1);
        feedbacks.rate(order, customer, 1);

        assertThat(commands(order, "feedback.complained")).isEqualTo(1);
        feedbacks.explain(order, customer, FeedbackReason.DAMAGED);
        feedbacks.describe(order, customer, " The box was open. ", null);
        assertThat(feedbacks.inWords(order)).contains("1 of 5: damaged. “The box was open.”");
        assertThat(feedbacks.of(order, customer)).get().matches(Feedback::isComplaint);
    }

    @Test
    void leavesTheFounderAloneWithWhatWasGood() {
        OrderId order = delivered();
        feedbacks.rate(order, customer(order), 5);
        feedbacks.rate(order, customer(order), 3);

        assertThat(commands(order, "feedback.complained")).isZero();
        assertThat(feedbacks.of(order, customer(order)).orElseThrow().score()).isEqualTo(3);
    }

    @Test
    void changesNothingMoreOnceItWasAnswered() {
        OrderId order = delivered();
        CustomerId customer = customer(order);
        feedbacks.rate(order, customer, 1);

        feedbacks.answer(order, "We are sorry; half of it comes back.", TEAM);

        feedbacks.rate(order, customer, 5);
        assertRefused("feedback-closed", () -> feedbacks.explain(order, customer, FeedbackReason.LATE));
        assertRefused("feedback-closed", () -> feedbacks.describe(order, customer, "Still bad", null));
        assertRefused("feedback-closed", () -> feedbacks.answer(order, "Once more", TEAM));
        Feedback kept = feedbacks.of(order, customer).orElseThrow();
        assertThat(kept.score()).isEqualTo(1);
        assertThat(kept.answer()).isEqualTo("We are sorry; half of it comes back.");
    }

    @Test
    void hearsOnlyTheCustomerOfADeliveredOrderAndOnlyWhatCanBeMeant() {
        OrderId order = delivered();
        CustomerId customer = customer(order);
        CustomerId other = customers.withPhone(new Phone("+919700000001"));
        OrderId onItsWay = shopper.order("TOTAPURI-1", 1, PaymentMethod.CASH);

        assertRefused("not-found", () -> feedbacks.rate(order, other, 5));
        assertRefused("not-found", () -> feedbacks.of(order, other));
        assertRefused("not-found", () -> feedbacks.explain(order, other, FeedbackReason.LATE));
        assertRefused("not-found", () -> feedbacks.describe(order, other, "x", new byte[] {1}));
        assertRefused("feedback-closed", () -> feedbacks.rate(onItsWay, customer(onItsWay), 5));
        assertRefused("bad-score", () -> feedbacks.rate(order, customer, 6));
        assertRefused("feedback-closed", () -> feedbacks.explain(order, customer, FeedbackReason.TASTE));
        assertRefused("bad-comment", () -> feedbacks.describe(order, customer, "x".repeat(1001), null));
    }

    @Test
    void asksOnlyWhoAgreedAndOnce() {
        OrderId silent = delivered();
        assertThat(commands(silent, "feedback.wanted")).isZero();
        feedbacks.ask(silent);
        assertThat(requests(silent)).isZero();

        OrderId agreed = shopper.order("TOTAPURI-1", 1, PaymentMethod.CASH);
        customers.allowFeedback(customer(agreed));
        deliver(agreed);
        assertThat(commands(agreed, "feedback.wanted")).isEqualTo(1);
        feedbacks.ask(agreed);
        feedbacks.ask(agreed);
        assertThat(requests(agreed)).isEqualTo(1);
    }

    @Test
    void asksNobodyWhoSaidItAlreadyOrWroteStop() {
        OrderId said = agreedAndDelivered();
        feedbacks.rate(said, customer(said), 4);
        feedbacks.ask(said);
        assertThat(requests(said)).isZero();

        OrderId stopped = agreedAndDelivered();
        customers.stopAll(customer(stopped));
        feedbacks.ask(stopped);
        assertThat(requests(stopped)).isZero();
    }

    @Test
    void tellsOnceThatNobodyAnswered() {
        OrderId order = delivered();
        feedbacks.reportDelay(order);
        assertThat(events(order, "feedback-late")).isZero();

        feedbacks.rate(order, customer(order), 1);
        feedbacks.reportDelay(order);
        assertThat(events(order, "feedback-late")).isEqualTo(1);
        assertThat(timeline.forCustomer(order))
                .isNotEmpty()
                .extracting(TimelineEntry::kind)
                .noneMatch(kind -> kind.startsWith("feedback"));
    }

    @Test
    void forgetsWhatWasSaidAndKeepsTheScore() {
        OrderId order = delivered();
        CustomerId customer = customer(order);
        feedbacks.rate(order, customer, 2);
        feedbacks.describe(order, customer, "My name is Asha", null);
        assertThat(String.valueOf(records.copy(customer).get("feedback"))).contains("My name is Asha");

        records.forget(customer);

        Feedback left = feedbacks.of(order, customer).orElseThrow();
        assertThat(left.score()).isEqualTo(2);
        assertThat(left.comment()).isEmpty();
    }

    @Test
    void forgetsWhatTheTeamWroteInItsTasks() {
        OrderId order = delivered();
        CustomerId customer = customer(order);
        jdbc.sql("""
                insert into task_completion (task_key, element, order_id, submission, completed_by, completed_at)
                values (?, 'userTask_answerComplaint', ?, '{"answer": "Dear Asha", "note": "Blue door", "boxes": 2}',
                  'founder', now())""").params(System.nanoTime(), order.value()).update();
        assertThat(String.valueOf(records.copy(customer).get("tasks"))).contains("Dear Asha", "Blue door");

        records.forget(customer);

        assertThat(jdbc.sql("select submission::text from task_completion where order_id = ?")
                        .param(order.value())
                        .query(String.class)
                        .single())
                .isEqualTo("{\"boxes\": 2}");
    }

    private OrderId delivered() {
        OrderId order = shopper.order("TOTAPURI-1", 1, PaymentMethod.CASH);
        deliver(order);
        return order;
    }

    private OrderId agreedAndDelivered() {
        OrderId order = shopper.order("TOTAPURI-1", 1, PaymentMethod.CASH);
        customers.allowFeedback(customer(order));
        deliver(order);
        return order;
    }

    private void deliver(OrderId order) {
        steps.confirm(order);
        steps.pack(order, TEAM);
        steps.dispatch(order, "Ravi");
        steps.deliver(order, TEAM);
    }

    private CustomerId customer(OrderId id) {
        OrderView order = orders.get(id);
        return Objects.requireNonNull(order.customer());
    }

    private int commands(OrderId order, String message) {
        return jdbc.sql("select count(*) from outbox where ordering_key = ? and command::text like ?")
                .params(order.toString(), "%\"" + message + "\"%")
                .query(Integer.class)
                .single();
    }

    private int requests(OrderId order) {
        return jdbc.sql("select count(*) from message where order_id = ? and template = 'FEEDBACK_REQUESTED'")
                .param(order.value())
                .query(Integer.class)
                .single();
    }

    private int events(OrderId order, String kind) {
        return jdbc.sql("select count(*) from order_event where order_id = ? and kind = ?")
                .params(order.value(), kind)
                .query(Integer.class)
                .single();
    }

    private static void assertRefused(String type, Runnable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act::run)
                .extracting(Refusal::type)
                .isEqualTo(type);
    }
}
