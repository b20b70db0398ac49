package app.orchard.messaging;

import app.orchard.messaging.wati.Wati;
import app.orchard.shared.Refusal;
import app.orchard.shared.WakefulLoop;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Sends one-time codes ahead of everything else, from memory only. A code that is lost with the process, or could not
 * be sent in time, is not missed: the customer asks for another.
 */
@Component
class LoginCodes implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(LoginCodes.class);
    private static final int WAITING_AT_MOST = 1000;
    private static final Duration STEP = Duration.ofSeconds(1);

    private final Sender sender;
    private final MessageQueue queue;
    private final Wati wati;
    private final Clock clock;
    private final MessagingSettings settings;
    private final BlockingQueue<Outgoing> waiting = new LinkedBlockingQueue<>(WAITING_AT_MOST);
    private final BlockingQueue<Outgoing> single = new LinkedBlockingQueue<>();
    private final WakefulLoop loop = new WakefulLoop("login-codes", STEP, this::round);

    LoginCodes(Sender sender, MessageQueue queue, Wati wati, Clock clock, MessagingSettings settings) {
        this.sender = sender;
        this.queue = queue;
        this.wati = wati;
        this.clock = clock;
        this.settings = settings;
    }

    /** @throws Refusal UNAVAILABLE when too many wait, or messages cannot be sent at all */
    void requireRoom() {
        if (!wati.connected() || waiting.remainingCapacity() == 0) {
            throw Refusal.unavailable(
                    "messages-unavailable", "We cannot send codes over WhatsApp right now. Please try again shortly.");
        }
    }

    void send(Outgoing code) {
        if (waiting.offer(code)) {
            loop.wake();
        } else {
            queue.record(Map.of(code, new Verdict.Failed("Too many codes were waiting to be sent.")));
        }
    }

    private void round() {
        for (List<Outgoing> batch = next(); !batch.isEmpty() && loop.isRunning(); batch = next()) {
            if (!sender.pace().take(true, STEP)) {
                putBack(batch, false);
                return;
            }
            settle(sender.ask(batch));
        }
    }

    private List<Outgoing> next() {
        var batch = new ArrayList<Outgoing>();
        if (single.drainTo(batch, 1) == 0) {
            waiting.drainTo(batch, settings.batch());
        }
        Instant before = clock.instant().minus(settings.codesLast());
        batch.removeIf(code -> code.askedAt().isBefore(before) && tooLate(code));
        return batch;
    }

    private boolean tooLate(Outgoing code) {
        queue.record(Map.of(code, new Verdict.Failed("The code could not be sent in time.")));
        return true;
    }

    private void settle(Map<Outgoing, Verdict> verdicts) {
        var done = new HashMap<>(verdicts);
        done.values().removeIf(verdict -> verdict instanceof Verdict.Later);
        verdicts.forEach((code, verdict) -> {
            if (verdict instanceof Verdict.Later(var problem, var alone)) {
                putBack(List.of(code), alone);
            }
        });
        try {
            queue.record(done);
        } catch (RuntimeException failure) {
            log.warn("What became of {} codes could not be noted: {}", done.size(), failure.toString());
        }
    }

    private void putBack(List<Outgoing> codes, boolean alone) {
        codes.forEach(code -> {
            if (!(alone ? single : waiting).offer(code)) {
                queue.record(Map.of(code, new Verdict.Failed("Too many codes were waiting to be sent.")));
            }
        });
    }

    @Override
    public void start() {
        if (wati.connected()) {
            loop.start();
        }
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
