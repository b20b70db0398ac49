package app.orchard.processes;

import static app.orchard.processes.JobTypes.RELEASE_HOLD;
import static app.orchard.processes.ProcessMessages.SLOT_BOOKED;
import static app.orchard.processes.ProcessMessages.SLOT_HELD;
import static app.orchard.processes.ProcessMessages.SLOT_RELEASED;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

abstract class SlotReservationWays {
    private static final Duration HOLD = Duration.ofMinutes(10);

    @Test
    @DisplayName("customer orders in time — the place stays booked")
    void ordersInTime(Walk hold) {
        hold.publish(SLOT_HELD, held(hold));
        hold.publish(SLOT_BOOKED);

        hold.reached("endEvent_placeBooked");
        hold.took();
    }

    @Test
    @DisplayName("customer takes another slot — the place was given back already")
    void givesThePlaceBack(Walk hold) {
        hold.publish(SLOT_HELD, held(hold));
        hold.publish(SLOT_RELEASED);

        hold.reached("endEvent_placeGivenBack");
        hold.took();
    }

    @Test
    @DisplayName("customer walks away — the hold is released when it runs out")
    void walksAway(Walk hold) {
        hold.publish(SLOT_HELD, held(hold));
        hold.tookBefore(HOLD);
        hold.pass(HOLD);
        hold.job(RELEASE_HOLD).done();

        hold.reached("endEvent_holdExpired");
        hold.took(RELEASE_HOLD);
    }

    private static Map<String, String> held(Walk hold) {
        return Map.of("holdId", hold.id(), "holdExpiresAt", hold.at(HOLD));
    }
}
