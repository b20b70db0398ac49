package app.orchard.processes;

import static app.orchard.processes.Elements.ASSIGN_DRIVER;
import static app.orchard.processes.Elements.DELIVER_ORDER;
import static app.orchard.processes.JobTypes.ASK_CUSTOMER;
import static app.orchard.processes.JobTypes.BOOK_RETRY;
import static app.orchard.processes.JobTypes.DISPATCH_ORDER;
import static app.orchard.processes.JobTypes.REPORT_DELAY;
import static app.orchard.processes.JobTypes.RETURN_ORDER;
import static app.orchard.processes.ProcessMessages.DELIVERY_CUSTOMER_CHOSE;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class DeliveryWays {
    private static final Duration SLOT_START = Duration.ofHours(2);
    private static final Duration SLOT_END = Duration.ofHours(4);
    private static final Duration NEXT_DAY = Duration.ofDays(1);
    private static final Duration CHOICE = Duration.ofHours(12);

    @Test
    @DisplayName("customer is at home — delivered at the first try")
    void deliveredAtTheFirstTry(Walk delivery) {
        begin(delivery);
        tryTo(delivery, delivered());

        delivery.reached("endEvent_delivered");
        delivery.took(ASSIGN_DRIVER, DISPATCH_ORDER, DELIVER_ORDER);
        assertThat(delivery.variable("delivered")).isEqualTo("true");
    }

    @Test
    @DisplayName("the task goes to the assigned driver, due at the end of the slot")
    void taskGoesToTheAssignedDriver(Walk delivery) {
        begin(delivery);
        var assignment = delivery.task(ASSIGN_DRIVER);
        assignment.done(Map.of("driver", "ravi"));
        delivery.job(DISPATCH_ORDER).done();
        var trip = delivery.task(DELIVER_ORDER);
        trip.done(delivered());

        delivery.reached("endEvent_delivered");
        assertThat(assignment.header("io.camunda.zeebe:candidateGroups")).isEqualTo("[\"founder\"]");
        assertThat(assignment.header("io.camunda.zeebe:dueDate")).isEqualTo(delivery.at(SLOT_START));
        assertThat(trip.header("io.camunda.zeebe:assignee")).isEqualTo("ravi");
        assertThat(trip.header("io.camunda.zeebe:candidateGroups")).isEqualTo("[\"driver\"]");
        assertThat(trip.header("io.camunda.zeebe:dueDate")).isEqualTo(delivery.at(SLOT_END));
        assertThat(trip.header("io.camunda.zeebe:formKey")).isNotBlank();
    }

    @Test
    @DisplayName("no driver at slot start, no handover at slot end — both delays are reported, the task stays")
    void delaysAreReported(Walk delivery) {
        begin(delivery);
        delivery.tookBefore(SLOT_START, ASSIGN_DRIVER);
        delivery.pass(SLOT_START);
        var assignmentLate = delivery.job(REPORT_DELAY);
        assignmentLate.done();
        delivery.task(ASSIGN_DRIVER).done(Map.of("driver", "ravi"));
        delivery.job(DISPATCH_ORDER).done();
        var trip = delivery.task(DELIVER_ORDER);
        delivery.tookBefore(SLOT_END, ASSIGN_DRIVER, REPORT_DELAY, DISPATCH_ORDER, DELIVER_ORDER);
        delivery.pass(SLOT_END);
        var deliveryLate = delivery.job(REPORT_DELAY);
        deliveryLate.done();
        trip.done(delivered());

        delivery.reached("endEvent_lateAssignmentReported", "endEvent_lateDeliveryReported", "endEvent_delivered");
        delivery.took(ASSIGN_DRIVER, REPORT_DELAY, DISPATCH_ORDER, DELIVER_ORDER, REPORT_DELAY);
        assertThat(assignmentLate.header("step")).isEqualTo("assignment");
        assertThat(deliveryLate.header("step")).isEqualTo("delivery");
    }

    @Test
    @DisplayName("delay cannot be reported — the delivery ends without it")
    void deliveryDoesNotWaitForTheReport(Walk delivery) {
        begin(delivery);
        delivery.pass(SLOT_START);
        delivery.job(REPORT_DELAY);
        tryTo(delivery, delivered());

        delivery.reached("endEvent_delivered");
        delivery.took(ASSIGN_DRIVER, REPORT_DELAY, DISPATCH_ORDER, DELIVER_ORDER);
    }

    @Test
    @DisplayName("nobody at home — goes out again in the later slot, with that slot's due dates")
    void retriedInALaterSlot(Walk delivery) {
        begin(delivery);
        tryTo(delivery, failed("notHome", 1));
        delivery.job(BOOK_RETRY).done(laterSlot(delivery));
        delivery.tookBefore(NEXT_DAY, ASSIGN_DRIVER, DISPATCH_ORDER, DELIVER_ORDER, BOOK_RETRY);
        delivery.pass(NEXT_DAY);
        var assignment = delivery.task(ASSIGN_DRIVER);
        assignment.done(Map.of("driver", "asha"));
        delivery.job(DISPATCH_ORDER).done();
        delivery.task(DELIVER_ORDER).done(delivered());

        delivery.reached("endEvent_delivered");
        delivery.took(
                ASSIGN_DRIVER, DISPATCH_ORDER, DELIVER_ORDER, BOOK_RETRY, ASSIGN_DRIVER, DISPATCH_ORDER, DELIVER_ORDER);
        assertThat(assignment.header("io.camunda.zeebe:dueDate")).isEqualTo(delivery.at(NEXT_DAY.plus(SLOT_START)));
    }

    @Test
    @DisplayName("nobody at home, no later slot — comes back without another question")
    void returnedWhenNoLaterSlotIsFree(Walk delivery) {
        begin(delivery);
        tryTo(delivery, failed("unreachable", 1));
        delivery.job(BOOK_RETRY).done(Map.of("retryBooked", false));
        delivery.job(RETURN_ORDER).done();

        delivery.reached("endEvent_returned");
        delivery.took(ASSIGN_DRIVER, DISPATCH_ORDER, DELIVER_ORDER, BOOK_RETRY, RETURN_ORDER);
        assertThat(delivery.variable("delivered")).isEqualTo("false");
    }

    @Test
    @DisplayName("wrong address, customer wants another try — goes out again")
    void customerWantsAnotherTry(Walk delivery) {
        begin(delivery);
        tryTo(delivery, failed("wrongAddress", 1));
        delivery.job(ASK_CUSTOMER).done(Map.of("choiceDueAt", delivery.at(CHOICE)));
        delivery.publish(DELIVERY_CUSTOMER_CHOSE, Map.of("customerChoice", "again"));
        delivery.job(BOOK_RETRY).done(laterSlot(delivery));
        delivery.pass(NEXT_DAY);
        tryTo(delivery, delivered());

        delivery.reached("endEvent_delivered");
        delivery.took(
                ASSIGN_DRIVER,
                DISPATCH_ORDER,
                DELIVER_ORDER,
                ASK_CUSTOMER,
                BOOK_RETRY,
                ASSIGN_DRIVER,
                DISPATCH_ORDER,
                DELIVER_ORDER);
    }

    @Test
    @DisplayName("wrong address, customer wants the money back — comes back")
    void customerWantsTheMoneyBack(Walk delivery) {
        begin(delivery);
        tryTo(delivery, failed("wrongAddress", 1));
        delivery.job(ASK_CUSTOMER).done(Map.of("choiceDueAt", delivery.at(CHOICE)));
        delivery.publish(DELIVERY_CUSTOMER_CHOSE, Map.of("customerChoice", "refund"));
        delivery.job(RETURN_ORDER).done();

        delivery.reached("endEvent_returned");
        delivery.took(ASSIGN_DRIVER, DISPATCH_ORDER, DELIVER_ORDER, ASK_CUSTOMER, RETURN_ORDER);
    }

    @Test
    @DisplayName("customer does not answer — comes back when the time to choose is over")
    void customerStaysSilent(Walk delivery) {
        begin(delivery);
        tryTo(delivery, failed("wrongAddress", 1));
        delivery.job(ASK_CUSTOMER).done(Map.of("choiceDueAt", delivery.at(CHOICE)));
        delivery.tookBefore(CHOICE, ASSIGN_DRIVER, DISPATCH_ORDER, DELIVER_ORDER, ASK_CUSTOMER);
        delivery.pass(CHOICE);
        delivery.job(RETURN_ORDER).done();

        delivery.reached("endEvent_returned");
        delivery.took(ASSIGN_DRIVER, DISPATCH_ORDER, DELIVER_ORDER, ASK_CUSTOMER, RETURN_ORDER);
    }

    @Test
    @DisplayName("customer refuses the order — comes back, nobody is asked")
    void customerRefuses(Walk delivery) {
        begin(delivery);
        tryTo(delivery, failed("refused", 1));
        delivery.job(RETURN_ORDER).done();

        delivery.reached("endEvent_returned");
        delivery.took(ASSIGN_DRIVER, DISPATCH_ORDER, DELIVER_ORDER, RETURN_ORDER);
    }

    private static void begin(Walk delivery) {
        delivery.call(
                ProcessIds.DELIVERY,
                Map.of(
                        "orderId", delivery.id(),
                        "slotStartsAt", delivery.at(SLOT_START),
                        "slotEndsAt", delivery.at(SLOT_END)));
    }

    private static void tryTo(Walk delivery, Map<String, ?> outcome) {
        delivery.task(ASSIGN_DRIVER).done(Map.of("driver", "ravi"));
        delivery.job(DISPATCH_ORDER).done();
        delivery.task(DELIVER_ORDER).done(outcome);
    }

    private static Map<String, ?> delivered() {
        return Map.of("delivered", true, "attempt", 1);
    }

    private static Map<String, ?> failed(String reason, int attempt) {
        return Map.of("delivered", false, "failureReason", reason, "attempt", attempt);
    }

    private static Map<String, ?> laterSlot(Walk delivery) {
        return Map.of(
                "retryBooked",
                true,
                "retryAt",
                delivery.at(NEXT_DAY),
                "slotStartsAt",
                delivery.at(NEXT_DAY.plus(SLOT_START)),
                "slotEndsAt",
                delivery.at(NEXT_DAY.plus(SLOT_END)));
    }
}
