package app.orchard.storefront.api;

import app.orchard.delivery.RunRow;
import app.orchard.delivery.RunView;
import app.orchard.delivery.Runs;
import app.orchard.delivery.Tours;
import app.orchard.shared.OrderId;
import app.orchard.staff.Staff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
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
@Tag(name = "Staff: delivery", description = "Runs, their tours and stops")
class StaffRunController {

    private final Runs runs;
    private final Tours tours;

    StaffRunController(Runs runs, Tours tours) {
        this.runs = runs;
        this.tours = tours;
    }

    @Schema(name = "Run")
    record RunResource(
            UUID id,
            UUID slot,
            @Schema(example = "north") String zone,
            Instant slotStartsAt,
            Instant slotEndsAt,

            @Schema(description = "When it is planned by itself")
            Instant plansAt,

            @Schema(description = "How often something left of this slot, from 1", example = "1")
            int round,

            @Schema(example = "collecting") String state,
            @Schema(example = "2") int tours,
            @Schema(example = "14") int orders,

            @Schema(description = "Of the orders, ready to leave", example = "9")
            int packed) {

        static RunResource of(RunRow run) {
            return new RunResource(
                    run.id(),
                    run.slot(),
                    run.zone(),
                    run.slotStartsAt(),
                    run.slotEndsAt(),
                    run.plansAt(),
                    run.round(),
                    run.state().name().toLowerCase(Locale.ROOT),
                    run.tours(),
                    run.orders(),
                    run.packed());
        }
    }

    @Schema(name = "RunPlan")
    record PlanResource(
            RunResource run,
            @Schema(example = "18400") long metres,
            @Schema(example = "5400") long seconds,
            @Schema(example = "0") long lateSeconds,

            @Schema(description = "Driven in the order of booking", example = "26100")
            long bookedMetres,

            @Schema(description = "Distances are straight lines, for want of a map")
            boolean straightLines,

            List<TourResource> tours,
            List<Left> unplaced) {

        static PlanResource of(RunView view) {
            return new PlanResource(
                    RunResource.of(view.run()),
                    view.planned().metres(),
                    view.planned().seconds(),
                    view.planned().lateSeconds(),
                    view.inOrderOfBooking().metres(),
                    view.straightLines(),
                    view.tours().stream().map(TourResource::of).toList(),
                    view.unplaced().stream()
                            .map(order -> new Left(order.order().value(), order.number(), order.sentence()))
                            .toList());
        }
    }

    @Schema(name = "UnplacedOrder")
    record Left(
            UUID order,
            @Schema(example = "M-1042") String number,

            @Schema(description = "Why, for people", example = "No vehicle has room for it")
            String reason) {}

    @Schema(name = "ChosenDriver")
    record ChosenDriver(
            @NotBlank @Size(max = 100) @Schema(description = "Login", example = "ravi")
            String driver) {}

    @Schema(name = "PlaceInTour")
    record PlaceInTour(
            @Min(1) @Max(1000) @Schema(description = "From 1", example = "2")
            int place) {}

    @Operation(
            summary = "The delivery runs",
            description = "Founders. Open ones by slot, then those that ended in the last two days.")
    @GetMapping("/runs")
    List<RunResource> runs(@AuthenticationPrincipal Staff by) {
        return runs.all(by).stream().map(RunResource::of).toList();
    }

    @Operation(summary = "A delivery run with its plan", description = "Founders.")
    @GetMapping("/runs/{id}")
    PlanResource run(@PathVariable UUID id, @AuthenticationPrincipal Staff by) {
        return PlanResource.of(runs.get(id, by));
    }

    @Operation(
            summary = "Plan a run now",
            description = "Founders. Before the time to order is over; later it changes nothing.")
    @PostMapping("/runs/{id}/closing")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void close(@PathVariable UUID id, @AuthenticationPrincipal Staff by) {
        runs.close(id, by);
    }

    @Operation(summary = "Choose who drives a tour", description = "Founders. Until the run is approved.")
    @PutMapping("/tours/{id}/driver")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void give(@PathVariable UUID id, @Valid @RequestBody ChosenDriver chosen, @AuthenticationPrincipal Staff by) {
        runs.give(id, chosen.driver(), by);
    }

    @Operation(summary = "Move a stop within its tour", description = "Founders. Until the run is approved.")
    @PutMapping("/tours/{id}/stops/{order}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void move(
            @PathVariable UUID id,
            @PathVariable UUID order,
            @Valid @RequestBody PlaceInTour to,
            @AuthenticationPrincipal Staff by) {
        runs.moveStop(id, new OrderId(order), to.place(), by);
    }

    @Operation(
            summary = "The tours that were given to me",
            description = "Drivers; those on the road first, without those that are finished.")
    @GetMapping("/tours")
    List<TourResource> tours(@AuthenticationPrincipal Staff by) {
        return tours.of(by).stream().map(TourResource::of).toList();
    }

    @Operation(summary = "A tour", description = "Drivers see only their own.")
    @GetMapping("/tours/{id}")
    TourResource tour(@PathVariable UUID id, @AuthenticationPrincipal Staff by) {
        return TourResource.of(tours.get(id, by));
    }
}
