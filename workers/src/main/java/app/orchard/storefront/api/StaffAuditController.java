package app.orchard.storefront.api;

import app.orchard.audit.Audit;
import app.orchard.audit.AuditEntry;
import app.orchard.staff.Staff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@RestController
@RequestMapping("/api/staff/audit")
@Tag(name = "Staff: audit", description = "Who changed what")
class StaffAuditController {

    private final Audit audit;
    private final JsonMapper json;

    StaffAuditController(Audit audit, JsonMapper json) {
        this.audit = audit;
        this.json = json;
    }

    @Schema(name = "AuditEntry")
    record Entry(
            @Schema(example = "4711") long id,
            Instant at,
            @Schema(example = "founder") String login,
            @Schema(example = "Cancellations.byStaff") String action,
            @Schema(example = "sales_order") String subject,

            @Schema(example = "01a3f2c4-7d58-7b1e-9c40-5e6f7a8b9c0d")
            String rowKey,

            @Nullable @Schema(description = "What changed, as it was", example = "{\"status\": \"CONFIRMED\"}")
            JsonNode before,

            @Nullable @Schema(description = "What changed, as it is now", example = "{\"status\": \"CANCELLED\"}")
            JsonNode after) {}

    @Operation(summary = "What staff changed, newest first", description = "Founders. Go on with the last id.")
    @GetMapping
    List<Entry> entries(
            @RequestParam @Nullable String login,
            @RequestParam @Nullable String rowKey,
            @RequestParam(defaultValue = "9223372036854775807") @Min(1) long before,
            @RequestParam(defaultValue = "50") @Min(1) @Max(200) int limit,
            @AuthenticationPrincipal Staff by) {
        return audit.page(login, rowKey, before, limit, by).stream()
                .map(this::entry)
                .toList();
    }

    private Entry entry(AuditEntry entry) {
        return new Entry(
                entry.id(),
                entry.at(),
                entry.login(),
                entry.action(),
                entry.subject(),
                entry.rowKey(),
                object(entry.before()),
                object(entry.after()));
    }

    private @Nullable JsonNode object(String text) {
        return text.isEmpty() ? null : json.readTree(text);
    }
}
