package app.orchard.delivery;

import java.util.List;

/**
 * A run with its plan.
 *
 * @param planned what the plan comes to
 * @param inOrderOfBooking what the same orders would come to, driven in the order of booking
 * @param straightLines whether distances are straight lines, for want of a map
 */
public record RunView(
        RunRow run,
        RunFigures planned,
        RunFigures inOrderOfBooking,
        boolean straightLines,
        List<TourView> tours,
        List<UnplacedOrder> unplaced) {}
