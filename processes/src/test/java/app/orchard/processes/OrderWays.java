package app.orchard.processes;

import static app.orchard.processes.Elements.DELIVER_ORDER;
import static app.orchard.processes.Elements.PACK_ORDER;
import static app.orchard.processes.JobTypes.CALCULATE_REFUND;
import static app.orchard.processes.JobTypes.CONFIRM_ORDER;
import static app.orchard.processes.JobTypes.EXPIRE_ORDER;
import static app.orchard.processes.JobTypes.EXPIRE_PAYMENT;
import static app.orchard.processes.JobTypes.REMIND_CUSTOMER;
import static app.orchard.processes.JobTypes.REPORT_DELAY;
import static app.orchard.processes.JobTypes.REQUEST_PAYMENT;
import static app.orchard.processes.JobTypes.REQUIRE_ONLINE_PAYMENT;
import static app.orchard.processes.JobTypes.RETURN_ORDER;
import static app.orchard.processes.ProcessMessages.DELIVERY_DISPATCHED;
import static app.orchard.processes.ProcessMessages.ORDER_CANCELLED;
import static app.orchard.processes.ProcessMessages.ORDER_PLACED;
import static app.orchard.processes.ProcessMessages.ORDER_REINSTATED;
import static app.orchard.processes.ProcessMessages.ORDER_RESCHEDULED;
import static app.orchard.processes.ProcessMessages.PAYMENT_CAPTURED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.command.ClientException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class OrderWays {
    private static final Map<String, Object> NOTHING_DUE = Map.of("anythingDue", false);
    private static final Duration REMINDER = Duration.ofMinutes(5);
    private static final Duration EXPIRY = Duration.ofMinutes(15);
    private static final Duration PREPARATION = Duration.ofHours(20);
    private static final Duration SLOT_START = Duration.ofHours(24);
    private static final Duration SLOT_END = Duration.ofHours(26);

    @Test
    @DisplayName("prepaid — paid, packed, delivered")
    void prepaid(Walk order) {
        order.publish(ORDER_PLACED, placed(order, "online", 90_000));
        order.job(REQUEST_PAYMENT).done();
        order.publish(PAYMENT_CAPTURED);
        order.job(CONFIRM_ORDER).done();
        order.pass(PREPARATION);
        order.task(PACK_ORDER).done(Map.of("boxes", 2, "complete", true));
        deliver(order);

        order.reached(
                "endEvent_paymentTaken", "endEvent_paymentCaptured", "endEvent_delivered", "endEvent_orderDelivered");
        order.took(REQUEST_PAYMENT, CONFIRM_ORDER, PACK_ORDER, DELIVER_ORDER);
    }

    @Test
    @DisplayName("cash within the limit — confirmed without payment, delivered")
    void cashWithinTheLimit(Walk order) {
        order.publish(ORDER_PLACED, placed(order, "cash", 90_000));
        order.job(CONFIRM_ORDER).done();
        order.pass(PREPARATION);
        order.task(PACK_ORDER).done(Map.of("boxes", 1));
        deliver(order);

        order.reached("endEvent_delivered", "endEvent_orderDelivered");
        order.took(CONFIRM_ORDER, PACK_ORDER, DELIVER_ORDER);
    }

    @Test
    @DisplayName("cash above the limit — paid online instead")
    void cashAboveTheLimit(Walk order) {
        var placed = placed(order, "cash", 250_000);
        placed.remove("paymentRemindAt");
        placed.remove("paymentExpiresAt");
        order.publish(ORDER_PLACED, placed);
        order.job(REQUIRE_ONLINE_PAYMENT)
                .done(Map.of("paymentRemindAt", order.at(REMINDER), "paymentExpiresAt", order.at(EXPIRY)));
        order.job(REQUEST_PAYMENT).done();
        order.publish(PAYMENT_CAPTURED);
        order.job(CONFIRM_ORDER).done();
        order.publish(ORDER_CANCELLED);
        order.job(CALCULATE_REFUND).done(NOTHING_DUE);

        order.reached(
                "endEvent_paymentTaken", "endEvent_paymentCaptured", "endEvent_orderCancelled", "endEvent_nothingDue");
        order.took(REQUIRE_ONLINE_PAYMENT, REQUEST_PAYMENT, CONFIRM_ORDER, CALCULATE_REFUND);
    }

    @Test
    @DisplayName("never paid — expired, nothing is packed or refunded")
    void neverPaid(Walk order) {
        order.publish(ORDER_PLACED, placed(order, "online", 90_000));
        expire(order);

        order.reached("endEvent_customerReminded", "endEvent_paymentExpired", "endEvent_orderExpired");
        order.took(REQUEST_PAYMENT, REMIND_CUSTOMER, EXPIRE_PAYMENT, EXPIRE_ORDER);
    }

    @Test
    @DisplayName("paid late, everything still there — reinstated, packed, delivered")
    void reinstated(Walk order) {
        order.publish(ORDER_REINSTATED, placed(order, "online", 90_000));
        order.job(CONFIRM_ORDER).done();
        order.pass(PREPARATION);
        order.task(PACK_ORDER).done(Map.of("boxes", 1));
        deliver(order);

        order.reached("endEvent_delivered", "endEvent_orderDelivered");
        order.took(CONFIRM_ORDER, PACK_ORDER, DELIVER_ORDER);
    }

    @Test
    @DisplayName("reinstated while it still expires — the second life starts when the first is over")
    void reinstatedWhileExpiring(Walk order) {
        order.publish(ORDER_PLACED, placed(order, "online", 90_000));
        order.job(REQUEST_PAYMENT).done();
        order.pass(REMINDER);
        order.job(REMIND_CUSTOMER).done();
        order.pass(EXPIRY);
        order.job(EXPIRE_PAYMENT).done(Map.of("paid", false));
        var expiry = order.job(EXPIRE_ORDER);
        order.publish(ORDER_REINSTATED, placed(order, "online", 90_000));
        expiry.done();
        order.job(CONFIRM_ORDER).done();
        order.publish(ORDER_CANCELLED);
        order.job(CALCULATE_REFUND).done(NOTHING_DUE);

        order.reached(
                "endEvent_customerReminded",
                "endEvent_paymentExpired",
                "endEvent_orderExpired",
                "endEvent_orderCancelled",
                "endEvent_nothingDue");
        order.took(REQUEST_PAYMENT, REMIND_CUSTOMER, EXPIRE_PAYMENT, EXPIRE_ORDER, CONFIRM_ORDER, CALCULATE_REFUND);
    }

    @Test
    @DisplayName("moved to a later slot, twice — packed when the last one says")
    void rescheduled(Walk order) {
        order.publish(ORDER_PLACED, placed(order, "cash", 90_000));
        order.job(CONFIRM_ORDER).done();
        order.publish(ORDER_RESCHEDULED, moved(order, Duration.ofDays(1)));
        order.publish(ORDER_RESCHEDULED, moved(order, Duration.ofDays(2)));
        order.tookBefore(PREPARATION.plusDays(2), CONFIRM_ORDER);
        order.pass(PREPARATION.plusDays(2));
        var packing = order.task(PACK_ORDER);
        packing.done(Map.of("boxes", 1));
        order.publish(DELIVERY_DISPATCHED, Map.of("driver", "ravi"));
        var trip = order.task(DELIVER_ORDER);
        order.publish(ORDER_CANCELLED);
        order.job(CALCULATE_REFUND).done(NOTHING_DUE);

        order.reached("endEvent_orderCancelled", "endEvent_nothingDue");
        order.took(CONFIRM_ORDER, PACK_ORDER, DELIVER_ORDER, CALCULATE_REFUND);
        assertThat(packing.header("io.camunda.zeebe:dueDate")).isEqualTo(order.at(SLOT_START.plusDays(2)));
        assertThat(trip.variables()).containsEntry("slotEndsAt", order.at(SLOT_END.plusDays(2)));
    }

    @Test
    @DisplayName("moved to an earlier slot before it is paid — packed for the earlier one")
    void rescheduledBeforePayment(Walk order) {
        order.publish(ORDER_PLACED, placed(order, "online", 90_000));
        var request = order.job(REQUEST_PAYMENT);
        order.publish(ORDER_RESCHEDULED, moved(order, Duration.ofHours(-10)));
        request.done();
        order.publish(PAYMENT_CAPTURED);
        order.job(CONFIRM_ORDER).done();
        order.pass(PREPARATION.minusHours(10));
        var packing = order.task(PACK_ORDER);
        order.publish(ORDER_CANCELLED);
        order.job(CALCULATE_REFUND).done(NOTHING_DUE);

        order.reached(
                "endEvent_paymentTaken", "endEvent_paymentCaptured", "endEvent_orderCancelled", "endEvent_nothingDue");
        assertThat(packing.header("io.camunda.zeebe:dueDate")).isEqualTo(order.at(SLOT_START.minusHours(10)));
    }

    @Test
    @DisplayName("sold at the stall for cash — over when confirmed")
    void soldAtTheStallForCash(Walk order) {
        order.publish(ORDER_PLACED, atTheStall(order, "cash"));
        order.job(CONFIRM_ORDER).done();

        order.reached("endEvent_soldAtStall");
        order.took(CONFIRM_ORDER);
    }

    @Test
    @DisplayName("sold at the stall, paid by phone — nobody asks for the money again")
    void soldAtTheStallByPhone(Walk order) {
        order.publish(ORDER_PLACED, atTheStall(order, "online"));
        order.job(CONFIRM_ORDER).done();

        order.reached("endEvent_soldAtStall");
        order.took(CONFIRM_ORDER);
    }

    @Test
    @DisplayName("not packed at slot start — the delay is reported, the packer goes on")
    void packedLate(Walk order) {
        order.publish(ORDER_PLACED, placed(order, "cash", 90_000));
        order.job(CONFIRM_ORDER).done();
        order.tookBefore(PREPARATION, CONFIRM_ORDER);
        order.tookBefore(SLOT_START, CONFIRM_ORDER, PACK_ORDER);
        order.pass(SLOT_START);
        var report = order.job(REPORT_DELAY);
        report.done();
        var packing = order.task(PACK_ORDER);
        packing.done(Map.of("boxes", 1));
        order.publish(ORDER_CANCELLED);
        order.job(CALCULATE_REFUND).done(NOTHING_DUE);

        order.reached("endEvent_latePackingReported", "endEvent_orderCancelled", "endEvent_nothingDue");
        assertThat(report.header("step")).isEqualTo("packing");
        assertThat(packing.header("io.camunda.zeebe:candidateGroups")).isEqualTo("[\"packer\"]");
        assertThat(packing.header("io.camunda.zeebe:dueDate")).isEqualTo(order.at(SLOT_START));
    }

    @Test
    @DisplayName("goods damaged on the way — returned and refunded")
    void returned(Walk order) {
        order.publish(ORDER_PLACED, placed(order, "cash", 90_000));
        order.job(CONFIRM_ORDER).done();
        order.pass(PREPARATION);
        order.task(PACK_ORDER).done(Map.of("boxes", 1));
        order.publish(DELIVERY_DISPATCHED, Map.of("driver", "ravi"));
        order.task(DELIVER_ORDER).done(Map.of("delivered", false, "failureReason", "damaged", "attempt", 1));
        order.job(RETURN_ORDER).done();
        var refund = order.job(CALCULATE_REFUND);
        refund.done(NOTHING_DUE);

        order.reached("endEvent_returned", "endEvent_orderReturned", "endEvent_nothingDue");
        order.took(CONFIRM_ORDER, PACK_ORDER, DELIVER_ORDER, RETURN_ORDER, CALCULATE_REFUND);
        assertThat(refund.variables()).containsEntry("reason", "returned").containsEntry("fault", "damaged");
    }

    @Test
    @DisplayName("cancelled before it is paid — the payment stops, nothing expires later")
    void cancelledBeforePayment(Walk order) {
        order.publish(ORDER_PLACED, placed(order, "online", 90_000));
        order.job(REQUEST_PAYMENT).done();
        order.publish(ORDER_CANCELLED, Map.of("stage", "beforeCutoff", "fault", "customer"));
        var refund = order.job(CALCULATE_REFUND);
        refund.done(NOTHING_DUE);
        order.pass(EXPIRY);

        order.reached("endEvent_orderCancelled", "endEvent_nothingDue");
        order.took(REQUEST_PAYMENT, CALCULATE_REFUND);
        assertThat(refund.variables())
                .containsEntry("reason", "cancelled")
                .containsEntry("stage", "beforeCutoff")
                .containsEntry("fault", "customer");
    }

    @Test
    @DisplayName("cancelled while it is packed — the packer's task is gone")
    void cancelledDuringPacking(Walk order) {
        order.publish(ORDER_PLACED, placed(order, "cash", 90_000));
        order.job(CONFIRM_ORDER).done();
        order.pass(PREPARATION);
        var packing = order.task(PACK_ORDER);
        order.publish(ORDER_CANCELLED);
        order.job(CALCULATE_REFUND).done(NOTHING_DUE);

        order.reached("endEvent_orderCancelled", "endEvent_nothingDue");
        assertThatThrownBy(packing::done).isInstanceOf(ClientException.class);
    }

    @Test
    @DisplayName("cancelled on the way — the driver's task is gone")
    void cancelledOnTheWay(Walk order) {
        order.publish(ORDER_PLACED, placed(order, "cash", 90_000));
        order.job(CONFIRM_ORDER).done();
        order.pass(PREPARATION);
        order.task(PACK_ORDER).done(Map.of("boxes", 1));
        order.publish(DELIVERY_DISPATCHED, Map.of("driver", "ravi"));
        var trip = order.task(DELIVER_ORDER);
        order.publish(ORDER_CANCELLED);
        order.job(CALCULATE_REFUND).done(NOTHING_DUE);

        order.reached("endEvent_orderCancelled", "endEvent_nothingDue");
        assertThatThrownBy(trip::done).isInstanceOf(ClientException.class);
    }

    @Test
    @DisplayName("placed twice with one message id — one order")
    void placedTwice(Walk order) {
        var placed = atTheStall(order, "cash");
        order.publish(ORDER_PLACED, "order.placed:" + order.id(), placed);
        assertThatThrownBy(() -> order.publish(ORDER_PLACED, "order.placed:" + order.id(), placed))
                .isInstanceOf(ClientException.class);
        order.job(CONFIRM_ORDER).done();

        order.reached("endEvent_soldAtStall");
        order.took(CONFIRM_ORDER);
    }

    @Test
    @DisplayName("payment and delivery see what they need of the order, nothing else")
    void calledProcessesGetOnlyTheirVariables(Walk order) {
        order.publish(ORDER_PLACED, placed(order, "online", 90_000));
        var request = order.job(REQUEST_PAYMENT);
        request.done();
        order.publish(PAYMENT_CAPTURED);
        order.job(CONFIRM_ORDER).done();
        order.pass(PREPARATION);
        order.task(PACK_ORDER).done(Map.of("boxes", 1));
        order.publish(DELIVERY_DISPATCHED, Map.of("driver", "ravi"));
        var trip = order.task(DELIVER_ORDER);
        order.publish(ORDER_CANCELLED);
        order.job(CALCULATE_REFUND).done(NOTHING_DUE);

        order.reached(
                "endEvent_paymentTaken", "endEvent_paymentCaptured", "endEvent_orderCancelled", "endEvent_nothingDue");
        assertThat(request.variables()).containsOnlyKeys("orderId", "paymentRemindAt", "paymentExpiresAt");
        assertThat(trip.variables()).containsOnlyKeys("orderId", "slotStartsAt", "slotEndsAt", "driver");
    }

    private static void expire(Walk order) {
        order.job(REQUEST_PAYMENT).done();
        order.pass(REMINDER);
        order.job(REMIND_CUSTOMER).done();
        order.pass(EXPIRY);
        order.job(EXPIRE_PAYMENT).done(Map.of("paid", false));
        order.job(EXPIRE_ORDER).done();
    }

    private static void deliver(Walk order) {
        order.publish(DELIVERY_DISPATCHED, Map.of("driver", "ravi"));
        order.task(DELIVER_ORDER).done(Map.of("delivered", true, "attempt", 1));
    }

    private static Map<String, Object> placed(Walk order, String paymentMethod, int amountDue) {
        var variables = new HashMap<String, Object>();
        variables.put("orderId", order.id());
        variables.put("channel", "online");
        variables.put("paymentMethod", paymentMethod);
        variables.put("amountDue", amountDue);
        variables.put("zone", "north");
        variables.put("zoneTakesCash", true);
        variables.put("openCash", 0);
        variables.put("deliveredBefore", 0);
        variables.put("paymentRemindAt", order.at(REMINDER));
        variables.put("paymentExpiresAt", order.at(EXPIRY));
        variables.put("preparationStartsAt", order.at(PREPARATION));
        variables.put("slotStartsAt", order.at(SLOT_START));
        variables.put("slotEndsAt", order.at(SLOT_END));
        return variables;
    }

    private static Map<String, Object> moved(Walk order, Duration by) {
        return Map.of(
                "preparationStartsAt", order.at(PREPARATION.plus(by)),
                "slotStartsAt", order.at(SLOT_START.plus(by)),
                "slotEndsAt", order.at(SLOT_END.plus(by)));
    }

    private static Map<String, Object> atTheStall(Walk order, String paymentMethod) {
        return Map.of("orderId", order.id(), "channel", "stall", "paymentMethod", paymentMethod, "amountDue", 700_000);
    }
}
