package app.orchard.storefront.api;

import app.orchard.staff.Staff;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staff: me")
class StaffMeController {

    @Schema(name = "Staff")
    record StaffResource(
            @Schema(example = "ravi") String login,
            @Schema(example = "Ravi") String name,
            @Schema(example = "[\"driver\"]") List<String> roles) {}

    @Operation(summary = "Who I am, and what I may do")
    @GetMapping("/api/staff/me")
    StaffResource me(@AuthenticationPrincipal Staff by) {
        return new StaffResource(
                by.login(),
                by.name(),
                by.roles().stream().map(Wire::name).sorted().toList());
    }
}
