package app.orchard.console;

import app.orchard.shared.Changes;
import com.vaadin.flow.component.Component;
import com.vaadin.flow.component.UI;
import com.vaadin.flow.component.UIDetachedException;
import com.vaadin.flow.shared.Registration;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Service;

/**
 * Keeps open pages fresh. However many pages show the same feed, a change is read once and pushed to all of them;
 * changes that come in a burst are read together.
 */
@Service
public class Live implements DisposableBean {

    private static final Logger log = LoggerFactory.getLogger(Live.class);
    private static final Duration BURST = Duration.ofMillis(120);

    /** Also without a change: what was due becomes overdue. */
    private static final Duration REST = Duration.ofMinutes(1);

    private final Changes changes;
    private final Map<Object, Channel<?>> channels = new HashMap<>();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("console-live").daemon().factory());

    Live(Changes changes) {
        this.changes = changes;
        timer.scheduleWithFixedDelay(this::wakeAll, REST.toSeconds(), REST.toSeconds(), TimeUnit.SECONDS);
    }

    /** Renders the feed whenever the page is attached, and again after each change, until it is detached. */
    public <T> Registration show(Component page, Feed<T> feed, Consumer<T> render) {
        Showing<T> showing = new Showing<>(feed, render);
        Registration attach = page.addAttachListener(event -> showing.begin(event.getUI()));
        Registration detach = page.addDetachListener(event -> showing.end());
        page.getUI().filter(ui -> page.isAttached()).ifPresent(showing::begin);
        return Registration.combine(attach, detach, showing::end);
    }

    @Override
    public void destroy() {
        timer.shutdownNow();
    }

    private synchronized void wakeAll() {
        channels.values().forEach(Channel::wake);
    }

    @SuppressWarnings("unchecked") // Feeds with equal keys are of one type
    private synchronized <T> void join(Showing<T> showing) {
        Channel<T> channel =
                (Channel<T>) channels.computeIfAbsent(showing.feed.key(), key -> new Channel<>(showing.feed));
        channel.showings.add(showing);
    }

    private synchronized void leave(Showing<?> showing) {
        Channel<?> channel = channels.get(showing.feed.key());
        if (channel != null && channel.showings.remove(showing) && channel.showings.isEmpty()) {
            channels.remove(showing.feed.key());
            channel.close();
        }
    }

    private synchronized <T> List<Showing<T>> showingsOf(Channel<T> channel) {
        return List.copyOf(channel.showings);
    }

    /** A feed in an open page. */
    private final class Showing<T> {

        private final Feed<T> feed;
        private final Consumer<T> render;
        private volatile @Nullable UI ui;

        Showing(Feed<T> feed, Consumer<T> render) {
            this.feed = feed;
            this.render = render;
        }

        void begin(UI attached) {
            ui = attached;
            join(this);
            render.accept(feed.read().get());
        }

        void end() {
            ui = null;
            leave(this);
        }

        void push(T value) {
            UI attached = ui;
            try {
                if (attached != null) {
                    attached.access(() -> {
                        if (ui != null) {
                            render.accept(value);
                        }
                    });
                }
            } catch (UIDetachedException closed) {
                log.debug("A page closed while it was told of a change");
            }
        }
    }

    /** A feed and all that show it. */
    private final class Channel<T> {

        private final Feed<T> feed;
        private final Set<Showing<T>> showings = new HashSet<>();
        private final AtomicBoolean waking = new AtomicBoolean();
        private final Changes.Subscription subscription;

        Channel(Feed<T> feed) {
            this.feed = feed;
            this.subscription = changes.subscribe(feed.topics(), topic -> wake());
        }

        void wake() {
            if (waking.compareAndSet(false, true)) {
                var unused = timer.schedule(
                        () -> Thread.startVirtualThread(this::read), BURST.toMillis(), TimeUnit.MILLISECONDS);
            }
        }

        private synchronized void read() {
            waking.set(false);
            try {
                T value = feed.read().get();
                showingsOf(this).forEach(showing -> showing.push(value));
            } catch (RuntimeException e) {
                log.warn("{} could not be read; the next change reads it again", feed.key(), e);
            }
        }

        void close() {
            subscription.close();
        }
    }
}
