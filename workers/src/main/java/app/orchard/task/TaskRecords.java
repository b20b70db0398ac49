package app.orchard.task;

import app.orchard.customer.PersonalSection;
import app.orchard.shared.CustomerId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What people wrote freely when they did something for a customer's order. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class TaskRecords implements PersonalSection {

    private static final String[] FREE_TEXTS = {"note", "answer", "declineReason"};

    private final JdbcClient jdbc;

    TaskRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "tasks";
    }

    @Override
    public Object copy(CustomerId customer) {
        List<Map<String, String>> copy = new ArrayList<>(answers(customer));
        copy.addAll(comments(customer));
        return copy;
    }

    private List<Map<String, String>> answers(CustomerId customer) {
        return jdbc.sql("""
                select o.number, t.element, t.completed_at, w.key, w.value
                from task_completion t join sales_order o on o.id = t.order_id
                cross join jsonb_each_text(t.submission) w
                where o.customer_id = ? and w.key = any(?::text[]) and w.value <> '' order by t.completed_at, w.key""")
                .params(customer.value(), FREE_TEXTS)
                .query((row, n) -> Map.of(
                        "order",
                        "M-" + row.getLong("number"),
                        "task",
                        row.getString("element"),
                        "done",
                        row.getTimestamp("completed_at").toInstant().toString(),
                        row.getString("key"),
                        row.getString("value")))
                .list();
    }

    private List<Map<String, String>> comments(CustomerId customer) {
        return jdbc.sql("""
                select o.number, c.written_at, c.words from task_comment c join sales_order o on o.id = c.order_id
                where o.customer_id = ? order by c.written_at""")
                .param(customer.value())
                .query((row, n) -> Map.of(
                        "order",
                        "M-" + row.getLong("number"),
                        "written",
                        row.getTimestamp("written_at").toInstant().toString(),
                        "comment",
                        row.getString("words")))
                .list();
    }

    @Override
    public void forget(CustomerId customer) {
        jdbc.sql("""
                update task_completion t set submission = t.submission - ?::text[]
                from sales_order o where o.id = t.order_id and o.customer_id = ?""").params(FREE_TEXTS, customer.value()).update();
        jdbc.sql("delete from task_comment c using sales_order o where o.id = c.order_id and o.customer_id = ?")
                .param(customer.value())
                .update();
    }
}
