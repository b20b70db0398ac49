package app.orchard.storefront.api;

import app.orchard.refund.CancellationCost;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What calling an order off comes to. */
@Schema(name = "Cancellation")
record CancellationResource(
        @Schema(description = "Whether it can still be called off")
        boolean possible,

        @Schema(description = "What was paid and is still here") @Nullable
        Amount paid,

        @Schema(description = "What of it goes back") @Nullable
        Amount back,

        @Schema(description = "What the shop keeps") @Nullable
        Amount kept,

        @Schema(description = "Why so much, in a sentence", example = "Nothing was packed yet") @Nullable
        String reason) {

    static CancellationResource of(Optional<CancellationCost> cost) {
        return cost.map(CancellationResource::of).orElse(new CancellationResource(false, null, null, null, null));
    }

    private static CancellationResource of(CancellationCost cost) {
        return new CancellationResource(
                true, Amount.of(cost.paid()), Amount.of(cost.back()), Amount.of(cost.kept()), cost.reason());
    }
}
