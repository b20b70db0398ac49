package app.orchard.payment;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads beside the entities: an entity read without its row lock would be an old copy to whoever locks it next. */
@Component
class PaymentViews {

    private final JdbcClient jdbc;

    PaymentViews(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<PaymentView> of(Collection<OrderId> orders) {
        return jdbc.sql("""
                select order_id, method, state, amount, captured, refunded, expires_at,
                  (select coalesce(sum(c.amount), 0) from payment_capture c
                   where c.order_id = p.order_id and c.through_gateway) as online
                from payment p where order_id = any (?)""")
                .param(orders.stream().map(OrderId::value).toArray(UUID[]::new))
                .query((row, n) -> view(row))
                .list();
    }

    List<RefundView> refunds(OrderId order) {
        return jdbc.sql("""
                select request_id, amount, reason, state, way, reference, paid_by, failure, requested_at
                from payment_refund where order_id = ? order by requested_at, key""")
                .param(order.value())
                .query((row, n) -> new RefundView(
                        row.getObject("request_id", UUID.class),
                        Money.of(row.getLong("amount")),
                        row.getString("reason"),
                        RefundState.valueOf(row.getString("state")),
                        RefundWay.valueOf(row.getString("way")),
                        row.getString("reference"),
                        row.getString("paid_by"),
                        row.getString("failure"),
                        row.getTimestamp("requested_at").toInstant()))
                .list();
    }

    Optional<String> gatewayOrder(OrderId order) {
        return text("gateway_order_id", order);
    }

    String orderNumber(OrderId order) {
        return text("order_number", order).orElseThrow();
    }

    private Optional<String> text(String column, OrderId order) {
        return jdbc.sql("select " + column + " from payment where order_id = ? and " + column + " is not null")
                .param(order.value())
                .query(String.class)
                .optional();
    }

    private static PaymentView view(ResultSet row) throws SQLException {
        PaymentMethod method = PaymentMethod.valueOf(row.getString("method"));
        PaymentState state = PaymentState.valueOf(row.getString("state"));
        return new PaymentView(
                new OrderId(row.getObject("order_id", UUID.class)),
                method,
                state,
                Money.of(row.getLong("amount")),
                Money.of(row.getLong("captured")),
                Money.of(row.getLong("online")),
                Money.of(row.getLong("refunded")),
                instant(row.getTimestamp("expires_at")),
                state == PaymentState.PENDING);
    }

    private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
        return timestamp == null ? null : timestamp.toInstant();
    }
}
