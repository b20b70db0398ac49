package app.orchard.console.inbox;

import app.orchard.order.OrderView;
import app.orchard.payment.PaymentView;
import app.orchard.task.Task;
import app.orchard.task.TaskForm;
import org.jspecify.annotations.Nullable;

/**
 * A task with what one has to know to do it.
 *
 * @param about what it is about, for people; empty when its order says it
 * @param form as it was when the task was read
 */
public record Entry(
        Task task, @Nullable OrderView order, @Nullable PaymentView payment, String about, TaskForm form) {}
