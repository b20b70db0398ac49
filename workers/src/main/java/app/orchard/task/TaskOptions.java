package app.orchard.task;

import java.util.List;

/** The choices of a select whose form names a {@code valuesKey} instead of listing them. */
public interface TaskOptions {

    /** The {@code valuesKey} of the form. */
    String key();

    List<TaskForm.Option> options();
}
