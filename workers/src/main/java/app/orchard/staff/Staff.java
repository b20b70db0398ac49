package app.orchard.staff;

import app.orchard.shared.Refusal;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/** Somebody who works here, acting. */
public record Staff(UUID id, String login, String name, String phone, Set<Role> roles) {

    public boolean is(Role role) {
        return roles.contains(role);
    }

    /** A founder may do everything. @throws Refusal FORBIDDEN when none of the roles is theirs */
    public void require(Role... any) {
        if (!is(Role.FOUNDER) && Arrays.stream(any).noneMatch(this::is)) {
            throw Refusal.forbidden(name + " may not do this. Ask the founder.");
        }
    }
}
