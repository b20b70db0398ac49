package app.orchard.storefront.api;

import app.orchard.delivery.Evidence;
import app.orchard.delivery.EvidenceKind;
import app.orchard.delivery.EvidenceStore;
import app.orchard.shared.OrderId;
import app.orchard.staff.Staff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff")
@Tag(name = "Staff: delivery")
class StaffEvidenceController {

    private final EvidenceStore evidence;

    StaffEvidenceController(EvidenceStore evidence) {
        this.evidence = evidence;
    }

    @Schema(name = "Evidence")
    record EvidenceResource(
            UUID id,
            @Schema(example = "photo") String kind,
            @Schema(description = "From 1", example = "1") int attempt,

            @Schema(description = "For people", example = "Ravi")
            String takenBy,

            Instant storedAt) {

        static EvidenceResource of(Evidence one) {
            return new EvidenceResource(one.id(), one.kind().wireName(), one.attempt(), one.takenBy(), one.storedAt());
        }
    }

    @Schema(name = "KeptEvidence")
    record Kept(
            @Schema(description = "To be named when the task is completed")
            UUID id) {}

    @Operation(
            summary = "Keep a picture of a door",
            description =
                    "Drivers, of a stop of theirs that is under way. JPEG or PNG, at most 2 MB; it is drawn anew, "
                            + "so that nothing but what is seen is kept.")
    @PostMapping(
            path = "/stops/{order}/evidence",
            consumes = {MediaType.IMAGE_JPEG_VALUE, MediaType.IMAGE_PNG_VALUE})
    @ResponseStatus(HttpStatus.CREATED)
    Kept add(
            @PathVariable UUID order,
            @RequestParam @Schema(example = "PHOTO") EvidenceKind kind,
            @Parameter(description = "Chosen by you: the same key is the same picture")
                    @RequestHeader("Idempotency-Key")
                    @Size(min = 1, max = 100)
                    String action,
            @RequestBody byte[] picture,
            @AuthenticationPrincipal Staff by) {
        return new Kept(evidence.add(new OrderId(order), kind, picture, action, by));
    }

    @Operation(
            summary = "The pictures of the doors of an order",
            description = "Founders all, drivers those that they took.")
    @GetMapping("/orders/{id}/evidence")
    List<EvidenceResource> of(@PathVariable UUID id, @AuthenticationPrincipal Staff by) {
        return evidence.of(new OrderId(id), by).stream()
                .map(EvidenceResource::of)
                .toList();
    }

    @Operation(summary = "A picture of a door", description = "Founders any, drivers those that they took.")
    @GetMapping(path = "/evidence/{id}", produces = MediaType.IMAGE_JPEG_VALUE)
    byte[] picture(@PathVariable UUID id, @AuthenticationPrincipal Staff by) {
        return evidence.picture(id, by);
    }
}
