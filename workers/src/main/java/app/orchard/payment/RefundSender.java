package app.orchard.payment;

import app.orchard.shared.Changes;
import app.orchard.shared.WakefulLoop;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sends what was requested, and what the gateway left open, until it is settled. */
@Component
class RefundSender implements SmartLifecycle {

    static final String TOPIC = "refunds";
    private static final int AT_ONCE = 20;

    private final RefundDesk desk;
    private final JdbcClient jdbc;
    private final Clock clock;
    private final WakefulLoop loop = new WakefulLoop("refund-sender", Duration.ofSeconds(2), this::round);

    RefundSender(RefundDesk desk, JdbcClient jdbc, Changes changes, Clock clock) {
        this.desk = desk;
        this.jdbc = jdbc;
        this.clock = clock;
        changes.subscribe(TOPIC::equals, topic -> loop.wake());
    }

    void round() {
        due().forEach(desk::send);
    }

    private List<String> due() {
        return jdbc.sql("select key from payment_refund where due_at <= ? order by due_at limit " + AT_ONCE)
                .param(Timestamp.from(clock.instant()))
                .query(String.class)
                .list();
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
