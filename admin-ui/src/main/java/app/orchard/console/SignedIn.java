package app.orchard.console;

import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import com.vaadin.flow.spring.security.AuthenticationContext;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Who sits in front of this page. */
@Component
public class SignedIn {

    private final AuthenticationContext context;

    SignedIn(AuthenticationContext context) {
        this.context = context;
    }

    /** In a request of the browser, not in a push. */
    public Staff staff() {
        return anyone().orElseThrow();
    }

    Optional<Staff> anyone() {
        return context.getAuthenticatedUser(Staff.class);
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
