package app.orchard.delivery;

import app.orchard.routing.Profile;
import app.orchard.shared.Money;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What one driver brings.
 *
 * @param number of the tours of its run, from 1
 * @param driver login; null while nobody drives
 * @param driverName for people; empty while nobody drives
 * @param isCounted whether its cash has left the driver's hands
 * @param late the step that ran past its time last: start, return or count
 * @param weightGrams what the vehicle carries on one trip
 * @param boxes how many the vehicle carries on one trip
 */
public record TourView(
        UUID id,
        UUID run,
        int number,
        String vehicle,
        Profile profile,
        @Nullable String driver,
        String driverName,
        TourState state,
        Instant leavesAt,
        Instant returnsAt,
        boolean isCounted,
        @Nullable String late,
        int weightGrams,
        int boxes,
        List<PlannedStop> stops) {

    public int loadGrams() {
        return stops.stream().mapToInt(PlannedStop::weightGrams).sum();
    }

    public int loadBoxes() {
        return stops.stream().mapToInt(PlannedStop::boxes).sum();
    }

    public long metres() {
        return stops.stream().mapToLong(PlannedStop::metres).sum();
    }

    /** At the doors that are still open. */
    public Money toCollect() {
        return stops.stream().map(PlannedStop::toCollect).reduce(Money.ZERO, Money::plus);
    }

    public Money collected() {
        return stops.stream().map(PlannedStop::collected).reduce(Money.ZERO, Money::plus);
    }

    public boolean isDrivenBy(String login) {
        return login.equals(driver);
    }
}
