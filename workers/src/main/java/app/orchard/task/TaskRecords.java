package app.orchard.task;

import app.orchard.customer.PersonalSection;
import app.orchard.shared.CustomerId;
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

    @Override
    public void forget(CustomerId customer) {
        jdbc.sql("""
                update task_completion t set submission = t.submission - ?::text[]
                from sales_order o where o.id = t.order_id and o.customer_id = ?""").params(FREE_TEXTS, customer.value()).update();
    }
}
