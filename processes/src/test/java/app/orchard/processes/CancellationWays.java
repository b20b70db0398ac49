package app.orchard.processes;

import static app.orchard.processes.Elements.APPROVE_REFUND;
import static app.orchard.processes.Elements.DELIVER_ORDER;
import static app.orchard.processes.Elements.PACK_ORDER;
import static app.orchard.processes.JobTypes.ASK_CUSTOMER;
import static app.orchard.processes.JobTypes.BOOK_RETRY;
import static app.orchard.processes.JobTypes.CALCULATE_REFUND;
import static app.orchard.processes.JobTypes.CONFIRM_ORDER;
import static app.orchard.processes.JobTypes.EXPIRE_ORDER;
import static app.orchard.processes.JobTypes.EXPIRE_PAYMENT;
import static app.orchard.processes.JobTypes.OFFER_RETRY;
import static app.orchard.processes.JobTypes.REMIND_CUSTOMER;
import static app.orchard.processes.JobTypes.REPORT_DELAY;
import static app.orchard.processes.JobTypes.REQUEST_PAYMENT;
import static app.orchard.processes.JobTypes.REQUIRE_ONLINE_PAYMENT;
import static app.orchard.processes.JobTypes.RETURN_ORDER;
import static app.orchard.processes.JobTypes.SEND_REFUND;
import static app.orchard.processes.ProcessMessages.DELIVERY_DISPATCHED;
import static app.orchard.processes.ProcessMessages.ORDER_CANCELLED;
import static app.orchard.processes.ProcessMessages.ORDER_PLACED;
import static app.orchard.processes.ProcessMessages.PAYMENT_CAPTURED;
import static app.orchard.processes.ProcessMessages.PAYMENT_FAILED;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camunda.client.api.command.ClientException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An order is cancelled at each place where it can wait, be it for a person, for a moment, for a message or for a worker. */
abstract class CancellationWays {
    private static final Duration REMINDER = Duration.ofMinutes(5);
    private static final Duration EXPIRY = Duration.ofMinutes(15);
    private static final Duration PREPARATION = Duration.ofHours(20);
    private static final Duration SLOT_START = Duration.ofHours(24);
    private static final Duration SLOT_END = Duration.ofHours(26);
    private static final Duration RETRY = Duration.ofHours(40);
    private static final Duration CHOICE = Duration.ofHours(30);
    private static final Map<String, Object> PACKED = Map.of("boxes", 1);

    /** Each walks to its wait, and gives the work that must be gone afterwards, if there is any. */
    enum Wait {
        FOR_ONLINE_PAYMENT_TO_BE_REQUIRED(order -> {
            place(order, "cash", 900_000);
            return order.job(REQUIRE_ONLINE_PAYMENT);
        }),
        FOR_THE_PAYMENT_TO_BE_REQUESTED(order -> {
            place(order, "online", 90_000);
            return order.job(REQUEST_PAYMENT);
        }),
        FOR_THE_MONEY(order -> {
            place(order, "online", 90_000);
            order.job(REQUEST_PAYMENT).done();
            return null;
        }),
        FOR_THE_REMINDER(order -> {
            FOR_THE_MONEY.walk(order);
            order.pass(REMINDER);
            return order.job(REMIND_CUSTOMER);
        }),
        FOR_ANOTHER_TRY(order -> {
            FOR_THE_MONEY.walk(order);
            order.publish(PAYMENT_FAILED);
            return order.job(OFFER_RETRY);
        }),
        FOR_THE_LAST_LOOK(order -> {
            FOR_THE_MONEY.walk(order);
            order.pass(EXPIRY);
            return order.job(EXPIRE_PAYMENT);
        }),
        FOR_THE_EXPIRY(order -> {
            FOR_THE_LAST_LOOK.work(order).done(Map.of("paid", false));
            return order.job(EXPIRE_ORDER);
        }),
        FOR_THE_CONFIRMATION(order -> {
            FOR_THE_MONEY.walk(order);
            order.publish(PAYMENT_CAPTURED);
            return order.job(CONFIRM_ORDER);
        }),
        FOR_THE_PREPARATION(order -> {
            place(order, "cash", 90_000);
            order.job(CONFIRM_ORDER).done();
            return null;
        }),
        FOR_THE_PACKER(order -> {
            FOR_THE_PREPARATION.walk(order);
            order.pass(PREPARATION);
            return order.task(PACK_ORDER);
        }),
        FOR_THE_REPORT_OF_LATE_PACKING(order -> {
            FOR_THE_PACKER.walk(order);
            order.pass(SLOT_START);
            return order.job(REPORT_DELAY);
        }),
        FOR_THE_TOUR(order -> {
            FOR_THE_PACKER.work(order).done(PACKED);
            return null;
        }),
        FOR_THE_REPORT_OF_LATE_DISPATCH(order -> {
            FOR_THE_TOUR.walk(order);
            order.pass(SLOT_START.plusMinutes(30));
            return order.job(REPORT_DELAY);
        }),
        FOR_THE_DRIVER(order -> {
            FOR_THE_TOUR.walk(order);
            order.publish(DELIVERY_DISPATCHED, Map.of("driver", "ravi"));
            return order.task(DELIVER_ORDER);
        }),
        FOR_A_LATER_SLOT(order -> {
            FOR_THE_DRIVER.work(order).done(failed("notHome"));
            return order.job(BOOK_RETRY);
        }),
        FOR_THE_NEXT_TRY(order -> {
            FOR_A_LATER_SLOT
                    .work(order)
                    .done(Map.of(
                            "retryBooked",
                            true,
                            "slotStartsAt",
                            order.at(RETRY),
                            "slotEndsAt",
                            order.at(RETRY.plusHours(2))));
            return null;
        }),
        FOR_THE_QUESTION(order -> {
            FOR_THE_DRIVER.work(order).done(failed("wrongAddress"));
            return order.job(ASK_CUSTOMER);
        }),
        FOR_THE_CUSTOMERS_CHOICE(order -> {
            FOR_THE_QUESTION.work(order).done(Map.of("choiceDueAt", order.at(CHOICE)));
            return null;
        }),
        FOR_THE_GOODS_TO_COME_BACK(order -> {
            FOR_THE_DRIVER.work(order).done(failed("damaged"));
            return order.job(RETURN_ORDER);
        });

        private final Function<Walk, @Nullable Job> way;

        Wait(Function<Walk, @Nullable Job> way) {
            this.way = way;
        }

        @Nullable
        Job walk(Walk order) {
            return way.apply(order);
        }

        private Job work(Walk order) {
            return Objects.requireNonNull(walk(order));
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    @DisplayName("cancelled while it waits — its work is gone, the money goes back")
    void cancelledWhileItWaits(Wait wait, Walk order) {
        var work = wait.walk(order);
        order.publish(ORDER_CANCELLED, Map.of("stage", "beforeCutoff", "fault", "customer"));
        var refund = order.job(CALCULATE_REFUND);
        refund.done(Map.of(
                "refundId", order.id(), "anythingDue", true, "needsApproval", true, "settleBy", order.at(SLOT_END)));
        order.task(APPROVE_REFUND).done(Map.of("approved", true));
        order.job(SEND_REFUND).done(Map.of("outcome", "done"));

        order.isOver("endEvent_refundSettled", "endEvent_refundClosed", "endEvent_orderCancelled");
        assertThat(refund.variables()).containsEntry("stage", "beforeCutoff").containsEntry("fault", "customer");
        if (work != null) {
            assertThatThrownBy(work::done).isInstanceOf(ClientException.class);
        }
    }

    private static void place(Walk order, String paymentMethod, int amountDue) {
        Map<String, Object> placed = new HashMap<>(Map.of(
                "orderId",
                order.id(),
                "channel",
                "online",
                "paymentMethod",
                paymentMethod,
                "amountDue",
                amountDue,
                "zone",
                "north",
                "deliveredBefore",
                0));
        placed.put("zoneTakesCash", true);
        placed.put("openCash", 0);
        placed.put("paymentRemindAt", order.at(REMINDER));
        placed.put("paymentExpiresAt", order.at(EXPIRY));
        placed.put("preparationStartsAt", order.at(PREPARATION));
        placed.put("slotStartsAt", order.at(SLOT_START));
        placed.put("slotEndsAt", order.at(SLOT_END));
        order.publish(ORDER_PLACED, placed);
    }

    private static Map<String, Object> failed(String reason) {
        return Map.of("delivered", false, "failureReason", reason, "attempt", 1);
    }
}
