package app.orchard.console;

import app.orchard.shared.Refusal;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import java.time.Clock;
import java.time.Instant;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Lets those in who have an account here. The principal is the {@link Staff}, the details are the moment. */
class StaffLogin implements AuthenticationProvider {

    private final StaffAccounts accounts;
    private final Clock clock;

    StaffLogin(StaffAccounts accounts, Clock clock) {
        this.accounts = accounts;
        this.clock = clock;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        Instant asked = clock.instant();
        try {
            Staff staff = accounts.authenticate(attempt.getName(), String.valueOf(attempt.getCredentials()));
            UsernamePasswordAuthenticationToken known = UsernamePasswordAuthenticationToken.authenticated(
                    staff,
                    null,
                    staff.roles().stream()
                            .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                            .toList());
            known.setDetails(asked);
            return known;
        } catch (Refusal refusal) {
            throw new BadCredentialsException(refusal.sentence(), refusal);
        }
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
