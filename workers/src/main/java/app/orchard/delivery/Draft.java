package app.orchard.delivery;

import app.orchard.slots.GeoPoint;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * What a plan is made of: the run as it was when planning began.
 *
 * @param tours the approved ones that have not left; none before approval
 * @param depot where vehicles are loaded, when it is known
 */
record Draft(
        RunRow run, List<OpenOrder> orders, List<TourView> tours, List<Vehicle> vehicles, Optional<GeoPoint> depot) {

    boolean isSameAs(Draft other) {
        return run.state() == other.run.state()
                && run.plans() == other.run.plans()
                && ids().equals(other.ids())
                && tours.stream()
                        .map(TourView::id)
                        .toList()
                        .equals(other.tours.stream().map(TourView::id).toList());
    }

    private List<UUID> ids() {
        return orders.stream().map(OpenOrder::id).toList();
    }
}
