package app.orchard.payment;

import app.orchard.shared.Changes;
import app.orchard.shared.WakefulLoop;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Works through the inbox in order of arrival; what fails comes again later and holds up nobody. */
@Component
class WebhookReader implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(WebhookReader.class);
    private static final Duration TIDY_EVERY = Duration.ofHours(1);

    private final WebhookInbox inbox;
    private final TransactionTemplate transaction;
    private final WakefulLoop loop = new WakefulLoop("payment-webhooks", Duration.ofSeconds(2), this::round);
    private long tidiedNanos = System.nanoTime();

    /** A notice that could not be processed; its transaction must end before that can be written down. */
    private static final class Failed extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient WebhookInbox.Notice notice;

        Failed(WebhookInbox.Notice notice, RuntimeException cause) {
            super(cause);
            this.notice = notice;
        }
    }

    WebhookReader(WebhookInbox inbox, TransactionTemplate transaction, Changes changes) {
        this.inbox = inbox;
        this.transaction = transaction;
        changes.subscribe(WebhookInbox.TOPIC::equals, topic -> loop.wake());
    }

    void round() {
        boolean more = true;
        while (more) {
            more = one();
        }
        if (System.nanoTime() - tidiedNanos > TIDY_EVERY.toNanos()) {
            tidiedNanos = System.nanoTime();
            inbox.forgetOld();
        }
    }

    private boolean one() {
        try {
            return Boolean.TRUE.equals(transaction.execute(status -> processNext()));
        } catch (Failed failed) {
            log.warn("Webhook {} comes again: {}", failed.notice.eventId(), String.valueOf(failed.getCause()));
            inbox.postpone(failed.notice, String.valueOf(failed.getCause()));
            return true;
        }
    }

    private boolean processNext() {
        var next = inbox.next();
        next.ifPresent(notice -> {
            try {
                inbox.process(notice);
            } catch (RuntimeException e) {
                throw new Failed(notice, e);
            }
        });
        return next.isPresent();
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
