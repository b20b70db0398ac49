package app.orchard.task;

import java.util.Map;
import java.util.Set;

/** What completing one kind of user task means for the business. A bean per element; without one the values pass through. */
public interface TaskHandler {

    /** The user task's id in the model. */
    String element();

    /** Keys of values that programs send along although the form does not ask for them; the handler checks them itself. */
    default Set<String> besideTheForm() {
        return Set.of();
    }

    /**
     * Applies the change, in the transaction that completes the task.
     *
     * @return variables for the process: ids and flags
     * @throws app.orchard.shared.Refusal to leave the task open and tell the person why
     */
    Map<String, Object> complete(TaskSubmission submission);
}
