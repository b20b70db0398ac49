package app.orchard.messaging;

import app.orchard.messaging.wati.SendAnswer;
import app.orchard.messaging.wati.Wati;
import app.orchard.messaging.wati.WatiSettings;
import app.orchard.shared.Changes;
import app.orchard.shared.WakefulLoop;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Sends what is queued: few requests at a time, each with many recipients, at the pace the provider allows. */
@Component
class Sender implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Sender.class);
    private static final int IN_FLIGHT = 4;
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final MessageQueue queue;
    private final Wati wati;
    private final Pace pace;
    private final Semaphore free = new Semaphore(IN_FLIGHT);
    private final WakefulLoop loop = new WakefulLoop("message-sender", Duration.ofSeconds(1), this::round);
    private final Duration lockedOut;
    private final int batchSize;

    Sender(MessageQueue queue, Wati wati, WatiSettings provider, MessagingSettings settings, Changes changes) {
        this.queue = queue;
        this.wati = wati;
        this.pace = new Pace(provider.sendsPerWindow(), provider.window(), settings.retryAfter());
        this.batchSize = settings.batch();
        this.lockedOut = settings.retryAfter().multipliedBy(30);
        changes.subscribe(MessageQueue.TOPIC::equals, topic -> loop.wake());
    }

    Pace pace() {
        return pace;
    }

    /** Asks the provider and keeps to what it says about our speed. All messages have the same template. */
    Map<Outgoing, Verdict> ask(List<Outgoing> batch) {
        MessageTemplate template = batch.getFirst().template();
        SendAnswer answer = wati.send(
                template.wireName(),
                template.wireName() + "-" + batch.getFirst().id(),
                batch.stream().map(Outgoing::recipient).toList());
        heed(answer);
        return Verdict.of(batch, answer);
    }

    private void heed(SendAnswer answer) {
        switch (answer) {
            case SendAnswer.Taken taken -> pace.fine();
            case SendAnswer.Refused refused -> pace.fine();
            case SendAnswer.TooFast(var retryAfter) -> {
                pace.trouble();
                retryAfter.ifPresent(pace::pause);
            }
            case SendAnswer.LockedOut(var reason) -> {
                log.error("Messages to customers wait: {}", reason);
                pace.pause(lockedOut);
            }
            case SendAnswer.Unreached(var reason) -> {
                log.warn("Messages to customers wait: {}", reason);
                pace.trouble();
            }
            case SendAnswer.Silence(var reason) -> {
                log.warn("{} Messages are looked up before they are sent again.", reason);
                pace.trouble();
            }
        }
    }

    private void round() {
        while (loop.isRunning() && queue.anyDue() && pace.take(false, PATIENCE)) {
            free.acquireUninterruptibly();
            List<Outgoing> batch = List.of();
            try {
                // After trouble one message goes ahead: what it meets then, the others need not.
                batch = queue.claim(pace.troubled() ? 1 : batchSize);
            } finally {
                if (batch.isEmpty()) {
                    free.release();
                }
            }
            if (batch.isEmpty()) {
                return;
            }
            sendAside(batch);
        }
    }

    private void sendAside(List<Outgoing> batch) {
        Thread.ofVirtual().name("message-" + batch.getFirst().id()).start(() -> {
            try {
                queue.record(ask(batch));
            } catch (RuntimeException failure) {
                // They stay SENDING; when their lease ends they are looked up.
                log.warn("What became of {} messages could not be noted: {}", batch.size(), failure.toString());
            } finally {
                free.release();
                loop.wake();
            }
        });
    }

    @Override
    public void start() {
        if (wati.connected()) {
            loop.start();
        } else {
            log.warn("Messages to customers wait in the queue: orchard.wati.endpoint is not set.");
        }
    }

    @Override
    public void stop() {
        loop.stop();
        try {
            if (free.tryAcquire(IN_FLIGHT, 10, TimeUnit.SECONDS)) {
                free.release(IN_FLIGHT);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return loop.isRunning();
    }
}
