package app.orchard.console.zones;

import app.orchard.console.Feed;
import app.orchard.console.Pages;
import app.orchard.console.Text;
import app.orchard.console.Toast;
import app.orchard.customer.AddressMove;
import app.orchard.customer.AddressMoves;
import app.orchard.inventory.Inventory;
import app.orchard.order.DeliveryFee;
import app.orchard.order.DeliveryFees;
import app.orchard.shared.Money;
import app.orchard.slots.Apartment;
import app.orchard.slots.Apartments;
import app.orchard.slots.SlotTemplates;
import app.orchard.slots.ZoneDesk;
import app.orchard.slots.ZoneDraft;
import app.orchard.staff.Staff;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.stereotype.Service;

/** Reads the zones for the page and changes them. */
@Service
class Town {

    private static final Money SMALL_ORDER = Money.of(100);

    private final ZoneDesk desk;
    private final AddressMoves moves;
    private final Apartments apartments;
    private final Inventory inventory;
    private final SlotTemplates templates;
    private final DeliveryFees fees;

    Town(
            ZoneDesk desk,
            AddressMoves moves,
            Apartments apartments,
            Inventory inventory,
            SlotTemplates templates,
            DeliveryFees fees) {
        this.desk = desk;
        this.moves = moves;
        this.apartments = apartments;
        this.inventory = inventory;
        this.templates = templates;
        this.fees = fees;
    }

    Feed<Ground> feed(Staff founder) {
        return new Feed<>(
                Pages.ZONES,
                "zones"::equals,
                () -> new Ground(desk.all(founder), apartments.all(), inventory.locations()));
    }

    Set<DayOfWeek> days(String zone) {
        return templates.deliveryDays(zone);
    }

    /** What a small order pays there, in an hour without a surcharge. */
    DeliveryFee fee(String zone) {
        return fees.of(zone, SMALL_ORDER, null);
    }

    UUID idOf(String zone, Staff founder) {
        return desk.idOf(zone, founder);
    }

    List<AddressMove> moves(ZoneDraft draft, Staff founder) {
        return moves.with(draft, founder);
    }

    void add(String code, String name, Staff founder) {
        desk.add(code, name, founder);
    }

    void addComplex(Apartment complex, Staff founder) {
        desk.addApartment(complex, founder);
        Toast.done(Text.of("catalogue.added", complex.name()));
    }

    void save(ZoneDraft draft, Staff founder) {
        List<ZoneDraft> before = desk.all(founder);
        desk.save(draft, founder);
        Toast.undoable(Text.of("catalogue.changed", draft.name()), () -> desk.restore(before, founder));
    }
}
