package app.orchard.demo;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Whether customers read on their phones how their orders ended. */
record Phones(Shop shop) {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** @return what is missing, one sentence each */
    List<String> complaints(List<Act> acts) {
        return acts.stream()
                .filter(act -> act.phone().isPresent() && !act.ending().message.isEmpty())
                .flatMap(act -> complaint(act).stream())
                .toList();
    }

    private Optional<String> complaint(Act act) {
        try {
            return Patience.until(
                    PATIENCE,
                    "the message",
                    () -> arrived(act) ? Optional.of(Optional.<String>empty()) : Optional.empty());
        } catch (Disappointment e) {
            return Optional.of("Order %s (%s): no message %s reached %s."
                    .formatted(
                            act.order().number(),
                            act.story(),
                            act.ending().message,
                            act.phone().orElse("")));
        }
    }

    private boolean arrived(Act act) {
        return shop.messages(act.phone().orElseThrow()).stream()
                .anyMatch(message -> message.path("template").asString("").equals(act.ending().message)
                        && message.path("text")
                                .asString("")
                                .contains(act.order().number()));
    }
}
