package app.orchard.storefront.api;

import app.orchard.engine.Engine;
import app.orchard.engine.EngineHistory;
import app.orchard.engine.Incident;
import app.orchard.inventory.Inventory;
import app.orchard.shared.Refusal;
import app.orchard.slots.Slots;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.watch.Standstill;
import app.orchard.watch.Watch;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff")
@Tag(name = "Staff: checks", description = "Whether everything is as it should be")
class StaffCheckController {

    private static final Duration LONGEST_SPAN = Duration.ofDays(62);
    private static final int MOST_INCIDENTS = 100;

    private final Inventory inventory;
    private final Slots slots;
    private final EngineHistory history;
    private final Engine engine;
    private final Watch watch;
    private final Clock clock;

    StaffCheckController(
            Inventory inventory, Slots slots, EngineHistory history, Engine engine, Watch watch, Clock clock) {
        this.inventory = inventory;
        this.slots = slots;
        this.history = history;
        this.engine = engine;
        this.watch = watch;
        this.clock = clock;
    }

    @Schema(name = "Checks", description = "Empty lists: all sums agree")
    record Checks(
            @Schema(description = "Stock that is not the sum of its movements")
            List<StaffStockController.Level> stock,

            @Schema(description = "Slots whose counts are not the sums of their holds", example = "[]")
            List<UUID> slots) {}

    @Schema(name = "Incident")
    record IncidentResource(
            @Schema(example = "2251799813685312") String key,
            @Nullable UUID order,
            @Schema(example = "order") String process,
            @Schema(example = "serviceTask_confirmOrder") String element,
            @Schema(example = "Confirm order") String name,

            @Schema(
                    description = "What happened, for people",
                    example = "The payment gateway did not answer five times")
            String sentence,

            Instant since) {

        static IncidentResource of(Incident incident) {
            return new IncidentResource(
                    Long.toString(incident.key()),
                    incident.orderId() == null ? null : incident.orderId().value(),
                    incident.process(),
                    incident.element(),
                    incident.elementName(),
                    incident.sentence(),
                    incident.since());
        }
    }

    @Operation(summary = "Sums that do not agree")
    @GetMapping("/checks")
    Checks checks(@AuthenticationPrincipal Staff by) {
        by.require(Role.FOUNDER);
        return new Checks(
                inventory.disagreements().stream()
                        .map(StaffStockController.Level::of)
                        .toList(),
                slots.disagreements());
    }

    @Operation(summary = "The slots that begin in a span of time")
    @GetMapping("/slots")
    List<SlotResource> slots(
            @RequestParam Instant from, @RequestParam Instant until, @AuthenticationPrincipal Staff by) {
        by.require(Role.values());
        if (Duration.between(from, until).compareTo(LONGEST_SPAN) > 0) {
            throw Refusal.invalid("long-span", "Please ask for two months at most.");
        }
        Instant now = clock.instant();
        return slots.between(from, until).stream()
                .map(slot -> SlotResource.of(slot, now))
                .toList();
    }

    @Operation(summary = "Steps that failed for good, until somebody acts")
    @GetMapping("/incidents")
    List<IncidentResource> incidents(@AuthenticationPrincipal Staff by) {
        by.require(Role.FOUNDER);
        return history.openIncidents(0, MOST_INCIDENTS).stream()
                .map(IncidentResource::of)
                .toList();
    }

    @Schema(name = "Standstill")
    record StandstillResource(
            @Schema(example = "STEP") String kind,
            @Nullable UUID order,
            @Schema(example = "M-1042") @Nullable String number,
            @Schema(example = "Pack order") String step,
            Instant since,

            @Schema(
                    description = "What happened to what, for people",
                    example = "2 messages wait for the WhatsApp provider")
            String sentence,

            @Schema(description = "What to do next", example = "Check its token")
            String advice) {

        static StandstillResource of(Standstill standstill) {
            return new StandstillResource(
                    standstill.kind().name(),
                    standstill.order() == null ? null : standstill.order().value(),
                    standstill.number(),
                    standstill.step(),
                    standstill.since(),
                    standstill.sentence(),
                    standstill.advice());
        }
    }

    @Operation(summary = "What did not go on for longer than it may")
    @GetMapping("/standstills")
    List<StandstillResource> standstills(@AuthenticationPrincipal Staff by) {
        return watch.standstills(by).stream().map(StandstillResource::of).toList();
    }

    @Operation(summary = "Try a failed step once more")
    @PostMapping("/incidents/{key}/retry")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void retry(@PathVariable long key, @AuthenticationPrincipal Staff by) {
        engine.retryIncident(key, by);
    }
}
