package app.orchard.task;

import app.orchard.processes.Elements;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The tables of tasks, claims and completions, for {@link Tasks}. */
@Component
class TaskTable {

    private static final String OPEN = """
            from human_task t left join task_claim c on c.task_key = t.key
              left join task_snooze z on z.task_key = t.key and z.login = :login and z.until > :now
            where t.state = 'OPEN' and not exists (select from task_completion d where d.task_key = t.key)
            """;
    private static final String SELECT =
            "select t.*, c.login as claimed_by, c.handed_by, z.until as snoozed_until " + OPEN;
    private static final String THEIRS =
            " and (:all or t.assignee = :login or (t.assignee is null and t.groups && :groups::text[]))";
    private static final String AWAKE = " and z.until is null";
    private static final String ASLEEP = " and z.until is not null order by z.until, t.key limit :limit";
    private static final String URGENT_FIRST = " order by t.due_at nulls last, t.created_at, t.key limit :limit";

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final Clock clock;

    TaskTable(JdbcClient jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    List<Task> openFor(Staff staff, int limit) {
        return theirs(SELECT + THEIRS + AWAKE + URGENT_FIRST, staff)
                .param("limit", limit)
                .query(TaskTable::task)
                .list();
    }

    List<Task> snoozedBy(Staff staff, int limit) {
        return theirs(SELECT + THEIRS + ASLEEP, staff)
                .param("limit", limit)
                .query(TaskTable::task)
                .list();
    }

    List<Task> openFor(Staff staff, Set<String> elements, int limit) {
        return theirs(SELECT + THEIRS + " and t.element = any(:elements)" + URGENT_FIRST, staff)
                .param("elements", elements.toArray(String[]::new))
                .param("limit", limit)
                .query(TaskTable::task)
                .list();
    }

    int countFor(Staff staff) {
        return theirs("select count(*) " + OPEN + THEIRS + AWAKE, staff)
                .query(Integer.class)
                .single();
    }

    TaskLoad loadOf(Instant now, Instant midnight, Staff staff) {
        return theirs("""
                select count(*) filter (where t.due_at < :now) as overdue,
                  count(*) filter (where t.due_at >= :now and t.due_at < :midnight) as today,
                  count(*) filter (where t.due_at is null or t.due_at >= :midnight) as later,
                  count(*) filter (where t.element = :refund) as refunds
                """ + OPEN + THEIRS + AWAKE, staff)
                .param("now", Timestamp.from(now))
                .param("midnight", Timestamp.from(midnight))
                .param("refund", Elements.APPROVE_REFUND)
                .query(TaskLoad.class)
                .single();
    }

    List<Task> openOf(OrderId order) {
        return jdbc.sql(SELECT + " and t.order_id = :order order by t.created_at, t.key")
                .param("login", "")
                .param("now", now())
                .param("order", order.value())
                .query(TaskTable::task)
                .list();
    }

    Optional<Task> open(long key, Staff staff) {
        return jdbc.sql(SELECT + " and t.key = :key")
                .param("login", staff.login())
                .param("now", now())
                .param("key", key)
                .query(TaskTable::task)
                .optional();
    }

    /** Whoever comes second waits here for the first. */
    Optional<Task> lock(long key, Staff staff) {
        boolean locked = lockRow(key);
        if (!locked) {
            // A rebuild of the projections may just have replaced the row that was waited for.
            locked = lockRow(key);
        }
        return locked ? open(key, staff) : Optional.empty();
    }

    private boolean lockRow(long key) {
        return jdbc.sql("select key from human_task where key = ? for update")
                .param(key)
                .query(Long.class)
                .optional()
                .isPresent();
    }

    Optional<Long> formKey(long key) {
        return jdbc.sql("select form_key from human_task where key = ? and form_key is not null")
                .param(key)
                .query(Long.class)
                .optional();
    }

    /** @return the login of the one who has it now */
    String claim(long key, Staff by) {
        jdbc.sql(
                        "insert into task_claim (task_key, login, claimed_at) values (?, ?, ?) on conflict (task_key) do nothing")
                .params(key, by.login(), now())
                .update();
        return jdbc.sql("select login from task_claim where task_key = ?")
                .param(key)
                .query(String.class)
                .single();
    }

    void release(long key) {
        jdbc.sql("delete from task_claim where task_key = ?").param(key).update();
    }

    /** @param from whose it was; null for nobody's */
    void handOver(long key, String to, @Nullable String from, Staff by) {
        jdbc.sql("""
                insert into task_claim (task_key, login, claimed_at, handed_by, handed_from)
                values (:key, :to, :now, :by, :from)
                on conflict (task_key) do update set login = excluded.login, claimed_at = excluded.claimed_at,
                  handed_by = excluded.handed_by, handed_from = excluded.handed_from""")
                .param("key", key)
                .param("to", to)
                .param("now", now())
                .param("by", by.login())
                .param("from", from)
                .update();
    }

    /** As it was before it was handed over. */
    void takeBack(long key) {
        jdbc.sql("delete from task_claim where task_key = ? and handed_from is null")
                .param(key)
                .update();
        jdbc.sql("update task_claim set login = handed_from, handed_by = null, handed_from = null where task_key = ?")
                .param(key)
                .update();
    }

    void assign(String element, OrderId order, String login) {
        jdbc.sql("""
                delete from task_claim c using human_task t
                where t.key = c.task_key and t.order_id = ? and t.element = ? and t.state = 'OPEN'""").params(order.value(), element).update();
        jdbc.sql("""
                with given as (
                  update human_task set assignee = ? where order_id = ? and element = ? and state = 'OPEN' returning key, assignee)
                insert into task_assignment (task_key, login) select key, assignee from given
                on conflict (task_key) do update set login = excluded.login""").params(login, order.value(), element).update();
    }

    void snooze(long key, Instant until, Staff by) {
        jdbc.sql("""
                insert into task_snooze (task_key, login, until) values (?, ?, ?)
                on conflict (task_key, login) do update set until = excluded.until""").params(key, by.login(), Timestamp.from(until)).update();
    }

    void wake(long key, Staff by) {
        jdbc.sql("delete from task_snooze where task_key = ? and login = ?")
                .params(key, by.login())
                .update();
    }

    void wakeForAll(long key) {
        jdbc.sql("delete from task_snooze where task_key = ?").param(key).update();
    }

    List<DoneTask> done(int limit) {
        return done("").param("limit", limit).query(TaskTable::doneTask).list();
    }

    List<DoneTask> doneBy(Staff staff, int limit) {
        return done("where d.completed_by = :login")
                .param("login", staff.login())
                .param("limit", limit)
                .query(TaskTable::doneTask)
                .list();
    }

    private JdbcClient.StatementSpec done(String whose) {
        return jdbc.sql("""
                select d.task_key, coalesce(t.name, d.element) as name, d.order_id, d.completed_by, d.completed_at
                from task_completion d left join human_task t on t.key = d.task_key
                """ + whose + " order by d.completed_at desc, d.task_key limit :limit");
    }

    /** The primary key is the last word on "once". */
    void complete(Task task, Map<String, Object> values, @Nullable String actionId, Staff by) {
        OrderId order = task.orderId();
        jdbc.sql("""
                insert into task_completion (task_key, element, order_id, submission, completed_by, action_id, completed_at)
                values (:key, :element, :order, :submission::jsonb, :by, :action, :now)""")
                .param("action", actionId)
                .param("key", task.key())
                .param("element", task.element())
                .param("order", order == null ? null : order.value())
                .param("submission", json.writeValueAsString(values))
                .param("by", by.login())
                .param("now", now())
                .update();
    }

    boolean wasCompleted(long key, String actionId, Staff by) {
        return jdbc.sql("""
                select exists (select from task_completion where task_key = ? and completed_by = ? and action_id = ?)""")
                .params(key, by.login(), actionId)
                .query(Boolean.class)
                .single();
    }

    /** Why a task is not there to be worked on, and who was faster. */
    Refusal notOpen(long key) {
        return jdbc.sql("select completed_by, completed_at from task_completion where task_key = ?")
                .param(key)
                .query((row, n) -> Refusal.conflict(
                                "task-done", row.getString(1) + " already did this task. Nothing is left to do.")
                        .with("completedBy", row.getString(1))
                        .with("completedAt", row.getTimestamp(2).toInstant()))
                .optional()
                .orElseGet(() ->
                        Refusal.conflict("task-gone", "This task is no longer needed: the process took another way."));
    }

    private JdbcClient.StatementSpec theirs(String sql, Staff staff) {
        return jdbc.sql(sql)
                .param("all", staff.is(Role.FOUNDER))
                .param("login", staff.login())
                .param("now", now())
                .param("groups", staff.roles().stream().map(Role::group).toArray(String[]::new));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Task task(ResultSet row, int n) throws SQLException {
        UUID order = row.getObject("order_id", UUID.class);
        Timestamp due = row.getTimestamp("due_at");
        Instant dueAt = due == null ? null : due.toInstant();
        Timestamp snoozed = row.getTimestamp("snoozed_until");
        return new Task(
                row.getLong("key"),
                row.getString("element"),
                row.getString("name"),
                row.getString("process"),
                row.getLong("instance_key"),
                order == null ? null : new OrderId(order),
                row.getString("subject"),
                Set.of((String[]) row.getArray("groups").getArray()),
                row.getString("assignee"),
                row.getString("claimed_by"),
                row.getString("handed_by"),
                snoozed == null ? null : snoozed.toInstant(),
                dueAt,
                row.getTimestamp("created_at").toInstant());
    }

    private static DoneTask doneTask(ResultSet row, int n) throws SQLException {
        UUID order = row.getObject("order_id", UUID.class);
        return new DoneTask(
                row.getLong("task_key"),
                row.getString("name"),
                order == null ? null : new OrderId(order),
                row.getString("completed_by"),
                row.getTimestamp("completed_at").toInstant());
    }
}
