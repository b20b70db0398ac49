package app.orchard.storefront.api;

import app.orchard.delivery.Approach;
import app.orchard.delivery.Position;
import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** An order on its way, as its customer follows it. */
@Schema(name = "OnTheWay")
record OnTheWayResource(
        @Schema(example = "Ravi") String driver,

        @Schema(description = "When the driver can be at the door")
        Instant expectedAt,

        @Schema(description = "Other doors before this one", example = "2")
        int stopsBefore,

        @Schema(description = "Where the driver is; missing when nothing was heard for a while") @Nullable
        Place place) {

    @Schema(name = "DriverPlace")
    record Place(
            @Schema(example = "13.0412") double latitude,
            @Schema(example = "77.5891") double longitude,
            Instant at) {

        static @Nullable Place of(@Nullable Position position) {
            return position == null
                    ? null
                    : new Place(position.at().latitude(), position.at().longitude(), position.when());
        }
    }

    static OnTheWayResource of(Approach approach) {
        return new OnTheWayResource(
                approach.driver(), approach.expectedAt(), approach.stopsBefore(), Place.of(approach.driverAt()));
    }
}
