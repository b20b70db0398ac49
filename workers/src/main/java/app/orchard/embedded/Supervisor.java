package app.orchard.embedded;

import java.time.Duration;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Starts parts, starts them again when they die, and stops them in the reverse order. */
final class Supervisor {
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(1);
    private static final Executor THREADS = task -> Thread.ofVirtual().start(task);

    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private final Consumer<String> line;
    private volatile boolean stopping;

    /** @param line where it says what happens, line by line */
    Supervisor(Consumer<String> line) {
        this.line = line;
    }

    /** Starts these side by side. @throws StartFailed when one does not start; the others are stopped then */
    void start(List<? extends Part> together) {
        parts.addAll(together);
        var starts = together.stream()
                .map(part -> CompletableFuture.runAsync(() -> startFirst(part), THREADS))
                .toList();
        try {
            starts.forEach(CompletableFuture::join);
        } catch (CompletionException e) {
            throw e.getCause() instanceof StartFailed failed ? failed : e;
        }
    }

    /** Stops everything, the last started first. */
    void stop() {
        stopping = true;
        var reverse = new ArrayList<>(parts);
        Collections.reverse(reverse);
        reverse.forEach(Part::stop);
    }

    boolean isStopping() {
        return stopping;
    }

    private void startFirst(Part part) {
        var begun = System.nanoTime();
        part.start();
        line.accept("  %-20s %-42s %5.1f s".formatted(part.title(), part.address(), seconds(begun)));
        watch(part);
    }

    private void watch(Part part) {
        Optional.ofNullable(part.process())
                .ifPresent(process ->
                        process.onExit().thenAcceptAsync(ended -> restart(part, ended.exitValue()), THREADS));
    }

    private void restart(Part part, int exitValue) {
        // A Ctrl-C reaches the children of some shells before it reaches us
        pause(Duration.ofMillis(500));
        if (stopping) {
            return;
        }
        say("%s ended unexpectedly (exit code %d). Starting it again.".formatted(part.title(), exitValue));
        for (var wait = Duration.ofSeconds(2); !stopping; wait = longer(wait)) {
            try {
                part.start();
                say(part.title() + " runs again.");
                watch(part);
                return;
            } catch (StartFailed e) {
                sayUnlessStopping("%s%nTrying again in %d s.".formatted(e.getMessage(), wait.toSeconds()));
                part.stop();
                pause(wait);
            }
        }
    }

    private static Duration longer(Duration wait) {
        return wait.multipliedBy(2).compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : wait.multipliedBy(2);
    }

    private void sayUnlessStopping(String sentence) {
        if (!stopping) {
            say(sentence);
        }
    }

    private void say(String sentence) {
        line.accept("[%s] %s".formatted(LocalTime.now().truncatedTo(ChronoUnit.SECONDS), sentence));
    }

    private static double seconds(long begun) {
        return (System.nanoTime() - begun) / 1e9;
    }

    private static void pause(Duration duration) {
        try {
            Thread.sleep(duration);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
