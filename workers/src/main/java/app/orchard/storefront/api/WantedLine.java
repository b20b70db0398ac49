package app.orchard.storefront.api;

import app.orchard.inventory.StockLine;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** So many packs. */
@Schema(name = "WantedLine")
record WantedLine(
        @NotNull UUID variant,
        @NotNull @Min(1) @Max(99) @Schema(example = "2") Integer quantity) {

    static final int MOST = 50;

    /** The same pack named twice is one line. */
    static List<StockLine> stock(List<WantedLine> lines) {
        Map<UUID, Integer> quantities = new LinkedHashMap<>();
        lines.forEach(line -> quantities.merge(line.variant(), line.quantity(), Integer::sum));
        return quantities.entrySet().stream()
                .map(line -> new StockLine(line.getKey(), line.getValue()))
                .toList();
    }
}
