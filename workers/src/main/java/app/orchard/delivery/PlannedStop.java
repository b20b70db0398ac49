package app.orchard.delivery;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.slots.GeoPoint;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order in its tour.
 *
 * @param position from 1
 * @param trip from 1; the vehicle is loaded anew between two trips
 * @param expectedAt when the driver can be there, as reckoned on the road; null before and after
 * @param metres from the stop before
 * @param seconds of driving from the stop before
 * @param toCollect in cash at the door; zero when it is paid
 * @param collected cash taken at the door
 * @param isPacked ready to leave
 */
public record PlannedStop(
        OrderId order,
        String number,
        String address,
        @Nullable GeoPoint at,
        int position,
        int trip,
        StopState state,
        Instant arrivesAt,
        Instant leavesAt,
        @Nullable Instant expectedAt,
        long metres,
        long seconds,
        long lateSeconds,
        int weightGrams,
        int boxes,
        Money toCollect,
        Money collected,
        boolean isPacked) {}
