package app.orchard.storefront.api;

import app.orchard.settlement.CashCustody;
import app.orchard.settlement.CashHolder;
import app.orchard.settlement.Count;
import app.orchard.settlement.Handover;
import app.orchard.shared.Money;
import app.orchard.staff.Staff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff/cash")
@Tag(name = "Staff: cash")
class StaffCashController {

    private static final int MOST = 100;

    private final CashCustody custody;

    StaffCashController(CashCustody custody) {
        this.custody = custody;
    }

    @Schema(name = "CashHolder")
    record Holder(
            UUID staff,
            @Schema(example = "Ravi") String name,
            Amount amount,
            @Schema(example = "7") int orders,
            Instant since) {

        static Holder of(CashHolder holder) {
            return new Holder(
                    holder.staff(), holder.name(), Amount.of(holder.amount()), holder.orders(), holder.since());
        }
    }

    @Schema(name = "CashHandover")
    record HandoverResource(
            UUID id,
            @Schema(example = "Ravi") String from,
            @Schema(example = "Asha") String countedBy,
            Amount expected,
            Amount counted,
            Amount difference,
            @Schema(example = "One rupee short") String note,
            Instant at) {

        static HandoverResource of(Handover done) {
            return new HandoverResource(
                    done.id(),
                    done.from(),
                    done.countedBy(),
                    Amount.of(done.expected()),
                    Amount.of(done.counted()),
                    Amount.of(done.difference()),
                    done.note(),
                    done.at());
        }
    }

    @Schema(name = "CashCount")
    record NewCount(
            @NotNull UUID from,

            @Min(0) @Schema(description = "What they carry as you were shown, in minor units", example = "125000")
            long expected,

            @Min(0) @Schema(description = "What you counted, in minor units", example = "124900")
            long counted,

            @Size(max = 500) @Schema(description = "Why it differs", example = "One rupee short") @Nullable
            String note) {}

    @Operation(summary = "Who carries how much cash, since when")
    @GetMapping
    List<Holder> holders(@AuthenticationPrincipal Staff by) {
        return custody.holders(by).stream().map(Holder::of).toList();
    }

    @Operation(summary = "What I carry")
    @GetMapping("/mine")
    Amount mine(@AuthenticationPrincipal Staff by) {
        return Amount.of(custody.carriedBy(by));
    }

    @Operation(summary = "What was handed over lately")
    @GetMapping("/handovers")
    List<HandoverResource> handovers(@AuthenticationPrincipal Staff by) {
        return custody.handovers(MOST, by).stream().map(HandoverResource::of).toList();
    }

    @Operation(
            summary = "Somebody handed over all they carry, and I counted it",
            description = "Nobody counts their own. A difference needs a note. Repeating it with its key counts once.")
    @PostMapping("/handovers")
    HandoverResource handOver(
            @Parameter(description = "Chosen by you: the same key is the same hand-over")
                    @RequestHeader("Idempotency-Key")
                    @Size(min = 1, max = 100)
                    String key,
            @Valid @RequestBody NewCount count,
            @AuthenticationPrincipal Staff by) {
        String note = count.note() == null ? "" : count.note();
        return HandoverResource.of(custody.handOver(
                new Count(count.from(), Money.of(count.expected()), Money.of(count.counted()), note, key), by));
    }
}
