package app.orchard.order;

import app.orchard.shared.Business;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Looking at orders. Customers see their own; staff see all. */
@Service
@Transactional(readOnly = true)
public class Orders {

    private static final String ROWS = """
            select o.id, 'M-' || o.number as number, o.channel, o.status, o.late, o.payment_method, o.total,
                   o.apartment, o.zone, o.slot_starts_at, o.slot_ends_at, o.placed_at, c.name as customer
            from sales_order o left join customer c on c.id = o.customer_id
            """;

    private static final int MOST_IN_A_SHEET = 10_000;

    private final OrderRepository orders;
    private final JdbcClient jdbc;
    private final Business business;

    Orders(OrderRepository orders, JdbcClient jdbc, Business business) {
        this.orders = orders;
        this.jdbc = jdbc;
        this.business = business;
    }

    /** @throws Refusal NOT_FOUND, also for another's order */
    public OrderView get(OrderId id, CustomerId customer) {
        return orders.withLines(id.value())
                .filter(order -> customer.equals(order.customer()))
                .map(Order::asView)
                .orElseThrow(() -> Refusal.notFound("order"));
    }

    /** For whoever was given the link: without address and note. @throws Refusal NOT_FOUND */
    public OrderView ofLink(UUID link) {
        return orders.byLink(link)
                .map(Order::asView)
                .map(OrderView::withoutAddress)
                .orElseThrow(() -> Refusal.notFound("order"));
    }

    /** @throws Refusal NOT_FOUND */
    public OrderView get(OrderId id, Staff by) {
        by.require(Role.values());
        return get(id);
    }

    /** For the software itself; pages ask in somebody's name. @throws Refusal NOT_FOUND */
    public OrderView get(OrderId id) {
        return orders.withLines(id.value()).map(Order::asView).orElseThrow(() -> Refusal.notFound("order"));
    }

    /** Those of the ids that exist. */
    public Map<OrderId, OrderView> all(Collection<OrderId> ids, Staff by) {
        by.require(Role.values());
        return orders.allWithLines(ids.stream().map(OrderId::value).toList()).stream()
                .map(Order::asView)
                .collect(Collectors.toMap(OrderView::id, order -> order));
    }

    /** The latest hundred, newest first. */
    public List<OrderView> of(CustomerId customer) {
        return orders.ofCustomer(customer.value()).stream().map(Order::asView).toList();
    }

    /** Newest first, without lines. */
    public List<OrderRow> page(OrderFilter filter, int offset, int limit, Staff by) {
        by.require(Role.PACKER, Role.STALL);
        List<Object> params = new ArrayList<>();
        String sql = ROWS + filter.where(params, business.zone()) + " order by o.placed_at desc, o.id limit ? offset ?";
        params.add(limit);
        params.add(offset);
        return jdbc.sql(sql).params(params).query(OrderRow.MAPPER).list();
    }

    /**
     * As comma-separated values for a spreadsheet, newest first; ten thousand at most.
     *
     * @throws Refusal FORBIDDEN but for founders, since it takes customers' names away
     */
    public String csv(OrderFilter filter, Staff by) {
        by.require(Role.FOUNDER);
        return OrderSheet.of(page(filter, 0, MOST_IN_A_SHEET, by), business.zone());
    }

    /** Those that have a place in one of the slots and have not ended, by slot and number. */
    public List<OrderRow> openIn(Collection<UUID> slots, Staff by) {
        by.require(Role.PACKER, Role.STALL);
        return jdbc.sql(ROWS + """
                where o.slot_id = any(?) and o.status not in ('DELIVERED', 'RETURNED', 'CANCELLED', 'EXPIRED')
                order by o.slot_starts_at, o.number""")
                .param(slots.toArray(UUID[]::new))
                .query(OrderRow.MAPPER)
                .list();
    }

    /** How many there are; counting stops above the most, so that it takes no longer with many. */
    public int count(OrderFilter filter, int most, Staff by) {
        by.require(Role.PACKER, Role.STALL);
        List<Object> params = new ArrayList<>();
        String sql = "select count(*) from (select from sales_order o " + filter.where(params, business.zone())
                + " limit ?) counted";
        params.add(most + 1);
        return jdbc.sql(sql).params(params).query(Integer.class).single();
    }
}
