package app.orchard.task;

import app.orchard.shared.OrderId;
import java.util.Optional;

/** For tasks that follow a person while they are open: whose they are now. */
public interface TaskAssignment {

    /** The id of the user task in its model. */
    String element();

    /** @return the login; nothing leaves it with whom the process chose */
    Optional<String> assignee(OrderId order);
}
