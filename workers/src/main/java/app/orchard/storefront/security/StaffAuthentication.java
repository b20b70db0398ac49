package app.orchard.storefront.security;

import app.orchard.shared.Refusal;
import app.orchard.staff.Staff;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;

/** Controllers get the {@link Staff} as {@code @AuthenticationPrincipal}. */
class StaffAuthentication implements AuthenticationProvider {

    private final StaffLogins logins;

    StaffAuthentication(StaffLogins logins) {
        this.logins = logins;
    }

    @Override
    public Authentication authenticate(Authentication given) {
        try {
            Staff staff = logins.logIn(given.getName(), String.valueOf(given.getCredentials()), from(given));
            return new UsernamePasswordAuthenticationToken(staff, null, List.of());
        } catch (Refusal e) {
            throw new BadCredentialsException(e.sentence(), e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }

    private static String from(Authentication given) {
        @Nullable Object details = given.getDetails();
        return details instanceof WebAuthenticationDetails web ? web.getRemoteAddress() : "unknown";
    }
}
