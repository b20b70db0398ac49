package app.orchard.storefront.api;

import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** Where an order is to move. */
@Schema(name = "AnotherSlot")
record AnotherSlot(@NotNull UUID slot) {}
