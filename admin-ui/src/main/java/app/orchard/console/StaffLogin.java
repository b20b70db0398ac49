package app.orchard.console;

import app.orchard.shared.Refusal;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** Lets those in who have an account here. The principal is the {@link Staff}. */
class StaffLogin implements AuthenticationProvider {

    private final StaffAccounts accounts;

    StaffLogin(StaffAccounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public Authentication authenticate(Authentication attempt) {
        try {
            Staff staff = accounts.authenticate(attempt.getName(), String.valueOf(attempt.getCredentials()));
            return UsernamePasswordAuthenticationToken.authenticated(
                    staff,
                    null,
                    staff.roles().stream()
                            .map(role -> new SimpleGrantedAuthority("ROLE_" + role.name()))
                            .toList());
        } catch (Refusal refusal) {
            throw new BadCredentialsException(refusal.sentence(), refusal);
        }
    }

    @Override
    public boolean supports(Class<?> attempt) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(attempt);
    }
}
