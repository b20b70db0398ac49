package app.orchard.payment;

import app.orchard.customer.PersonalSection;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Money;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Money is kept by law; nobody's name is in it. */
@Component
class PaymentRecords implements PersonalSection {

    private final JdbcClient jdbc;

    PaymentRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "payments";
    }

    @Override
    public Object copy(CustomerId customer) {
        return jdbc.sql("""
                select order_number, method, state, captured, refunded from payment where customer_id = ?
                order by created_at desc""")
                .param(customer.value())
                .query((row, n) -> Map.of(
                        "order", row.getString("order_number"),
                        "method", row.getString("method"),
                        "state", row.getString("state"),
                        "paid", Money.of(row.getLong("captured")).format(),
                        "sentBack", Money.of(row.getLong("refunded")).format()))
                .list();
    }
}
