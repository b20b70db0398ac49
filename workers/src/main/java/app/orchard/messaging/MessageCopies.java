package app.orchard.messaging;

import app.orchard.customer.PersonalSection;
import app.orchard.shared.CustomerId;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class MessageCopies implements PersonalSection {

    private final JdbcClient jdbc;

    MessageCopies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "messages";
    }

    @Override
    public Object copy(CustomerId customer) {
        return jdbc.sql(
                        "select template, params, state, queued_at from message where customer_id = ? order by position")
                .param(customer.value())
                .query((row, n) -> {
                    MessageTemplate template = MessageTemplate.valueOf(row.getString("template"));
                    return Map.of(
                            "at", row.getTimestamp("queued_at").toInstant().toString(),
                            "state", row.getString("state"),
                            "text", template.text(Params.read(row.getString("params"), template)));
                })
                .list();
    }

    @Override
    public void forget(CustomerId customer) {
        jdbc.sql("delete from message where customer_id = ?")
                .param(customer.value())
                .update();
    }
}
