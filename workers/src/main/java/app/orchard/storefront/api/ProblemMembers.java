package app.orchard.storefront.api;

import app.orchard.shared.Money;
import app.orchard.slots.Slot;
import java.time.Clock;
import java.util.Collection;
import org.springframework.stereotype.Component;

/** The extra members of problem details, in the shapes that the rest of the API uses. */
@Component
class ProblemMembers {

    private final Clock clock;

    ProblemMembers(Clock clock) {
        this.clock = clock;
    }

    Object onTheWire(Object value) {
        return switch (value) {
            case Money money -> Amount.of(money);
            case Slot slot -> SlotResource.of(slot, clock.instant());
            case Enum<?> constant -> Wire.name(constant);
            case Collection<?> values -> values.stream().map(this::onTheWire).toList();
            default -> value;
        };
    }
}
