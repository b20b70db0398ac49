package app.orchard.delivery;

import app.orchard.customer.PersonalSection;
import app.orchard.shared.CustomerId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What drivers wrote down and showed of a customer's door. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class DoorRecords implements PersonalSection {

    private final JdbcClient jdbc;
    private final EvidenceFolder folder;

    DoorRecords(JdbcClient jdbc, EvidenceFolder folder) {
        this.jdbc = jdbc;
        this.folder = folder;
    }

    @Override
    public String section() {
        return "deliveries";
    }

    @Override
    public Object copy(CustomerId customer) {
        return jdbc.sql("""
                select o.number, a.attempt, a.outcome, a.reason, a.note, a.ended_at,
                  (select count(*) from delivery_evidence e where e.order_id = a.order_id and e.attempt = a.attempt)
                    as pictures
                from delivery_attempt a join sales_order o on o.id = a.order_id
                where o.customer_id = ? order by o.number, a.attempt""")
                .param(customer.value())
                .query((row, n) -> Map.of(
                        "order", "M-" + row.getLong("number"),
                        "attempt", row.getInt("attempt"),
                        "outcome", Objects.toString(row.getString("outcome"), ""),
                        "reason", Objects.toString(row.getString("reason"), ""),
                        "note", row.getString("note"),
                        "ended", Objects.toString(row.getTimestamp("ended_at"), ""),
                        "pictures", row.getInt("pictures")))
                .list();
    }

    @Override
    public void forget(CustomerId customer) {
        jdbc.sql("""
                update delivery_attempt a set note = '' from sales_order o
                where o.id = a.order_id and o.customer_id = ? and a.note <> ''""").param(customer.value()).update();
        List<UUID> pictures =
                jdbc.sql("""
                delete from delivery_evidence e using sales_order o
                where o.id = e.order_id and o.customer_id = ? returning e.id""").param(customer.value()).query(UUID.class).list();
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                pictures.forEach(folder::delete);
            }
        });
    }
}
