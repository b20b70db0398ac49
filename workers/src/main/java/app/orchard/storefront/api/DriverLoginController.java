package app.orchard.storefront.api;

import app.orchard.customer.Logins;
import app.orchard.customer.Phone;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffSession;
import app.orchard.staff.StaffSessions;
import app.orchard.storefront.security.DriverCookie;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@Tag(name = "Staff: delivery")
class DriverLoginController {

    private final Logins logins;
    private final StaffSessions sessions;
    private final DriverCookie cookie;

    DriverLoginController(Logins logins, StaffSessions sessions, DriverCookie cookie) {
        this.logins = logins;
        this.sessions = sessions;
        this.cookie = cookie;
    }

    @Operation(
            summary = "Log a driver's phone in",
            description =
                    "With a code of `POST /api/login/codes`. Sets a cookie that counts for the staff's API beside "
                            + "the header `X-Orchard-Driver`, with the rights of a driver.")
    @PostMapping("/api/login/driver")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logIn(
            @Valid @RequestBody LoginController.LoginRequest request,
            HttpServletRequest http,
            HttpServletResponse response) {
        Phone phone = Phone.parse(request.phone());
        logins.prove(phone, request.code());
        StaffSession session = sessions.open(phone.e164());
        cookie.set(session, http, response);
    }

    @Operation(summary = "Log this phone out")
    @DeleteMapping("/api/staff/session")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOut(HttpServletRequest http, HttpServletResponse response) {
        DriverCookie.tokenOf(http).ifPresent(sessions::close);
        cookie.remove(http, response);
    }

    @Operation(summary = "Log all phones of a driver out", description = "Founders; when one was lost, for example.")
    @DeleteMapping("/api/staff/drivers/{login}/sessions")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void logOutAll(@PathVariable String login, @AuthenticationPrincipal Staff by) {
        sessions.closeAll(login, by);
    }
}
