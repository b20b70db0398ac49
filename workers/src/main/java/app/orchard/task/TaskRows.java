package app.orchard.task;

import app.orchard.engine.InstanceJoinedOrder;
import app.orchard.engine.ProjectionsEmptied;
import app.orchard.engine.UserTaskCreated;
import app.orchard.engine.UserTaskEnded;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Keeps the table of tasks as the engine tells, in the transaction in which it tells. */
@Component
class TaskRows {

    private static final Logger log = LoggerFactory.getLogger(TaskRows.class);

    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final List<TaskAssignment> assignments;
    private final TransactionTemplate apart;

    TaskRows(
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            List<TaskAssignment> assignments,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.events = events;
        this.assignments = assignments;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    @EventListener
    void on(UserTaskCreated task) {
        int stored = jdbc.sql("""
                insert into human_task (key, instance_key, process, element, name, order_id, subject, groups, assignee, due_at,
                  form_key, created_at, state)
                values (:key, :instance, :process, :element, :name, :order, :subject, :groups,
                  coalesce((select login from task_assignment where task_key = :key), :assignee), :due, :form, :created,
                  'OPEN') on conflict (key) do nothing""")
                .param("key", task.key())
                .param("instance", task.instanceKey())
                .param("process", task.process())
                .param("element", task.element())
                .param("name", task.name())
                .param("order", task.orderId() == null ? null : task.orderId().value())
                .param("subject", task.subject())
                .param("groups", task.groups().toArray(String[]::new))
                .param("assignee", task.assignee())
                .param("due", timestamp(task.dueAt()))
                .param("form", task.formKey())
                .param("created", timestamp(task.createdAt()))
                .update();
        if (stored > 0) {
            assign(task.orderId());
        }
        if (stored > 0 && !task.replayed()) {
            announce(new TaskOpened(task.key(), task.element(), task.orderId()));
        }
    }

    /** One order that cannot follow must not keep the tasks of all others out of the inbox. */
    private void announce(TaskOpened opened) {
        try {
            apart.executeWithoutResult(status -> events.publishEvent(opened));
        } catch (Refusal refusal) {
            log.warn("{} was not followed: {}", opened, refusal.getMessage());
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
        assign(joined.orderId());
    }

    /** Those whose tasks follow somebody, whoever the process knew when it made the task. */
    private void assign(@Nullable OrderId order) {
        if (order == null) {
            return;
        }
        for (TaskAssignment assignment : assignments) {
            assignment.assignee(order).ifPresent(login -> assign(assignment.element(), order, login));
        }
    }

    /** A task that was given to somebody before stays theirs, also when it is read again. */
    private void assign(String element, OrderId order, String login) {
        jdbc.sql("""
                insert into task_assignment (task_key, login)
                select key, ? from human_task
                where order_id = ? and element = ? and state = 'OPEN' and assignee is not null
                on conflict (task_key) do nothing""").params(login, order.value(), element).update();
        jdbc.sql("""
                update human_task t set assignee = a.login from task_assignment a
                where a.task_key = t.key and t.order_id = ? and t.element = ? and t.state = 'OPEN'""").params(order.value(), element).update();
    }

    @EventListener
    void on(ProjectionsEmptied emptied) {
        jdbc.sql("delete from human_task").update();
    }

    private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
        return instant == null ? null : Timestamp.from(instant);
    }
}
