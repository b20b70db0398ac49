package app.orchard.task;

import app.orchard.shared.Changes;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What the team says to each other about tasks and orders. An order and all its tasks share one conversation; it goes
 * when its customer wants to be forgotten.
 */
@Service
@Transactional
public class Comments {

    private static final int LONGEST = 1000;
    private static final int MOST = 200;
    private static final String SELECT = """
            select c.id, c.login, coalesce(s.name, c.login) as name, c.words, c.written_at
            from task_comment c left join staff_account s on s.login = c.login
            """;

    private final Tasks tasks;
    private final JdbcClient jdbc;
    private final Changes changes;
    private final Clock clock;

    Comments(Tasks tasks, JdbcClient jdbc, Changes changes, Clock clock) {
        this.tasks = tasks;
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
    }

    /** Of the changes that a conversation makes. */
    public static String topic(Task task) {
        OrderId order = task.orderId();
        return order == null ? "comments:" + task.key() : topic(order);
    }

    public static String topic(OrderId order) {
        return "comments:" + order;
    }

    /** Oldest first, the latest two hundred. @throws Refusal as {@link Tasks#get} */
    @Transactional(readOnly = true)
    public List<Comment> of(long task, Staff by) {
        OrderId order = tasks.get(task, by).orderId();
        return order == null
                ? list("where c.task_key = ? and c.order_id is null", task)
                : list("where c.order_id = ?", order.value());
    }

    /** Oldest first, the latest two hundred. */
    @Transactional(readOnly = true)
    public List<Comment> of(OrderId order, Staff by) {
        by.require(Role.PACKER);
        return list("where c.order_id = ?", order.value());
    }

    /** @throws Refusal INVALID {@code comment}; otherwise as {@link Tasks#get} */
    public void add(long task, String words, Staff by) {
        Task about = tasks.get(task, by);
        write(task, about.orderId(), words, by);
        changes.announce(topic(about));
    }

    /** @throws Refusal INVALID {@code comment}, NOT_FOUND */
    public void add(OrderId order, String words, Staff by) {
        by.require(Role.PACKER);
        boolean exists = jdbc.sql("select exists (select from sales_order where id = ?)")
                .param(order.value())
                .query(Boolean.class)
                .single();
        if (!exists) {
            throw Refusal.notFound("order");
        }
        write(null, order, words, by);
        changes.announce(topic(order));
    }

    private record Place(@Nullable Long taskKey, @Nullable UUID orderId) {}

    /** Somebody's own; what is gone or another's stays as it is. */
    public void remove(UUID id, Staff by) {
        by.require(Role.values());
        jdbc.sql("delete from task_comment where id = ? and login = ? returning task_key, order_id")
                .params(id, by.login())
                .query(Place.class)
                .optional()
                .map(place -> "comments:" + (place.orderId() == null ? place.taskKey() : place.orderId()))
                .ifPresent(changes::announce);
    }

    private List<Comment> list(String whose, Object key) {
        return jdbc.sql(SELECT + whose + " order by c.written_at desc, c.id desc limit " + MOST)
                .param(key)
                .query(Comment.class)
                .list()
                .reversed();
    }

    private void write(@Nullable Long task, @Nullable OrderId order, String words, Staff by) {
        String said = words.strip();
        if (said.isEmpty() || said.length() > LONGEST) {
            throw Refusal.invalid("comment", "Please write up to " + LONGEST + " characters.");
        }
        jdbc.sql("""
                insert into task_comment (id, task_key, order_id, login, words, written_at)
                values (:id, :task, :order, :login, :words, :now)""")
                .param("id", TimeOrderedId.next())
                .param("task", task)
                .param("order", order == null ? null : order.value())
                .param("login", by.login())
                .param("words", said)
                .param("now", Timestamp.from(clock.instant()))
                .update();
    }
}
