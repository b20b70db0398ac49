package app.orchard.messaging;

import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.shared.TimeOrderedId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads messages for people. */
@Repository
class MessageRecords {

    private static final String NOT_YET_RESENT =
            "state = 'FAILED' and not exists (select 1 from message again where again.resends = message.id)";

    private static final String SELECT =
            "select *, customer_id is not null and " + NOT_YET_RESENT + " as may_resend from message where ";

    private final JdbcClient jdbc;

    MessageRecords(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MessageView> ofOrder(OrderId order) {
        return jdbc.sql(SELECT + "order_id = ? order by position")
                .param(order.value())
                .query(MessageRecords::view)
                .list();
    }

    List<MessageView> failed(int limit) {
        return jdbc.sql(SELECT + NOT_YET_RESENT + " order by failed_at desc limit ?")
                .param(limit)
                .query(MessageRecords::view)
                .list();
    }

    Optional<MessageView> byId(UUID id) {
        return jdbc.sql(SELECT + "id = ?").param(id).query(MessageRecords::view).optional();
    }

    /** A failed message as it would be sent again, locked; empty when it did not fail or was sent again before. */
    Optional<NewMessage> toResend(UUID id, String phone) {
        return jdbc.sql("select * from message where id = ? and " + NOT_YET_RESENT + " for update")
                .param(id)
                .query((row, n) -> again(row, phone))
                .optional();
    }

    /** The commonest reason why messages wait, and how many do. */
    Optional<String> trouble() {
        return jdbc.sql("""
                select problem || ' ' || count(*) || case count(*) when 1 then ' message is' else ' messages are' end
                  || ' waiting.' from message where state = 'QUEUED' and problem is not null
                group by problem order by count(*) desc limit 1""").query(String.class).optional();
    }

    private static NewMessage again(ResultSet row, String phone) throws SQLException {
        MessageTemplate template = MessageTemplate.valueOf(row.getString("template"));
        UUID id = row.getObject("id", UUID.class);
        return new NewMessage(
                TimeOrderedId.next(),
                customer(row),
                phone,
                template,
                Params.read(row.getString("params"), template),
                order(row),
                "again:" + id,
                MessageState.QUEUED,
                id);
    }

    private static MessageView view(ResultSet row, int n) throws SQLException {
        MessageTemplate template = MessageTemplate.valueOf(row.getString("template"));
        String phone = row.getString("phone");
        return new MessageView(
                row.getObject("id", UUID.class),
                customer(row),
                order(row),
                template,
                MessageState.valueOf(row.getString("state")),
                "••• " + phone.substring(phone.length() - 4),
                template == MessageTemplate.LOGIN_CODE
                        ? "A one-time code"
                        : template.text(Params.read(row.getString("params"), template)),
                row.getString("problem"),
                row.getBoolean("may_resend"),
                row.getInt("attempts"),
                row.getTimestamp("queued_at").toInstant(),
                instant(row, "sent_at"),
                instant(row, "delivered_at"),
                instant(row, "read_at"));
    }

    private static @Nullable CustomerId customer(ResultSet row) throws SQLException {
        UUID id = row.getObject("customer_id", UUID.class);
        return id == null ? null : new CustomerId(id);
    }

    private static @Nullable OrderId order(ResultSet row) throws SQLException {
        UUID id = row.getObject("order_id", UUID.class);
        return id == null ? null : new OrderId(id);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        Timestamp value = row.getTimestamp(column);
        return value == null ? null : value.toInstant();
    }
}
