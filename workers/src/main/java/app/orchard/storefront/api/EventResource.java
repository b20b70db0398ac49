package app.orchard.storefront.api;

import app.orchard.order.TimelineEntry;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;

/** Something that happened to an order. */
@Schema(name = "Event")
record EventResource(
        Instant at,

        @Schema(description = "Stable, for programs", example = "dispatched")
        String kind,

        @Schema(example = "Ravi") String by,
        @Schema(example = "Ravi is on the way.") String sentence) {

    static EventResource of(TimelineEntry entry) {
        return new EventResource(entry.at(), entry.kind(), entry.actor(), entry.sentence());
    }
}
