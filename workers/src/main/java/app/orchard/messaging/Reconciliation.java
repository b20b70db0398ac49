package app.orchard.messaging;

import app.orchard.messaging.wati.HistoryEntry;
import app.orchard.messaging.wati.Wati;
import app.orchard.messaging.wati.WatiSettings;
import app.orchard.shared.WakefulLoop;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Finds out what became of messages of which we heard nothing: the provider's history of the phone is searched, twice,
 * before anything is sent again.
 */
@Component
class Reconciliation implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(Reconciliation.class);
    private static final int AT_ONCE = 5;
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    /** The provider's clock and ours. */
    private static final Duration CLOCKS_DIFFER = Duration.ofSeconds(30);

    private static final Set<String> ARRIVED = Set.of("DELIVERED", "READ", "REPLIED");

    private final MessageQueue queue;
    private final UnclearMessages unclear;
    private final Wati wati;
    private final JdbcClient jdbc;
    private final Pace pace;
    private final WakefulLoop loop = new WakefulLoop("message-reconciliation", Duration.ofSeconds(1), this::round);

    Reconciliation(
            MessageQueue queue,
            UnclearMessages unclear,
            Wati wati,
            JdbcClient jdbc,
            WatiSettings provider,
            MessagingSettings settings) {
        this.queue = queue;
        this.unclear = unclear;
        this.wati = wati;
        this.jdbc = jdbc;
        this.pace = new Pace(provider.readsPerWindow(), provider.window(), settings.retryAfter());
    }

    private void round() {
        unclear.due(AT_ONCE).forEach(this::lookUp);
        int old = unclear.giveUp();
        if (old > 0) {
            log.warn("{} messages to customers were given up after waiting too long", old);
        }
    }

    private void lookUp(Outgoing message) {
        if (message.template() == MessageTemplate.LOGIN_CODE) {
            queue.advance(
                    message.id(),
                    MessageState.FAILED,
                    "We heard nothing from the WhatsApp provider. The customer can ask for another code.");
        } else if (pace.take(true, PATIENCE)) {
            wati.history(message.phone()).ifPresentOrElse(history -> compare(message, history), pace::trouble);
        }
    }

    private void compare(Outgoing message, List<HistoryEntry> history) {
        pace.fine();
        find(message, history)
                .ifPresentOrElse(
                        found -> {
                            jdbc.sql("update message set provider_id = ? where id = ?")
                                    .params(found.id(), message.id())
                                    .update();
                            boolean arrived = ARRIVED.contains(found.status().toUpperCase(Locale.ROOT));
                            queue.advance(message.id(), arrived ? MessageState.DELIVERED : MessageState.SENT, null);
                        },
                        () -> unclear.notFound(message));
    }

    /** The history knows neither our id nor WhatsApp's, so text and time must do. */
    private Optional<HistoryEntry> find(Outgoing message, List<HistoryEntry> history) {
        List<HistoryEntry> candidates = history.stream()
                .filter(entry -> entry.created().isAfter(message.askedAt().minus(CLOCKS_DIFFER)))
                .filter(entry -> !entry.status().equalsIgnoreCase("FAILED") && !belongsToAnother(entry, message))
                .toList();
        String text = message.template().text(message.params());
        return candidates.stream()
                .filter(entry -> entry.text().strip().equals(text))
                .findFirst()
                .or(() -> candidates.stream()
                        .filter(entry -> message.params().values().stream().allMatch(entry.text()::contains))
                        .findFirst());
    }

    private boolean belongsToAnother(HistoryEntry entry, Outgoing message) {
        return jdbc.sql("select exists (select 1 from message where provider_id = ? and id <> ?)")
                .params(entry.id(), message.id())
                .query(Boolean.class)
                .single();
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
