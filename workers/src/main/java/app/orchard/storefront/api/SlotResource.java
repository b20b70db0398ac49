package app.orchard.storefront.api;

import app.orchard.slots.Slot;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A window of delivery. */
@Schema(name = "Slot")
record SlotResource(
        UUID id,
        @Schema(example = "north") String zone,
        Instant startsAt,
        Instant endsAt,
        @Schema(description = "Orders are taken until then") Instant cutoffAt,
        @Schema(description = "Stops", example = "60") int capacity,
        @Schema(description = "Stops", example = "12") int free,

        @Schema(description = "Minutes of the kitchen; absent when the kitchen is no limit", example = "1200") @Nullable
        Integer kitchenMinutes,

        @Schema(example = "340") @Nullable Integer freeKitchenMinutes,

        @Schema(description = "Whether a place can be held now")
        boolean open,

        @Schema(description = "Why not, for people", example = "This time is full.") @Nullable
        String reason) {

    static SlotResource of(Slot slot, Instant now) {
        return new SlotResource(
                slot.id(),
                slot.zone(),
                slot.startsAt(),
                slot.endsAt(),
                slot.cutoffAt(),
                slot.capacity(),
                slot.free(),
                slot.kitchenMinutes(),
                slot.freeMinutes(),
                slot.isOpenAt(now),
                slot.whyShutAt(now));
    }
}
