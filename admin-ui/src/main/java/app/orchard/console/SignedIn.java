package app.orchard.console;

import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Who sits in front of this page. */
@Component
public class SignedIn {

    private final AuthenticationContext context;
    private final StaffAccounts accounts;

    SignedIn(AuthenticationContext context, StaffAccounts accounts) {
        this.context = context;
        this.accounts = accounts;
    }

    /** In a request of the browser, not in a push. */
    public Staff staff() {
        return anyone().orElseThrow();
    }

    Optional<Staff> anyone() {
        return context.getAuthenticatedUser(Staff.class);
    }

    /** Whether they still are, for pages that stay open while the founder logs them out. */
    Feed<Boolean> feed(Staff staff) {
        Instant since = SecurityContextHolder.getContext().getAuthentication() instanceof Authentication known
                        && known.getDetails() instanceof Instant moment
                ? moment
                : Instant.MIN;
        return new Feed<>(
                List.of("signed in", staff.login(), since),
                "staff"::equals,
                () -> accounts.loggedInSince(staff.login(), since).isPresent());
    }

    void out() {
        context.logout();
    }

    /** @return the page that answers "what needs me now" for them */
    String firstPage() {
        Staff staff = staff();
        if (staff.is(Role.FOUNDER)) {
            return Pages.TODAY;
        }
        if (staff.is(Role.PACKER)) {
            return Pages.INBOX;
        }
        return staff.is(Role.DRIVER) ? Pages.DELIVERIES : Pages.SALE;
    }
}
