package app.orchard.order;

import app.orchard.customer.PersonalSection;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@Component
@Transactional(propagation = Propagation.MANDATORY)
class OrderRecords implements PersonalSection {

    private final OrderRepository orders;
    private final JdbcClient jdbc;

    OrderRecords(OrderRepository orders, JdbcClient jdbc) {
        this.orders = orders;
        this.jdbc = jdbc;
    }

    @Override
    public String section() {
        return "orders";
    }

    @Override
    public Object copy(CustomerId customer) {
        return orders.allOfCustomer(customer.value()).stream()
                .map(Order::asView)
                .map(OrderRecords::copy)
                .toList();
    }

    private static Map<String, Object> copy(OrderView order) {
        Map<String, Object> copy = new LinkedHashMap<>();
        copy.put("number", order.number());
        copy.put("placed", order.placedAt().toString());
        copy.put("status", order.status().name());
        copy.put("deliveredTo", order.addressLine());
        copy.put("from", String.valueOf(order.slotStartsAt()));
        copy.put("until", String.valueOf(order.slotEndsAt()));
        copy.put("note", order.note());
        copy.put("payment", order.paymentMethod().name());
        copy.put("lines", order.lines().stream().map(OrderRecords::copy).toList());
        copy.put("discount", order.totals().discount().format());
        copy.put("delivery", order.totals().fee().format());
        copy.put("total", order.totals().total().format());
        return copy;
    }

    private static Map<String, Object> copy(OrderLine line) {
        return Map.of(
                "title", line.title(),
                "quantity", line.quantity(),
                "total", line.total().format());
    }

    /** Nothing can be ordered meanwhile: placing an order takes the same lock. */
    @Override
    public void requireDispensable(CustomerId customer) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param("place:" + customer.value())
                .query()
                .listOfRows();
        List<String> open =
                jdbc.sql("""
                select 'M-' || number from sales_order
                where customer_id = ? and status not in ('DELIVERED', 'RETURNED', 'CANCELLED', 'EXPIRED')
                order by number""").param(customer.value()).query(String.class).list();
        if (!open.isEmpty()) {
            throw Refusal.conflict(
                    "order-open",
                    "We still have to bring you " + String.join(", ", open)
                            + ". Please wait until then, or cancel it first.");
        }
    }

    @Override
    public void forget(CustomerId customer) {
        jdbc.sql("""
                update sales_order set address_line = '', latitude = null, longitude = null, note = '',
                  apartment = case when apartment_id is null then '' else apartment end
                where customer_id = ?""").param(customer.value()).update();
        jdbc.sql("delete from quote where customer_id = ?")
                .param(customer.value())
                .update();
        jdbc.sql("delete from cart where customer_id = ?")
                .param(customer.value())
                .update();
    }
}
