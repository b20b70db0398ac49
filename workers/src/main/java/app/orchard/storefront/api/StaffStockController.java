package app.orchard.storefront.api;

import app.orchard.inventory.Inventory;
import app.orchard.inventory.Lot;
import app.orchard.inventory.Movement;
import app.orchard.inventory.MovementEntry;
import app.orchard.inventory.Receipt;
import app.orchard.inventory.StockKeeping;
import app.orchard.inventory.StockKeeping.LotPacks;
import app.orchard.inventory.StockLevel;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff/stock")
@Tag(
        name = "Staff: stock",
        description = "What changes stock takes an `Idempotency-Key` chosen by you: the same key is the same change")
class StaffStockController {

    private static final String KEY = "Idempotency-Key";

    private final Inventory inventory;
    private final StockKeeping stock;

    StaffStockController(Inventory inventory, StockKeeping stock) {
        this.inventory = inventory;
        this.stock = stock;
    }

    @Schema(name = "StockLevel")
    record Level(
            UUID variant,
            @Schema(example = "store") String location,
            @Schema(example = "40") int onHand,

            @Schema(description = "Of these, promised to orders", example = "6")
            int reserved,

            @Schema(description = "Can be sold today: neither promised nor spoilt", example = "34")
            int available,

            @Schema(description = "With fewer available, somebody has to order more; 0: nobody", example = "30")
            int lowBelow) {

        static Level of(StockLevel level) {
            return new Level(
                    level.variant(),
                    level.location(),
                    level.onHand(),
                    level.reserved(),
                    level.available(),
                    level.lowBelow());
        }
    }

    @Schema(name = "StockLot")
    record LotResource(
            UUID id,
            UUID variant,
            @Schema(example = "store") String location,
            @Schema(example = "RTN-114") String code,

            @Schema(description = "The first day on which it is no longer good") @Nullable
            LocalDate expiresOn,

            @Schema(example = "40") int onHand,
            @Schema(example = "6") int reserved) {

        static LotResource of(Lot lot) {
            return new LotResource(
                    lot.id(), lot.variant(), lot.location(), lot.code(), lot.expiresOn(), lot.onHand(), lot.reserved());
        }
    }

    @Schema(name = "StockMovement")
    record MovementResource(
            @Schema(example = "981") String id,
            Movement kind,
            @Schema(example = "2") int packs,
            @Schema(example = "store") String location,
            @Schema(example = "RTN-114") String lot,
            @Nullable LocalDate expiresOn,

            @Schema(description = "The order it was for") @Nullable
            UUID order,

            Instant at,
            @Schema(example = "packer") @Nullable String by,
            @Schema(example = "Bruised") @Nullable String reason) {

        static MovementResource of(MovementEntry entry) {
            return new MovementResource(
                    Long.toString(entry.id()),
                    entry.kind(),
                    entry.packs(),
                    entry.location(),
                    entry.lot(),
                    entry.expiresOn(),
                    entry.order(),
                    entry.at(),
                    entry.by(),
                    entry.reason());
        }
    }

    @Schema(name = "PacksAtLocation")
    record Packs(
            @NotBlank @Size(max = 40) @Schema(example = "store")
            String location,

            @NotEmpty @Size(max = WantedLine.MOST) List<@Valid @NotNull WantedLine> lines) {}

    @Schema(name = "ArrivedLot")
    record Arrived(
            @NotNull UUID variant,

            @NotNull @Min(1) @Max(9999) @Schema(example = "24")
            Integer quantity,

            @Schema(description = "As written on the box; without it: the day", example = "RTN-114")
            @Nullable
            @Size(max = 40)
            String lot,

            @Schema(description = "The first day on which it is no longer good") @Nullable
            LocalDate expiresOn) {

        Receipt receipt() {
            return new Receipt(variant, quantity, lot == null ? "" : lot, expiresOn);
        }
    }

    @Schema(name = "StockReceipt")
    record Arrival(
            @NotBlank @Size(max = 40) @Schema(example = "store")
            String location,

            @NotEmpty @Size(max = WantedLine.MOST) List<@Valid @NotNull Arrived> lines) {}

    @Schema(name = "StockCount")
    record Count(
            @NotNull UUID lot,

            @Schema(example = "2") @NotNull @Min(0) @Max(9999)
            Integer packs) {}

    @Schema(name = "StockAdjustment")
    record Adjustment(
            @NotNull UUID lot,

            @NotNull @Min(-9999) @Max(9999) @Schema(example = "-2")
            Integer change,

            @Schema(example = "Counted again") @NotBlank @Size(max = 200)
            String reason) {}

    @Schema(name = "SpoiltPacks")
    record Spoilt(
            @Schema(example = "2") @NotNull @Min(1) @Max(9999)
            Integer packs,

            @Schema(example = "Overripe") @NotBlank @Size(max = 200)
            String reason) {}

    @Schema(name = "PacksOfLot")
    record Carried(
            @NotNull UUID lot,

            @Schema(example = "2") @NotNull @Min(1) @Max(9999)
            Integer packs) {}

    @Schema(name = "StockTransfer")
    record Transfer(
            @NotBlank @Size(max = 40) @Schema(example = "weekend-stall")
            String to,

            @NotEmpty @Size(max = WantedLine.MOST) List<@Valid @NotNull Carried> lots) {}

    @Schema(name = "LowStockThreshold")
    record Threshold(
            @Schema(example = "store") @NotBlank @Size(max = 40)
            String location,

            @NotNull UUID variant,

            @Schema(example = "30") @NotNull @Min(0) @Max(9999)
            Integer lowBelow) {}

    @Schema(name = "WrittenOff")
    record WrittenOff(@Schema(example = "2") int packs) {}

    @Operation(summary = "What lies where")
    @GetMapping
    List<Level> levels(@AuthenticationPrincipal Staff by) {
        by.require(Role.PACKER, Role.STALL);
        return inventory.levels().stream().map(Level::of).toList();
    }

    @Operation(summary = "The lots that lie somewhere, what expires first first")
    @GetMapping("/lots")
    List<LotResource> lots(@AuthenticationPrincipal Staff by) {
        return stock.lots(by).stream().map(LotResource::of).toList();
    }

    @Operation(summary = "What moved of a pack at a location, the latest first")
    @GetMapping("/{variant}/movements")
    List<MovementResource> history(
            @PathVariable UUID variant,
            @RequestParam(defaultValue = "store") String location,
            @RequestParam(defaultValue = "9223372036854775807") long before,
            @RequestParam(defaultValue = "100") @Min(1) @Max(1000) int limit,
            @AuthenticationPrincipal Staff by) {
        return stock.history(variant, location, before, limit, by).stream()
                .map(MovementResource::of)
                .toList();
    }

    @Operation(summary = "Packs arrived", description = "Repeating it with its key receives nothing new.")
    @PostMapping("/receipts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receive(
            @RequestHeader(KEY) @Size(min = 1, max = 100) String key,
            @Valid @RequestBody Arrival arrival,
            @AuthenticationPrincipal Staff by) {
        stock.receive(
                arrival.location(),
                arrival.lines().stream().map(Arrived::receipt).toList(),
                key,
                by);
    }

    @Operation(summary = "So many were counted", description = "Books the difference to what should be there.")
    @PostMapping("/counts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void count(
            @RequestHeader(KEY) @Size(min = 1, max = 100) String key,
            @Valid @RequestBody Count count,
            @AuthenticationPrincipal Staff by) {
        stock.count(count.lot(), count.packs(), key, by);
    }

    @Operation(summary = "More or fewer packs than the books say, with a reason")
    @PostMapping("/adjustments")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void adjust(
            @RequestHeader(KEY) @Size(min = 1, max = 100) String key,
            @Valid @RequestBody Adjustment adjustment,
            @AuthenticationPrincipal Staff by) {
        stock.adjust(adjustment.lot(), adjustment.change(), adjustment.reason(), key, by);
    }

    @Operation(summary = "Carry packs to another location", description = "Only what is promised to nobody.")
    @PostMapping("/transfers")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void transfer(
            @RequestHeader(KEY) @Size(min = 1, max = 100) String key,
            @Valid @RequestBody Transfer transfer,
            @AuthenticationPrincipal Staff by) {
        List<LotPacks> packs = transfer.lots().stream()
                .map(each -> new LotPacks(each.lot(), each.packs()))
                .toList();
        stock.transfer(transfer.to(), packs, key, by);
    }

    @Operation(
            summary = "Packs spoiled",
            description = "Of the lots that expire first. Only what is promised to nobody can be written off.")
    @PostMapping("/write-offs")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void writeOff(
            @RequestHeader(KEY) @Size(min = 1, max = 100) String key,
            @Valid @RequestBody Packs loss,
            @AuthenticationPrincipal Staff by) {
        stock.writeOff(loss.location(), WantedLine.stock(loss.lines()), key, by);
    }

    @Operation(summary = "Packs of a lot spoiled")
    @PostMapping("/lots/{lot}/write-offs")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void writeOff(
            @RequestHeader(KEY) @Size(min = 1, max = 100) String key,
            @PathVariable UUID lot,
            @Valid @RequestBody Spoilt loss,
            @AuthenticationPrincipal Staff by) {
        stock.writeOff(lot, loss.packs(), loss.reason(), key, by);
    }

    @Operation(summary = "Write off all that expired and is promised to nobody", description = "Also done each night.")
    @PostMapping("/expired/write-off")
    WrittenOff writeOffExpired(@AuthenticationPrincipal Staff by) {
        return new WrittenOff(stock.writeOffExpired(by));
    }

    @Operation(summary = "With fewer packs than this, somebody has to order more")
    @PutMapping("/thresholds")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void warnBelow(@Valid @RequestBody Threshold threshold, @AuthenticationPrincipal Staff by) {
        stock.warnBelow(threshold.location(), threshold.variant(), threshold.lowBelow(), by);
    }
}
