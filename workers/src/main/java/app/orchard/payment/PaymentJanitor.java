package app.orchard.payment;

import app.orchard.shared.OrderId;
import app.orchard.shared.WakefulLoop;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Asks the gateway again about every payment that may still bring money, for the case that its notices got lost. */
@Component
class PaymentJanitor implements SmartLifecycle {

    private static final int AT_ONCE = 20;
    private static final Duration CLAIM = Duration.ofMinutes(2);

    private final GatewayDesk desk;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final WakefulLoop loop = new WakefulLoop("payment-janitor", Duration.ofSeconds(2), this::round);

    PaymentJanitor(GatewayDesk desk, JdbcClient jdbc, Clock clock) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** One after the other, and no further once the gateway is away or has enough of us. */
    void round() {
        Optional<OrderId> due = claim();
        for (int i = 0; i < AT_ONCE && due.isPresent() && desk.check(due.get()); i++) {
            due = claim();
        }
    }

    private Optional<OrderId> claim() {
        Instant now = clock.instant();
        return jdbc.sql("""
                update payment set check_due_at = ? where order_id = (
                  select order_id from payment where check_due_at <= ?
                  order by check_due_at limit 1 for update skip locked)
                returning order_id""")
                .params(Timestamp.from(now.plus(CLAIM)), Timestamp.from(now))
                .query(UUID.class)
                .optional()
                .map(OrderId::new);
    }

    @Override
    public void start() {
        loop.start();
    }

    @Override
    public void stop() {
        loop.stop();
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
