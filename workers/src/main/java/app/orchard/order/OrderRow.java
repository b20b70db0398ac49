package app.orchard.order;

import app.orchard.payment.PaymentMethod;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;

/** One row of the orders list. */
public record OrderRow(
        OrderId id,
        String number,
        Channel channel,
        OrderStatus status,
        boolean late,
        PaymentMethod paymentMethod,
        Money total,
        String customer,
        String apartment,
        String zone,
        @Nullable Instant slotStartsAt,
        @Nullable Instant slotEndsAt,
        Instant placedAt) {

    static final RowMapper<OrderRow> MAPPER = (row, n) -> new OrderRow(
            new OrderId(row.getObject("id", UUID.class)),
            row.getString("number"),
            Channel.valueOf(row.getString("channel")),
            OrderStatus.valueOf(row.getString("status")),
            row.getBoolean("late"),
            PaymentMethod.valueOf(row.getString("payment_method")),
            Money.of(row.getLong("total")),
            row.getString("customer") == null ? "" : row.getString("customer"),
            row.getString("apartment"),
            row.getString("zone"),
            instant(row, "slot_starts_at"),
            instant(row, "slot_ends_at"),
            row.getTimestamp("placed_at").toInstant());

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp at = row.getTimestamp(column);
        return at == null ? null : at.toInstant();
    }
}
