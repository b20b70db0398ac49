package app.orchard.order;

import app.orchard.shared.Changes;
import app.orchard.shared.OrderId;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** What happened to each order, in sentences; writing one also tells whoever looks at the order. */
@Service
public class Timeline {

    /** The actor of what the software does by itself. */
    public static final String SYSTEM = "Orchard";

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Changes changes;

    Timeline(JdbcClient jdbc, Clock clock, Changes changes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * @param kind stable word for programs
     * @param actor who did it: the name of somebody, "Customer" or {@link #SYSTEM}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public void add(OrderId order, String kind, String actor, String sentence) {
        jdbc.sql("insert into order_event (order_id, at, kind, actor, sentence) values (?, ?, ?, ?, ?)")
                .params(order.value(), Timestamp.from(clock.instant()), kind, actor, sentence)
                .update();
        changes.announce("order:" + order);
        changes.announce("orders");
    }

    /** As {@link #of}, without what only the team reads. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> forCustomer(OrderId order) {
        return of(order).stream()
                .filter(entry -> !entry.kind().startsWith("feedback"))
                .toList();
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<TimelineEntry> of(OrderId order) {
        return jdbc.sql("select at, kind, actor, sentence from order_event where order_id = ? order by id")
                .param(order.value())
                .query(TimelineEntry.class)
                .list();
    }
}
