package app.orchard.order;

import app.orchard.engine.Engine;
import app.orchard.engine.EngineMessage;
import app.orchard.processes.ProcessMessages;
import app.orchard.shared.Business;
import app.orchard.shared.BusinessSettings;
import app.orchard.slots.ZoneBook;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the process {@code order} is told: ids, flags and moments; never people, never addresses. */
@Component
class OrderProcess {

    private final Engine engine;
    private final ZoneBook zones;
    private final Business business;
    private final Clock clock;
    private final JdbcClient jdbc;

    OrderProcess(Engine engine, ZoneBook zones, Business business, Clock clock, JdbcClient jdbc) {
        this.engine = engine;
        this.zones = zones;
        this.business = business;
        this.clock = clock;
        this.jdbc = jdbc;
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
        Standing standing = standing(order);
        Map<String, Object> variables = new HashMap<>(Map.of(
                "orderId", order.id().toString(),
                "channel", order.channel().wireName(),
                "paymentMethod", order.paymentMethod().name().toLowerCase(Locale.ROOT),
                "amountDue", order.totals().total().minor(),
                "zone", order.zone(),
                "zoneTakesCash", zones.takesCash(order.zone()),
                "openCash", standing.openCash(),
                "deliveredBefore", standing.deliveredBefore()));
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

    /**
     * What decides whether a customer may pay in cash.
     *
     * @param openCash what they will owe at other doors, in paise
     */
    private record Standing(int deliveredBefore, long openCash) {

        static final Standing UNKNOWN = new Standing(0, 0);
    }

    private Standing standing(Order order) {
        return order.customer() == null
                ? Standing.UNKNOWN
                : jdbc.sql("""
                        select (select count(*) from sales_order
                                where customer_id = :customer and status = 'DELIVERED') as delivered_before,
                          (select coalesce(sum(p.amount), 0) from payment p join sales_order o on o.id = p.order_id
                           where o.customer_id = :customer and o.id <> :order and p.method = 'CASH'
                             and p.state in ('CREATED', 'PENDING', 'ERRORED', 'UNKNOWN')
                             and o.status in ('PLACED', 'CONFIRMED', 'PREPARING', 'READY', 'OUT_FOR_DELIVERY',
                               'ATTEMPT_FAILED')) as open_cash""")
                        .param("customer", order.customer().value())
                        .param("order", order.id().value())
                        .query(Standing.class)
                        .single();
    }
}
