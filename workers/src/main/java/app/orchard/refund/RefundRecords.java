package app.orchard.refund;

import app.orchard.customer.PersonalSection;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Money;
import app.orchard.shared.Refusal;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

@Component
class RefundRecords implements PersonalSection {

    private final JdbcClient jdbc;

    RefundRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "refunds";
    }

    @Override
    public Object copy(CustomerId customer) {
        return jdbc.sql("""
                select r.reason, r.state, r.amount, r.asked_at from refund_request r
                join sales_order o on o.id = r.order_id where o.customer_id = ? order by r.asked_at""")
                .param(customer.value())
                .query((row, n) -> Map.of(
                        "reason", row.getString("reason"),
                        "state", row.getString("state"),
                        "amount", Money.of(row.getLong("amount")).format(),
                        "asked", row.getTimestamp("asked_at").toInstant().toString()))
                .list();
    }

    /** Why and how much stays; what was said of it goes. */
    @Override
    public void forget(CustomerId customer) {
        jdbc.sql("""
                update refund_request r set note = '', decision = case when decision is null then null else '' end
                from sales_order o where o.id = r.order_id and o.customer_id = ?""").param(customer.value()).update();
    }

    @Override
    public void requireDispensable(CustomerId customer) {
        boolean isOpen =
                jdbc.sql("""
                select exists (select from refund_request r join sales_order o on o.id = r.order_id
                  where o.customer_id = ? and r.amount > 0 and r.state in ('ASKED', 'TO_BE_APPROVED', 'SENDING'))""").param(customer.value()).query(Boolean.class).single();
        if (isOpen) {
            throw Refusal.conflict(
                    "refund-open", "Money is still on its way back to you. Please wait until you have it.");
        }
    }
}
