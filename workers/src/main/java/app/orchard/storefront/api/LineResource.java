package app.orchard.storefront.api;

import app.orchard.order.OrderLine;
import io.swagger.v3.oas.annotations.media.Schema;
import java.util.UUID;

/** What is bought, at the price of the moment of the quote. */
@Schema(name = "Line")
record LineResource(
        UUID variant,

        @Schema(example = "Alphonso, Box of 6, about 1.8 kg")
        String title,

        @Schema(description = "Tax included") Amount unitPrice,
        @Schema(example = "2") int quantity,
        Amount discount,
        @Schema(description = "Contained in the total") Amount tax,
        Amount total) {

    static LineResource of(OrderLine line) {
        return new LineResource(
                line.variantId(),
                line.title(),
                Amount.of(line.unitPrice()),
                line.quantity(),
                Amount.of(line.discount()),
                Amount.of(line.tax()),
                Amount.of(line.total()));
    }
}
