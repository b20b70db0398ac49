package app.orchard.payment;

import app.orchard.payment.razorpay.GatewayEvent;
import app.orchard.payment.razorpay.RazorpayGateway;
import app.orchard.shared.Changes;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The gateway's notices as they came, each once, until they are worked through and a month longer. */
@Service
@Transactional
class WebhookInbox {

    static final String TOPIC = "payment-webhooks";
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int LONGEST_FAILURE = 300;

    private final RazorpayGateway gateway;
    private final Settlement settlement;
    private final Refunds refunds;
    private final Changes changes;
    private final JdbcClient jdbc;
    private final Clock clock;

    record Notice(String eventId, String body, int tries) {}

    WebhookInbox(
            RazorpayGateway gateway,
            Settlement settlement,
            Refunds refunds,
            Changes changes,
            JdbcClient jdbc,
            Clock clock) {
        this.gateway = gateway;
        this.settlement = settlement;
        this.refunds = refunds;
        this.changes = changes;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return whether it was not known yet */
    boolean keep(String eventId, String event, String body) {
        Timestamp now = now();
        int news = jdbc.sql("""
                insert into webhook_inbox (event_id, event, body, received_at, due_at) values (?, ?, ?, ?, ?)
                on conflict do nothing""").params(eventId, event, body, now, now).update();
        if (news == 1) {
            changes.announce(TOPIC);
        }
        return news == 1;
    }

    /** The oldest that is due, kept from others until this transaction ends. */
    Optional<Notice> next() {
        return jdbc.sql("""
                select event_id, body, tries from webhook_inbox where due_at <= ?
                order by arrival limit 1 for update skip locked""").param(now()).query(Notice.class).optional();
    }

    void process(Notice notice) {
        GatewayEvent event = gateway.read(notice.body());
        event.payment().ifPresent(settlement::settle);
        event.refund().ifPresent(refunds::hear);
        jdbc.sql("update webhook_inbox set processed_at = ?, due_at = null, failure = null where event_id = ?")
                .params(now(), notice.eventId())
                .update();
    }

    void postpone(Notice notice, String why) {
        Instant again = clock.instant().plusSeconds(2L << Math.min(notice.tries(), 11));
        jdbc.sql("update webhook_inbox set tries = tries + 1, due_at = ?, failure = ? where event_id = ?")
                .params(
                        Timestamp.from(again),
                        why.substring(0, Math.min(why.length(), LONGEST_FAILURE)),
                        notice.eventId())
                .update();
    }

    void forgetOld() {
        jdbc.sql("delete from webhook_inbox where processed_at < ?")
                .param(Timestamp.from(clock.instant().minus(KEPT)))
                .update();
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }
}
