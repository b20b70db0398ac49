package app.orchard.storefront.web;

import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import java.time.Clock;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** When somebody who orders now could have it at their door. */
@Component
class FirstDelivery {

    private final Slots slots;
    private final Clock clock;

    FirstDelivery(Slots slots, Clock clock) {
        this.slots = slots;
        this.clock = clock;
    }

    /** @return nothing while we do not know where the visitor lives, or when all times are taken */
    Optional<Slot> to(Visitor visitor) {
        return Optional.ofNullable(visitor.place())
                .flatMap(place -> slots.upcoming(place.zone()).stream()
                        .filter(slot -> slot.isOpenAt(clock.instant()))
                        .findFirst());
    }
}
