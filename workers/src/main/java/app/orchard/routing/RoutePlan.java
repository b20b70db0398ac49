package app.orchard.routing;

import java.util.List;

/**
 * Who goes where, when.
 *
 * @param inOrderOfBooking what it would come to when the stops were driven in the order of booking
 * @param greatCircle whether distances are straight lines, for want of a map
 */
public record RoutePlan(
        List<Tour> tours,
        List<Unplaced> unplaced,
        PlanFigures figures,
        PlanFigures inOrderOfBooking,
        boolean greatCircle) {

    public RoutePlan {
        tours = List.copyOf(tours);
        unplaced = List.copyOf(unplaced);
    }
}
