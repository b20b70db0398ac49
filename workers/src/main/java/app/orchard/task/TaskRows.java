package app.orchard.task;

import app.orchard.engine.InstanceJoinedOrder;
import app.orchard.engine.ProjectionsEmptied;
import app.orchard.engine.UserTaskCreated;
import app.orchard.engine.UserTaskEnded;
import java.sql.Timestamp;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the table of tasks as the engine tells, in the transaction in which it tells. */
@Component
class TaskRows {

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    TaskRows(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    @EventListener
    void on(UserTaskCreated task) {
        int stored = jdbc.sql("""
                insert into human_task (key, instance_key, process, element, name, order_id, groups, assignee, due_at,
                  form_key, created_at, state)
                values (:key, :instance, :process, :element, :name, :order, :groups, :assignee, :due, :form, :created,
                  'OPEN') on conflict (key) do nothing""")
                .param("key", task.key())
                .param("instance", task.instanceKey())
                .param("process", task.process())
                .param("element", task.element())
                .param("name", task.name())
                .param("order", task.orderId() == null ? null : task.orderId().value())
                .param("groups", task.groups().toArray(String[]::new))
                .param("assignee", task.assignee())
                .param("due", timestamp(task.dueAt()))
                .param("form", task.formKey())
                .param("created", timestamp(task.createdAt()))
                .update();
        if (stored > 0 && !task.replayed()) {
            events.publishEvent(new TaskOpened(task.key(), task.element(), task.orderId()));
        }
    }

    @EventListener
    void on(UserTaskEnded task) {
        jdbc.sql("update human_task set state = ?, ended_at = ? where key = ? and state = 'OPEN'")
                .params(task.completed() ? "COMPLETED" : "CANCELLED", Timestamp.from(task.at()), task.key())
                .update();
    }

    @EventListener
    void on(InstanceJoinedOrder joined) {
        jdbc.sql("update human_task set order_id = ? where instance_key = ? and order_id is null and state = 'OPEN'")
                .params(joined.orderId().value(), joined.instanceKey())
                .update();
    }

    @EventListener
    void on(ProjectionsEmptied emptied) {
        jdbc.sql("delete from human_task").update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
