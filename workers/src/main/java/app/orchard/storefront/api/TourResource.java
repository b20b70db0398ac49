package app.orchard.storefront.api;

import app.orchard.delivery.PlannedStop;
import app.orchard.delivery.TourView;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A tour on the wire. */
@Schema(name = "Tour")
record TourResource(
        UUID id,
        UUID run,
        @Schema(example = "1") int number,
        @Schema(example = "Blue van") String vehicle,

        @Schema(description = "Login", example = "ravi") @Nullable
        String driver,

        @Schema(example = "approved") String state,
        Instant leavesAt,
        Instant returnsAt,
        List<TourStop> stops) {

    @Schema(name = "TourStop")
    record TourStop(
            UUID order,
            @Schema(example = "M-1042") String number,
            @Schema(description = "From 1", example = "1") int position,
            @Schema(example = "on_the_way") String state,
            @Schema(description = "As planned") Instant arrivesAt,

            @Schema(description = "As reckoned on the road") @Nullable
            Instant expectedAt,

            @Schema(example = "2300") long metres,
            @Schema(example = "3500") int weightGrams,
            @Schema(example = "2") int boxes,
            Amount toCollect,
            boolean packed) {

        static TourStop of(PlannedStop stop) {
            return new TourStop(
                    stop.order().value(),
                    stop.number(),
                    stop.position(),
                    stop.state().name().toLowerCase(Locale.ROOT),
                    stop.arrivesAt(),
                    stop.expectedAt(),
                    stop.metres(),
                    stop.weightGrams(),
                    stop.boxes(),
                    Amount.of(stop.toCollect()),
                    stop.isPacked());
        }
    }

    static TourResource of(TourView tour) {
        return new TourResource(
                tour.id(),
                tour.run(),
                tour.number(),
                tour.vehicle(),
                tour.driver(),
                tour.state().name().toLowerCase(Locale.ROOT),
                tour.leavesAt(),
                tour.returnsAt(),
                tour.stops().stream().map(TourStop::of).toList());
    }
}
