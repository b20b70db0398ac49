package app.orchard.storefront.api;

import app.orchard.inventory.Inventory;
import app.orchard.inventory.StockLevel;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff/stock")
@Tag(name = "Staff: stock")
class StaffStockController {

    private final Inventory inventory;
    private final TransactionTemplate transaction;

    StaffStockController(Inventory inventory, TransactionTemplate transaction) {
        this.inventory = inventory;
        this.transaction = transaction;
    }

    @Schema(name = "StockLevel")
    record Level(
            UUID variant,
            @Schema(example = "store") String location,
            int onHand,

            @Schema(description = "Of these, promised to orders")
            int reserved) {

        static Level of(StockLevel level) {
            return new Level(level.variant(), level.location(), level.onHand(), level.reserved());
        }
    }

    @Schema(name = "PacksAtLocation")
    record Packs(
            @NotBlank @Size(max = 40) @Schema(example = "store")
            String location,

            @NotEmpty @Size(max = WantedLine.MOST) List<@Valid @NotNull WantedLine> lines) {}

    @Operation(summary = "What lies where")
    @GetMapping
    List<Level> levels(@AuthenticationPrincipal Staff by) {
        by.require(Role.PACKER, Role.STALL);
        return inventory.levels().stream().map(Level::of).toList();
    }

    @Operation(summary = "Packs spoiled", description = "Only what is promised to nobody can be written off.")
    @PostMapping("/write-offs")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void writeOff(
            @Parameter(description = "Chosen by you: the same key is the same loss")
                    @RequestHeader("Idempotency-Key")
                    @Size(min = 1, max = 100)
                    String key,
            @Valid @RequestBody Packs loss,
            @AuthenticationPrincipal Staff by) {
        by.require(Role.PACKER);
        transaction.executeWithoutResult(
                status -> inventory.writeOff(loss.location(), WantedLine.stock(loss.lines()), "write-off:" + key));
    }

    @Operation(summary = "Packs arrived", description = "Repeating it with its key receives nothing new.")
    @PostMapping("/receipts")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void receive(
            @Parameter(description = "Chosen by you: the same key is the same delivery")
                    @RequestHeader("Idempotency-Key")
                    @Size(min = 1, max = 100)
                    String key,
            @Valid @RequestBody Packs receipt,
            @AuthenticationPrincipal Staff by) {
        by.require(Role.PACKER);
        transaction.executeWithoutResult(
                status -> inventory.receive(receipt.location(), WantedLine.stock(receipt.lines()), "receipt:" + key));
    }
}
