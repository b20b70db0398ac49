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

    /** Locked, so that whoever hands the order over meanwhile finds the task that is about to appear. */
    @Override
    public Optional<String> assignee(OrderId order) {
        return jdbc.sql("""
                select s.login from delivery_attempt a join staff_account s on s.id = a.driver_id
                where a.order_id = ? and a.ended_at is null for share of a""").param(order.value()).query(String.class).optional();
    }
}
