package app.orchard.storefront.web;

import app.orchard.order.DeliveryFees;
import app.orchard.shared.Business;
import app.orchard.shared.Money;
import app.orchard.slots.Locality;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import app.orchard.stall.Stands;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds what delivery means for a visitor. */
@Component
class DeliveryHere {

    private final Slots slots;
    private final DeliveryFees fees;
    private final Stands stands;
    private final Business business;
    private final Wording wording;
    private final Clock clock;

    DeliveryHere(Slots slots, DeliveryFees fees, Stands stands, Business business, Wording wording, Clock clock) {
        this.slots = slots;
        this.fees = fees;
        this.stands = stands;
        this.business = business;
        this.wording = wording;
        this.clock = clock;
    }

    /** @return null while we do not know where they live */
    @Nullable
    Delivery to(Visitor visitor) {
        Locality place = visitor.place();
        if (place == null) {
            return null;
        }
        return place.zone() == null ? new Delivery(place, "", null, null, stands.all()) : to(place, place.zone());
    }

    private Delivery to(Locality place, String zone) {
        Instant now = clock.instant();
        List<Slot> coming = slots.upcoming(zone);
        List<DayOfWeek> days = coming.stream()
                .filter(slot -> slot.closedBecause() == null)
                .map(slot -> business.dayOf(slot.startsAt()).getDayOfWeek())
                .distinct()
                .sorted()
                .toList();
        Slot next =
                coming.stream().filter(slot -> slot.isOpenAt(now)).findFirst().orElse(null);
        return new Delivery(place, wording.weekdays(days), next, fees.of(zone, Money.ZERO, null), List.of());
    }
}
