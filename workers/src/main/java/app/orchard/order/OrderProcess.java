package app.orchard.order;

import app.orchard.engine.Engine;
import app.orchard.engine.EngineMessage;
import app.orchard.processes.ProcessMessages;
import app.orchard.shared.Business;
import app.orchard.shared.BusinessSettings;
import app.orchard.shared.Money;
import app.orchard.slots.ZoneBook;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the process {@code order} is told: ids, flags and moments; never people, never addresses. */
@Component
class OrderProcess {

    private final Engine engine;
    private final OrderRepository orders;
    private final ZoneBook zones;
    private final Business business;
    private final Clock clock;

    OrderProcess(Engine engine, OrderRepository orders, ZoneBook zones, Business business, Clock clock) {
        this.engine = engine;
        this.orders = orders;
        this.zones = zones;
        this.business = business;
        this.clock = clock;
    }

    void start(Order order, @Nullable Instant payBefore) {
        publish(order, ProcessMessages.ORDER_PLACED, ProcessMessages.ORDER_PLACED + ":" + order.id(), payBefore);
    }

    void reinstate(Order order) {
        publish(order, ProcessMessages.ORDER_REINSTATED, "order.reinstated:" + order.stockCause(), null);
    }

    void cancel(Order order, CancellationStage stage, Fault fault) {
        String key = order.id().toString();
        engine.publish(new EngineMessage(
                ProcessMessages.ORDER_CANCELLED,
                key,
                ProcessMessages.ORDER_CANCELLED + ":" + key,
                Map.of("stage", stage.wireName(), "fault", fault.wireName()),
                key));
    }

    /** The times it waits for are others now. */
    void reschedule(Order order) {
        String key = order.id().toString();
        engine.publish(new EngineMessage(
                ProcessMessages.ORDER_RESCHEDULED,
                key,
                ProcessMessages.ORDER_RESCHEDULED + ":" + key + ":" + order.timesRescheduled(),
                slotTimes(order),
                key));
    }

    /** The moments at which the payment process reminds and gives up. */
    Map<String, Object> paymentTimes(Instant payBefore) {
        BusinessSettings settings = business.settings();
        Instant remindAt = payBefore.minus(settings.paymentExpiresAfter()).plus(settings.paymentReminderAfter());
        return Map.of("paymentRemindAt", remindAt.toString(), "paymentExpiresAt", payBefore.toString());
    }

    private void publish(Order order, String message, String messageId, @Nullable Instant payBefore) {
        Map<String, Object> variables = new HashMap<>(Map.of(
                "orderId", order.id().toString(),
                "channel", order.channel().wireName(),
                "paymentMethod", order.paymentMethod().name().toLowerCase(Locale.ROOT),
                "amountDue", order.totals().total().minor(),
                "zone", order.zone(),
                "zoneTakesCash", zones.takesCash(order.zone()),
                "openCash", openCash(order).minor(),
                "deliveredBefore", deliveredBefore(order)));
        variables.putAll(slotTimes(order));
        if (payBefore != null) {
            variables.putAll(paymentTimes(payBefore));
        }
        String key = order.id().toString();
        engine.publish(new EngineMessage(message, key, messageId, variables, key));
    }

    /** Nothing for a sale at the stall. */
    private Map<String, Object> slotTimes(Order order) {
        OrderView view = order.asView();
        if (view.slotStartsAt() == null || view.slotEndsAt() == null) {
            return Map.of();
        }
        Instant preparation = view.slotStartsAt().minus(business.settings().preparationLead());
        Instant now = clock.instant();
        return Map.of(
                "preparationStartsAt", (preparation.isBefore(now) ? now : preparation).toString(),
                "slotStartsAt", view.slotStartsAt().toString(),
                "slotEndsAt", view.slotEndsAt().toString());
    }

    private int deliveredBefore(Order order) {
        return order.customer() == null ? 0 : orders.count(order.customer().value(), OrderStatus.DELIVERED);
    }

    /** What the customer will owe in cash at other doors. */
    private Money openCash(Order order) {
        return order.customer() == null
                ? Money.ZERO
                : Money.of(orders.openCash(order.customer().value(), order.id().value()));
    }
}
