package app.orchard.delivery;

import app.orchard.processes.Elements;
import app.orchard.shared.OrderId;
import app.orchard.task.TaskAssignment;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** An order is delivered by whoever has it on board, not by whom its process heard of when it left. */
@Component
class DeliverOrderAssignment implements TaskAssignment {

    private final JdbcClient jdbc;

    DeliverOrderAssignment(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public String element() {
        return Elements.DELIVER_ORDER;
    }

    /**
     * Locked, so that whoever hands the order over meanwhile finds the task that is about to appear. The lock is taken apart
     * from the join: a row that changed while it was waited for would be joined with the driver it had before, and vanish.
     */
    @Override
    public Optional<String> assignee(OrderId order) {
        return jdbc.sql("""
                select login from staff_account where id =
                  (select driver_id from delivery_attempt where order_id = ? and ended_at is null for share)""").param(order.value()).query(String.class).optional();
    }
}
