package app.orchard.task;

import java.util.Optional;

/** Says what a task is about that belongs to no order. A bean per element. */
public interface TaskSubject {

    /** The user task's id in the model. */
    String element();

    /** @return for people: what to do, with what, and why */
    Optional<String> sentence(Task task);
}
