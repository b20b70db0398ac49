package app.orchard.storefront.api;

import app.orchard.settlement.DailySettlement;
import app.orchard.settlement.SettlementDay;
import app.orchard.staff.Staff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/staff/settlement")
@Tag(name = "Staff: settlement", description = "Each day's money by way of paying, and what is missing")
class StaffSettlementController {

    private static final MediaType CSV = MediaType.parseMediaType("text/csv;charset=UTF-8");

    private final DailySettlement settlement;

    StaffSettlementController(DailySettlement settlement) {
        this.settlement = settlement;
    }

    @Schema(name = "SettlementDay", description = "settled + onItsWay = captured − fees − refunded + difference")
    record Day(
            LocalDate day,
            @Schema(example = "online") String method,

            @Schema(description = "What the orders owed of it")
            Amount expected,

            Amount captured,
            @Schema(description = "Tax on them included") Amount fees,
            Amount refunded,

            @Schema(description = "Reached the bank, or was counted")
            Amount settled,

            Amount onItsWay,

            @Schema(description = "Negative when money is missing")
            Amount difference,

            @Schema(example = "All that was captured reached the bank")
            String inWords) {

        static Day of(SettlementDay day) {
            return new Day(
                    day.day(),
                    day.method().name().toLowerCase(Locale.ROOT),
                    Amount.of(day.expected()),
                    Amount.of(day.captured()),
                    Amount.of(day.fees()),
                    Amount.of(day.refunded()),
                    Amount.of(day.settled()),
                    Amount.of(day.onItsWay()),
                    Amount.of(day.difference()),
                    day.inWords());
        }
    }

    @Operation(summary = "The days from one to another, the newest first")
    @GetMapping
    List<Day> days(@RequestParam LocalDate from, @RequestParam LocalDate until, @AuthenticationPrincipal Staff by) {
        return settlement.days(from, until, by).stream().map(Day::of).toList();
    }

    @Operation(summary = "The same for a spreadsheet, the oldest first")
    @GetMapping(path = "/csv", produces = "text/csv")
    ResponseEntity<String> csv(
            @RequestParam LocalDate from, @RequestParam LocalDate until, @AuthenticationPrincipal Staff by) {
        ContentDisposition name = ContentDisposition.attachment()
                .filename("settlement-" + from + "-" + until + ".csv")
                .build();
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(HttpHeaders.CONTENT_DISPOSITION, name.toString())
                .body(settlement.csv(from, until, by));
    }
}
