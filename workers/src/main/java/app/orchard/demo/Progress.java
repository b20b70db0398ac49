package app.orchard.demo;

import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A bar that grows with every order that came to its end. */
class Progress {

    private static final int WIDTH = 40;

    private final PrintStream out;
    private final boolean live = System.console() != null && System.console().isTerminal();
    private final int orders;
    private final long begun = System.nanoTime();
    private final AtomicInteger done = new AtomicInteger();

    Progress(PrintStream out, int orders) {
        this.out = out;
        this.orders = orders;
    }

    synchronized void add(int ended) {
        int before = done.getAndAdd(ended);
        boolean worthALine = before / 10 != (before + ended) / 10;
        if (live || worthALine) {
            show();
        }
    }

    synchronized void show() {
        int now = done.get();
        int full = WIDTH * now / orders;
        String line = "  [%s%s] %2d of %d orders  %s"
                .formatted("█".repeat(full), "·".repeat(WIDTH - full), now, orders, clock());
        out.print(live ? "\r" + line : line + "\n");
        out.flush();
    }

    void end() {
        if (live) {
            out.println();
        }
    }

    String clock() {
        Duration passed = Duration.ofNanos(System.nanoTime() - begun);
        return "%d:%02d".formatted(passed.toMinutes(), passed.toSecondsPart());
    }
}
