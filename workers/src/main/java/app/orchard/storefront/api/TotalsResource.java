package app.orchard.storefront.api;

import app.orchard.order.Totals;
import io.swagger.v3.oas.annotations.media.Schema;

/** {@code total = goods − discount + fee}. */
@Schema(name = "Totals", description = "total = goods − discount + fee")
record TotalsResource(
        @Schema(description = "The lines before discounts") Amount goods,
        Amount discount,
        @Schema(description = "For delivery") Amount fee,
        @Schema(description = "Contained in the lines") Amount tax,
        Amount total) {

    static TotalsResource of(Totals totals) {
        return new TotalsResource(
                Amount.of(totals.goods()),
                Amount.of(totals.discount()),
                Amount.of(totals.fee()),
                Amount.of(totals.tax()),
                Amount.of(totals.total()));
    }
}
