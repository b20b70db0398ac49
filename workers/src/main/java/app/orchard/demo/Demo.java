package app.orchard.demo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * {@code orchard demo}: plays fifty orders of a soft launch against the running product, over its public interfaces
 * only, and checks how each ended and that all sums agree.
 */
public final class Demo {

    private static final int OFF = 1;
    private static final int NOT_RUNNING = 2;

    private final DemoOptions options;
    private final PrintStream out;
    private final List<Act> acts = Collections.synchronizedList(new ArrayList<>());
    private final List<String> troubles = Collections.synchronizedList(new ArrayList<>());

    private Demo(DemoOptions options, PrintStream out) {
        this.options = options;
        this.out = out;
    }

    public static void main(String... arguments) {
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, StandardCharsets.UTF_8);
        System.exit(run(out, arguments));
    }

    /** @return 0 when every order is in its end state and all sums agree */
    public static int run(PrintStream out, String... arguments) {
        try {
            return new Demo(DemoOptions.parse(arguments), out).play();
        } catch (IllegalArgumentException e) {
            out.println(e.getMessage() + "\n" + DemoOptions.USAGE);
            return NOT_RUNNING;
        } catch (Disappointment e) {
            out.println("The demo cannot be played: " + e.sentence());
            out.println("Orchard must be running: start it with ./orchard up in another terminal.");
            return NOT_RUNNING;
        }
    }

    private int play() {
        try (Crew crew = new Crew(options.shop(), options.whatsApp())) {
            Api founder = crew.as("founder");
            Shelf shelf = new Shelf(founder, Api.at(options.shop()).get("/api/products"));
            Api.at(options.whatsApp()).get("/sandbox/phones");
            shelf.fillUp(Shelf.STORE);
            shelf.fillUp("weekend-stall");
            Books books = Books.open(founder, shelf);
            crew.start();
            Cast cast = new Cast(options.shop(), options.whatsApp(), crew, shelf);
            int orders = play(cast, SoftLaunch.stories());
            troubles.addAll(books.complaints(acts));
            troubles.addAll(new Phones(cast.shop()).complaints(acts));
            if (!troubles.isEmpty()) {
                troubles.addAll(crew.complaints());
            }
            out.println("  " + crew.roads());
            return judge(orders);
        }
    }

    private int play(Cast cast, List<Story> stories) {
        int orders = stories.stream().mapToInt(Story::orders).sum();
        out.printf("Playing %d orders of a soft launch at %s%n", orders, options.shop());
        Progress progress = new Progress(out, orders);
        progress.show();
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            stories.forEach(story -> threads.execute(() -> play(cast, story, progress)));
        }
        progress.end();
        out.println();
        return orders;
    }

    private void play(Cast cast, Story story, Progress progress) {
        try {
            List<Act> played = story.play(cast);
            acts.addAll(played);
            progress.add(played.size());
        } catch (RuntimeException e) {
            troubles.add("Order “%s” is off: %s.".formatted(story.name(), e.getMessage()));
        }
    }

    private int judge(int orders) {
        acts.forEach(act -> act.order().refresh());
        return new Verdict(orders, acts, troubles).print(out) ? 0 : OFF;
    }
}
