package app.orchard.processes;

import static app.orchard.processes.Elements.DELIVER_ORDER;
import static app.orchard.processes.JobTypes.ASK_CUSTOMER;
import static app.orchard.processes.JobTypes.BOOK_RETRY;
import static app.orchard.processes.JobTypes.REPORT_DELAY;
import static app.orchard.processes.JobTypes.RETURN_ORDER;
import static app.orchard.processes.ProcessMessages.DELIVERY_CUSTOMER_CHOSE;
import static app.orchard.processes.ProcessMessages.DELIVERY_DISPATCHED;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class DeliveryWays {
    private static final Duration SLOT_START = Duration.ofHours(2);
    private static final Duration DISPATCH_LATE = SLOT_START.plusMinutes(30);
    private static final Duration SLOT_END = Duration.ofHours(4);
    private static final Duration NEXT_DAY = Duration.ofDays(1);
    private static final Duration CHOICE = Duration.ofHours(12);

    @Test
    @DisplayName("customer is at home — delivered at the first try")
    void deliveredAtTheFirstTry(Walk delivery) {
        begin(delivery);
        tryTo(delivery, delivered());

        delivery.reached("endEvent_delivered");
        delivery.took(DELIVER_ORDER);
        assertThat(delivery.variable("delivered")).isEqualTo("true");
    }

    @Test
    @DisplayName("the task goes to the driver of the tour, due at the end of the slot")
    void taskGoesToTheDriverOfTheTour(Walk delivery) {
        begin(delivery);
        delivery.publish(DELIVERY_DISPATCHED, Map.of("driver", "ravi"));
        var trip = delivery.task(DELIVER_ORDER);
        trip.done(delivered());

        delivery.reached("endEvent_delivered");
        assertThat(trip.header("io.camunda.zeebe:assignee")).isEqualTo("ravi");
        assertThat(trip.header("io.camunda.zeebe:candidateGroups")).isEqualTo("[\"driver\"]");
        assertThat(trip.header("io.camunda.zeebe:dueDate")).isEqualTo(delivery.at(SLOT_END));
        assertThat(trip.header("io.camunda.zeebe:formKey")).isNotBlank();
    }

    @Test
    @DisplayName("the tour started before the process came so far — the driver's task is there at once")
    void dispatchedAhead(Walk delivery) {
        delivery.publish(DELIVERY_DISPATCHED, Map.of("driver", "ravi"));
        begin(delivery);
        delivery.task(DELIVER_ORDER).done(delivered());

        delivery.reached("endEvent_delivered");
        delivery.took(DELIVER_ORDER);
    }

    @Test
    @DisplayName(
            "no tour half an hour into the slot, no handover at its end — both delays are reported, the order goes on")
    void delaysAreReported(Walk delivery) {
        begin(delivery);
        delivery.tookBefore(DISPATCH_LATE);
        delivery.pass(DISPATCH_LATE);
        var dispatchLate = delivery.job(REPORT_DELAY);
        dispatchLate.done();
        delivery.publish(DELIVERY_DISPATCHED, Map.of("driver", "ravi"));
        var trip = delivery.task(DELIVER_ORDER);
        delivery.tookBefore(SLOT_END, REPORT_DELAY, DELIVER_ORDER);
        delivery.pass(SLOT_END);
        var deliveryLate = delivery.job(REPORT_DELAY);
        deliveryLate.done();
        trip.done(delivered());

        delivery.reached("endEvent_lateDispatchReported", "endEvent_lateDeliveryReported", "endEvent_delivered");
        delivery.took(REPORT_DELAY, DELIVER_ORDER, REPORT_DELAY);
        assertThat(dispatchLate.header("step")).isEqualTo("dispatch");
        assertThat(deliveryLate.header("step")).isEqualTo("delivery");
    }

    @Test
    @DisplayName("delay cannot be reported — the delivery ends without it")
    void deliveryDoesNotWaitForTheReport(Walk delivery) {
        begin(delivery);
        delivery.pass(DISPATCH_LATE);
        delivery.job(REPORT_DELAY);
        tryTo(delivery, delivered());

        delivery.reached("endEvent_delivered");
        delivery.took(REPORT_DELAY, DELIVER_ORDER);
    }

    @Test
    @DisplayName("nobody at home — goes out again with the run of the later slot, due at that slot's end")
    void retriedInALaterSlot(Walk delivery) {
        begin(delivery);
        tryTo(delivery, failed("notHome", 1));
        delivery.job(BOOK_RETRY).done(laterSlot(delivery));
        delivery.tookBefore(NEXT_DAY.plus(DISPATCH_LATE), DELIVER_ORDER, BOOK_RETRY);
        delivery.publish(DELIVERY_DISPATCHED, Map.of("driver", "asha"));
        var trip = delivery.task(DELIVER_ORDER);
        trip.done(delivered());

        delivery.reached("endEvent_delivered");
        delivery.took(DELIVER_ORDER, BOOK_RETRY, DELIVER_ORDER);
        assertThat(trip.header("io.camunda.zeebe:assignee")).isEqualTo("asha");
        assertThat(trip.header("io.camunda.zeebe:dueDate")).isEqualTo(delivery.at(NEXT_DAY.plus(SLOT_END)));
    }

    @Test
    @DisplayName("nobody at home, no later slot — comes back without another question")
    void returnedWhenNoLaterSlotIsFree(Walk delivery) {
        begin(delivery);
        tryTo(delivery, failed("unreachable", 1));
        delivery.job(BOOK_RETRY).done(Map.of("retryBooked", false));
        delivery.job(RETURN_ORDER).done();

        delivery.reached("endEvent_returned");
        delivery.took(DELIVER_ORDER, BOOK_RETRY, RETURN_ORDER);
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
        tryTo(delivery, delivered());

        delivery.reached("endEvent_delivered");
        delivery.took(DELIVER_ORDER, ASK_CUSTOMER, BOOK_RETRY, DELIVER_ORDER);
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
        delivery.took(DELIVER_ORDER, ASK_CUSTOMER, RETURN_ORDER);
    }

    @Test
    @DisplayName("customer does not answer — comes back when the time to choose is over")
    void customerStaysSilent(Walk delivery) {
        begin(delivery);
        tryTo(delivery, failed("wrongAddress", 1));
        delivery.job(ASK_CUSTOMER).done(Map.of("choiceDueAt", delivery.at(CHOICE)));
        delivery.tookBefore(CHOICE, DELIVER_ORDER, ASK_CUSTOMER);
        delivery.pass(CHOICE);
        delivery.job(RETURN_ORDER).done();

        delivery.reached("endEvent_returned");
        delivery.took(DELIVER_ORDER, ASK_CUSTOMER, RETURN_ORDER);
    }

    @Test
    @DisplayName("customer refuses the order — comes back, nobody is asked")
    void customerRefuses(Walk delivery) {
        begin(delivery);
        tryTo(delivery, failed("refused", 1));
        delivery.job(RETURN_ORDER).done();

        delivery.reached("endEvent_returned");
        delivery.took(DELIVER_ORDER, RETURN_ORDER);
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
        delivery.publish(DELIVERY_DISPATCHED, Map.of("driver", "ravi"));
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
                "slotStartsAt",
                delivery.at(NEXT_DAY.plus(SLOT_START)),
                "slotEndsAt",
                delivery.at(NEXT_DAY.plus(SLOT_END)));
    }
}
