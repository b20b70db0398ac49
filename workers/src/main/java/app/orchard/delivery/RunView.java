package app.orchard.delivery;

import app.orchard.slots.GeoPoint;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run with its plan.
 *
 * @param planned what the plan comes to
 * @param inOrderOfBooking what the same orders would come to, driven in the order of booking
 * @param depot where vehicles are loaded; null when that is not known
 * @param straightLines whether distances are straight lines, for want of a map
 */
public record RunView(
        RunRow run,
        RunFigures planned,
        RunFigures inOrderOfBooking,
        boolean straightLines,
        @Nullable GeoPoint depot,
        List<TourView> tours,
        List<UnplacedOrder> unplaced) {}
