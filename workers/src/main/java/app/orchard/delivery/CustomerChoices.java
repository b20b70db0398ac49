package app.orchard.delivery;

import app.orchard.engine.Engine;
import app.orchard.engine.EngineMessage;
import app.orchard.processes.ProcessMessages;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers want after a failed delivery: that we come again, or their money back. */
@Service
@Transactional
public class CustomerChoices {

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Engine engine;

    CustomerChoices(JdbcClient jdbc, Clock clock, Engine engine) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.engine = engine;
    }

    /** Until when the customer can choose now; empty when there is nothing to choose. */
    @Transactional(readOnly = true)
    public Optional<Instant> openUntil(OrderId order) {
        return jdbc.sql("select due_at from customer_choice where order_id = ? and choice is null and due_at > ?")
                .params(order.value(), Timestamp.from(clock.instant()))
                .query(Timestamp.class)
                .optional()
                .map(Timestamp::toInstant);
    }

    /** Asked twice for the same attempt, the first answer stands. */
    Instant ask(OrderId order, int attempt, Instant dueAt) {
        jdbc.sql("insert into customer_choice (order_id, attempt, due_at) values (?, ?, ?) on conflict do nothing")
                .params(order.value(), attempt, Timestamp.from(dueAt))
                .update();
        return jdbc.sql("select due_at from customer_choice where order_id = ? and attempt = ?")
                .params(order.value(), attempt)
                .query(Timestamp.class)
                .single()
                .toInstant();
    }

    void choose(OrderId order, boolean again) {
        String choice = again ? "again" : "refund";
        int attempt = jdbc.sql("""
                update customer_choice set choice = ?, chosen_at = ?
                where order_id = ? and choice is null and due_at > ? returning attempt""")
                .params(choice, Timestamp.from(clock.instant()), order.value(), Timestamp.from(clock.instant()))
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("nothing-to-choose", "This was decided already."));
        String key = order.toString();
        engine.publish(new EngineMessage(
                ProcessMessages.DELIVERY_CUSTOMER_CHOSE,
                key,
                ProcessMessages.DELIVERY_CUSTOMER_CHOSE + ":" + key + ":" + attempt,
                Map.of("customerChoice", choice),
                key));
    }
}
