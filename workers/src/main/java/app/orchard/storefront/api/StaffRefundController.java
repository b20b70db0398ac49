package app.orchard.storefront.api;

import app.orchard.refund.RefundOffer;
import app.orchard.refund.RefundPreview;
import app.orchard.refund.RefundReason;
import app.orchard.refund.RefundRequestView;
import app.orchard.refund.RefundRequests;
import app.orchard.refund.RefundWish;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.staff.Staff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff/orders/{id}/refunds")
@Tag(name = "Staff: refunds")
class StaffRefundController {

    private final RefundRequests refunds;

    StaffRefundController(RefundRequests refunds) {
        this.refunds = refunds;
    }

    @Schema(name = "RefundOverview")
    record Overview(
            @Schema(description = "Of what was paid, what can still be given back")
            Amount left,

            List<Line> lines,

            @Schema(description = "What is left of the delivery fee")
            Amount fee,

            List<Refund> refunds) {

        static Overview of(RefundOffer offer, List<RefundRequestView> refunds) {
            return new Overview(
                    Amount.of(offer.left()),
                    offer.lines().stream()
                            .map(line -> new Line(line.position(), line.title(), line.packs()))
                            .toList(),
                    Amount.of(offer.fee()),
                    refunds.stream().map(Refund::of).toList());
        }
    }

    @Schema(name = "RefundableLine")
    record Line(
            @Schema(description = "Its position in the order, from 0", example = "0")
            int line,

            @Schema(example = "Alphonso, Box of 6, about 1.5 kg")
            String title,

            @Schema(description = "Packs that can still be refunded", example = "2")
            int left) {}

    @Schema(name = "Refund")
    record Refund(
            UUID id,

            @Schema(allowableValues = {"cancelled", "returned", "capturedLate", "paidTwice", "complaint", "goodwill"})
            String reason,

            @Schema(allowableValues = {"asked", "to_be_approved", "sending", "done", "declined", "nothing_due"})
            String state,

            @Schema(description = "Asked for") Amount amount,
            @Schema(description = "What goes back") Amount due,
            @Schema(example = "Two fruits were bruised") String note,

            @Schema(description = "Why so much", example = "Damaged goods are refunded in full")
            String policy,

            @Schema(example = "founder") String askedBy,
            Instant askedAt,
            @Schema(example = "founder") @Nullable String decidedBy,
            @Schema(example = "approved") @Nullable String decision,
            @Nullable Instant settledAt) {

        static Refund of(RefundRequestView refund) {
            return new Refund(
                    refund.id(),
                    refund.reason().wireName(),
                    Wire.name(refund.state()),
                    Amount.of(refund.amount()),
                    Amount.of(refund.due()),
                    refund.note(),
                    refund.policy(),
                    refund.askedBy(),
                    refund.askedAt(),
                    refund.decidedBy(),
                    refund.decision(),
                    refund.settledAt());
        }
    }

    @Schema(name = "RefundedLine")
    record Packs(
            @Schema(example = "0") @NotNull @Min(0) @Max(99) Integer line,
            @Schema(example = "1") @NotNull @Min(0) @Max(99) Integer packs) {}

    @Schema(name = "RefundWish")
    record Wish(
            @NotNull @Schema(description = "Chosen by you: the same id is the same refund")
            UUID id,

            @NotNull @Size(max = 99) List<@Valid @NotNull Packs> lines,

            @Schema(description = "The delivery fee too") boolean fee,

            @Min(0) @Max(1_000_000_000L) @Schema(description = "On top, in minor units", example = "5000")
            long goodwill,

            @NotNull
            @Pattern(regexp = "complaint|goodwill", message = "must be complaint or goodwill")
            @Schema(example = "complaint")
            String reason,

            @NotNull @Size(min = 1, max = 300) @Schema(example = "One box was soft")
            String note) {

        RefundWish read() {
            Map<Integer, Integer> packs =
                    lines.stream().collect(Collectors.toMap(Packs::line, Packs::packs, Integer::sum));
            return new RefundWish(id, packs, fee, Money.of(goodwill), RefundReason.of(reason), note);
        }
    }

    @Schema(name = "RefundPreview")
    record Preview(
            Amount amount,

            @Schema(description = "The founder is asked first")
            boolean needsApproval,

            @Schema(description = "Why, in a sentence", example = "Damaged goods are refunded in full")
            String reason) {

        static Preview of(RefundPreview preview) {
            return new Preview(Amount.of(preview.amount()), preview.needsApproval(), preview.reason());
        }
    }

    @Operation(summary = "What was and what can be given back")
    @GetMapping
    Overview overview(@PathVariable UUID id, @AuthenticationPrincipal Staff by) {
        OrderId order = new OrderId(id);
        return Overview.of(refunds.offer(order, by), refunds.of(order));
    }

    @Operation(summary = "What a refund would come to", description = "Nothing happens yet.")
    @PostMapping("/preview")
    Preview preview(@PathVariable UUID id, @Valid @RequestBody Wish wish, @AuthenticationPrincipal Staff by) {
        return Preview.of(refunds.preview(new OrderId(id), wish.read(), by));
    }

    @Operation(
            summary = "Give money back",
            description = "By packs of lines at the prices of the order, the delivery fee, or an amount on top. "
                    + "409 refund-too-large for more than is left.")
    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    Overview refund(@PathVariable UUID id, @Valid @RequestBody Wish wish, @AuthenticationPrincipal Staff by) {
        refunds.request(new OrderId(id), wish.read(), by);
        return overview(id, by);
    }
}
