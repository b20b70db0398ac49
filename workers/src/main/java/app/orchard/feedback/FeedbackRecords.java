package app.orchard.feedback;

import app.orchard.customer.PersonalSection;
import app.orchard.shared.CustomerId;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The score stays, as a number about a delivery; what was said goes. */
@Component
class FeedbackRecords implements PersonalSection {

    private final JdbcClient jdbc;

    FeedbackRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "feedback";
    }

    @Override
    public Object copy(CustomerId customer) {
        return jdbc.sql("""
                select o.number, f.score, f.reason, f.comment, f.answer, f.given_at
                from feedback f join sales_order o on o.id = f.order_id where o.customer_id = ? order by o.number""")
                .param(customer.value())
                .query((row, n) -> Map.of(
                        "order", "M-" + row.getLong("number"),
                        "score", row.getInt("score"),
                        "reason", Objects.toString(row.getString("reason"), ""),
                        "comment", row.getString("comment"),
                        "answer", Objects.toString(row.getString("answer"), ""),
                        "given", row.getTimestamp("given_at").toInstant().toString()))
                .list();
    }

    @Override
    public void forget(CustomerId customer) {
        jdbc.sql("""
                update feedback f set comment = '', answer = case when answer is null then null else '' end
                from sales_order o where o.id = f.order_id and o.customer_id = ?""").param(customer.value()).update();
    }
}
