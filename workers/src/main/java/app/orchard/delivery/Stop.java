package app.orchard.delivery;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A door that a driver has to go to.
 *
 * @param tour that it is part of
 * @param position in its tour, from 1
 * @param arrivesAt as planned
 * @param number of the order
 * @param phone E.164, to call or to write to
 * @param latitude in degrees; null, as the longitude, when only the address is known
 * @param toCollect in cash at the door; zero when it is paid
 * @param items what is handed over, for people
 * @param onTheWay on board; otherwise its tour has not started
 * @param needsPin whether it is delivered only with the PIN that the customer was shown
 * @param proof what is asked for to deliver it: none, pin, photo or signature; unknown, and none, before the tour starts
 * @param evidence what a failed attempt has to show, photo or signature, by reason; reasons that need nothing are missing
 */
public record Stop(
        UUID tour,
        int position,
        Instant arrivesAt,
        OrderId order,
        String number,
        String name,
        String phone,
        String address,
        @Nullable Double latitude,
        @Nullable Double longitude,
        Money toCollect,
        String items,
        String note,
        @Nullable Instant from,
        @Nullable Instant until,
        boolean onTheWay,
        int attempt,
        boolean needsPin,
        String proof,
        Map<String, String> evidence) {}
