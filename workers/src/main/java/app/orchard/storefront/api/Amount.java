package app.orchard.storefront.api;

import app.orchard.shared.Money;
import io.swagger.v3.oas.annotations.media.Schema;

/** Money on the wire. */
record Amount(
        @Schema(description = "In minor units, here paise", example = "125000")
        long amount,

        @Schema(description = "ISO 4217", example = "INR") String currency) {

    static Amount of(Money money) {
        return new Amount(money.minor(), Money.currency().getCurrencyCode());
    }
}
