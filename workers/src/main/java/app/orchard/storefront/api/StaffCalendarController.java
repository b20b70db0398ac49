package app.orchard.storefront.api;

import app.orchard.order.Orders;
import app.orchard.shared.Business;
import app.orchard.slots.Blackout;
import app.orchard.slots.Blackouts;
import app.orchard.slots.Slot;
import app.orchard.slots.SlotCapacity;
import app.orchard.slots.SlotTemplate;
import app.orchard.slots.SlotTemplates;
import app.orchard.slots.Slots;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff")
@Tag(name = "Staff: calendar", description = "Weekly windows, closed days, and how much fits into a slot")
class StaffCalendarController {

    private final Blackouts blackouts;
    private final SlotCapacity capacity;
    private final SlotTemplates windows;
    private final Slots slots;
    private final Orders orders;
    private final Business business;
    private final Clock clock;

    StaffCalendarController(
            Blackouts blackouts,
            SlotCapacity capacity,
            SlotTemplates windows,
            Slots slots,
            Orders orders,
            Business business,
            Clock clock) {
        this.blackouts = blackouts;
        this.capacity = capacity;
        this.windows = windows;
        this.slots = slots;
        this.orders = orders;
        this.business = business;
        this.clock = clock;
    }

    @Schema(name = "NewBlackout")
    record NewBlackout(
            @Schema(description = "All zones, when absent", example = "north") @Nullable
            String zone,

            @NotNull LocalDate from,
            @NotNull LocalDate until,

            @NotBlank @Size(max = 200) @Schema(description = "Shown to customers", example = "Heavy rain")
            String reason) {}

    @Schema(name = "Blackout")
    record BlackoutResource(
            UUID id,
            @Schema(example = "north") @Nullable String zone,
            LocalDate from,
            LocalDate until,
            @Schema(example = "Heavy rain") String reason,
            @Schema(example = "founder") String closedBy,
            Instant closedAt,

            @Schema(
                    description = "Numbers of orders that have a place on these days and keep it",
                    example = "[\"M-1042\"]")
            List<String> orders) {}

    @Schema(name = "Capacity")
    record Capacity(
            @Min(0) @Max(10_000) @Schema(example = "60") int stops,

            @Min(0)
            @Max(100_000)
            @Schema(description = "The kitchen is no limit, when absent", example = "1200")
            @Nullable
            Integer kitchenMinutes) {}

    @Operation(summary = "Days without deliveries, from today on")
    @GetMapping("/blackouts")
    List<BlackoutResource> blackouts(@AuthenticationPrincipal Staff by) {
        by.require(Role.FOUNDER);
        return blackouts.inForce().stream().map(each -> resource(each, by)).toList();
    }

    @Operation(
            summary = "Close days",
            description = "Founders. Nothing more can be ordered for them; orders placed already stay and are listed.")
    @PostMapping("/blackouts")
    @ResponseStatus(HttpStatus.CREATED)
    BlackoutResource close(@Valid @RequestBody NewBlackout wanted, @AuthenticationPrincipal Staff by) {
        return resource(blackouts.close(wanted.zone(), wanted.from(), wanted.until(), wanted.reason(), by), by);
    }

    @Operation(summary = "Open closed days again", description = "Founders.")
    @DeleteMapping("/blackouts/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void lift(@PathVariable UUID id, @AuthenticationPrincipal Staff by) {
        blackouts.lift(id, by);
    }

    @Operation(summary = "How much fits into a slot", description = "Founders. Not less than is taken.")
    @PutMapping("/slots/{id}/capacity")
    SlotResource change(@PathVariable UUID id, @Valid @RequestBody Capacity wanted, @AuthenticationPrincipal Staff by) {
        capacity.change(id, wanted.stops(), wanted.kitchenMinutes(), by);
        return SlotResource.of(slots.get(id), clock.instant());
    }

    @Schema(name = "NewWindow")
    record NewWindow(
            @NotBlank @Size(max = 50) @Schema(example = "north")
            String zone,

            @NotNull DayOfWeek weekday,

            @NotNull @Schema(type = "string", example = "10:00:00")
            LocalTime starts,

            @NotNull @Schema(type = "string", example = "12:00:00")
            LocalTime ends,

            @Min(0)
            @Max(10_080)
            @Schema(description = "Orders are taken until so many minutes before the start", example = "180")
            int cutoffMinutes,

            @Min(1) @Max(10_000) @Schema(example = "60") int stops,

            @Min(1)
            @Max(100_000)
            @Schema(description = "The kitchen is no limit, when absent", example = "1200")
            @Nullable
            Integer kitchenMinutes,

            @NotNull LocalDate from,

            @Schema(description = "The last day; for good, when absent") @Nullable
            LocalDate until) {

        SlotTemplate asTemplate() {
            return new SlotTemplate(
                    new UUID(0, 0),
                    zone,
                    weekday,
                    starts,
                    ends,
                    Duration.ofMinutes(cutoffMinutes),
                    stops,
                    kitchenMinutes,
                    from,
                    until);
        }
    }

    @Schema(name = "Window")
    record Window(UUID id) {}

    @Operation(
            summary = "Open a weekly window",
            description = "Founders. Its slots of the coming days can be ordered for at once.")
    @PostMapping("/windows")
    @ResponseStatus(HttpStatus.CREATED)
    Window open(@Valid @RequestBody NewWindow wanted, @AuthenticationPrincipal Staff by) {
        return new Window(windows.add(wanted.asTemplate(), by));
    }

    @Operation(
            summary = "End a weekly window",
            description = "Founders. No slots after today; those that have orders stay for them.")
    @DeleteMapping("/windows/{id}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void end(@PathVariable UUID id, @AuthenticationPrincipal Staff by) {
        windows.end(id, business.dayOf(clock.instant()), by);
    }

    private BlackoutResource resource(Blackout blackout, Staff by) {
        List<UUID> affected = slots
                .between(start(blackout.fromDay()), start(blackout.untilDay().plusDays(1)))
                .stream()
                .filter(slot -> blackout.zone() == null || blackout.zone().equals(slot.zone()))
                .map(Slot::id)
                .toList();
        return new BlackoutResource(
                blackout.id(),
                blackout.zone(),
                blackout.fromDay(),
                blackout.untilDay(),
                blackout.reason(),
                blackout.closedBy(),
                blackout.closedAt(),
                orders.openIn(affected, by).stream().map(row -> row.number()).toList());
    }

    private Instant start(LocalDate day) {
        return day.atStartOfDay(business.zone()).toInstant();
    }
}
