package app.orchard.storefront.api;

import app.orchard.customer.Logins;
import app.orchard.customer.Phone;
import app.orchard.customer.Session;
import app.orchard.storefront.security.BearerToken;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.Instant;
import java.util.UUID;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Log in", description = "By a code of six digits that arrives over WhatsApp")
class LoginController {

    private final Logins logins;

    LoginController(Logins logins) {
        this.logins = logins;
    }

    @Schema(name = "CodeRequest")
    record CodeRequest(
            @NotBlank @Size(max = 32) @Schema(example = "98450 12345")
            String phone) {}

    @Schema(name = "LoginRequest")
    record LoginRequest(
            @NotBlank @Size(max = 32) @Schema(example = "98450 12345")
            String phone,

            @NotBlank @Pattern(regexp = "[0-9]{6}", message = "must have six digits") @Schema(example = "271828")
            String code) {}

    /** The token goes into {@code Authorization: Bearer …} of all other requests. */
    @Schema(name = "Session")
    record SessionResource(
            @Schema(example = "v7Jq0c2mXk3lT9wYb5sRfA") String token, UUID customer, Instant expiresAt) {

        @Override
        public String toString() {
            return "SessionResource of " + customer;
        }
    }

    @Operation(
            summary = "Have a code sent to a phone",
            description = "The answer is the same whether the number is known or not.")
    @PostMapping("/api/login/codes")
    @ResponseStatus(HttpStatus.ACCEPTED)
    void requestCode(@Valid @RequestBody CodeRequest request, HttpServletRequest http) {
        logins.requestCode(Phone.parse(request.phone()), http.getRemoteAddr());
    }

    @Operation(summary = "Log in with the code", description = "A code works once, and bears five tries.")
    @PostMapping("/api/login")
    SessionResource logIn(@Valid @RequestBody LoginRequest request) {
        Session session = logins.logIn(Phone.parse(request.phone()), request.code());
        return new SessionResource(session.token(), session.customer().value(), session.expiresAt());
    }

    @Operation(summary = "Log out")
    @DeleteMapping("/api/login")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(HttpServletRequest http) {
        BearerToken.of(http).ifPresent(logins::logOut);
    }
}
