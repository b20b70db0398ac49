package app.orchard.demo;

import java.time.Duration;
import java.util.List;

/** Whether customers read on their phones how their orders ended. */
record Phones(Shop shop) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    /** @return what is missing, one sentence each */
    List<String> complaints(List<Act> acts) {
        List<Act> told = acts.stream()
                .filter(act -> act.phone().isPresent() && !act.ending().message.isEmpty())
                .toList();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        List<Act> missing = missing(told);
        while (!missing.isEmpty() && System.nanoTime() < deadline) {
            Patience.pause(PAUSE);
            missing = missing(missing);
        }
        return missing.stream().map(Phones::complaint).toList();
    }

    private List<Act> missing(List<Act> acts) {
        return acts.stream().filter(act -> !arrived(act)).toList();
    }

    private static String complaint(Act act) {
        return "Order %s (%s): no message “%s” reached %s."
                .formatted(
                        act.order().number(),
                        act.story(),
                        act.ending().message,
                        act.phone().orElse(""));
    }

    private boolean arrived(Act act) {
        return shop.messages(act.phone().orElseThrow()).stream()
                .anyMatch(message -> message.path("template").asString("").equals(act.ending().message)
                        && message.path("text")
                                .asString("")
                                .contains(act.order().number()));
    }
}
