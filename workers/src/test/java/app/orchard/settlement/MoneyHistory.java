package app.orchard.settlement;

import app.orchard.shared.Business;
import app.orchard.shared.Money;
import app.orchard.staff.StaffAccounts;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Writes histories of payments straight into the books, and remembers what became of the money. */
final class MoneyHistory {

    private final JdbcClient jdbc;
    private final Business business;
    private final UUID driver;
    private final UUID founder;
    private long arrived;
    private long keptBack;

    /**
     * @param arrived what reached bank or founder
     * @param keptBack what should have by now and did not (negative), or the other way round
     */
    record Truth(Money arrived, Money keptBack) {}

    MoneyHistory(JdbcClient jdbc, Business business, StaffAccounts accounts) {
        this.jdbc = jdbc;
        this.business = business;
        this.driver = accounts.byLogin("ravi").orElseThrow().id();
        this.founder = accounts.byLogin("founder").orElseThrow().id();
    }

    void forget() {
        jdbc.sql("set session_replication_role = replica; "
                        + "delete from cash_movement; delete from cash_handover; delete from gateway_ledger; "
                        + "delete from settlement_difference; delete from payment_refund; delete from payment_capture; "
                        + "delete from payment; delete from outbox; set session_replication_role = default")
                .update();
    }

    Truth live(Random chance, LocalDate today) {
        int payments = 5 + chance.nextInt(40);
        for (int i = 0; i < payments; i++) {
            LocalDateTime at = today.minusDays(1 + chance.nextInt(30)).atTime(chance.nextInt(24), chance.nextInt(60));
            long amount = 100 + chance.nextInt(500_000);
            long late = today.toEpochDay() - at.toLocalDate().toEpochDay();
            switch (chance.nextInt(3)) {
                case 0 -> online(chance, amount, at, late);
                case 1 -> cash(chance, amount, at, late);
                default -> stallUpi(chance, amount, at);
            }
        }
        return new Truth(Money.of(arrived), Money.of(keptBack));
    }

    private void online(Random chance, long amount, LocalDateTime at, long age) {
        UUID order = payment("ONLINE", amount, at);
        int captures = chance.nextInt(8) == 0 ? 2 : 1;
        for (int i = 0; i < captures; i++) {
            String id = capture(order, "upi", amount, true, at.plusMinutes(i));
            boolean told = age > 2 && chance.nextInt(6) > 0;
            if (told) {
                long fee = amount / 50;
                long short_ = chance.nextInt(6) == 0 ? chance.nextInt(50) : 0;
                settle(id, Money.of(amount), Money.of(fee), Money.of(short_), at);
                arrived += amount - fee - short_;
                keptBack -= short_;
            } else if (age > 5) {
                keptBack -= amount;
            }
            if (chance.nextInt(4) == 0) {
                back(chance, order, id, 1 + chance.nextInt((int) amount), at.plusHours(1), true);
            }
        }
    }

    private void cash(Random chance, long amount, LocalDateTime at, long age) {
        UUID order = payment("CASH", amount, at);
        String id = capture(order, "cash", amount, false, at);
        UUID carrier = UUID.randomUUID();
        jdbc.sql("insert into staff_account values (?, ?, 'Somebody', '+91', 'x', true)")
                .params(carrier, carrier.toString())
                .update();
        collected(order, carrier, amount, at);
        if (chance.nextBoolean()) {
            long counted = chance.nextInt(5) == 0 ? Math.max(0, amount - chance.nextInt(200)) : amount;
            handedOver(carrier, amount, counted, at.plusHours(2));
            arrived += counted;
            keptBack += counted - amount;
        } else if (age > 1) {
            keptBack -= amount;
        }
        if (chance.nextInt(5) == 0) {
            back(chance, order, id, 1 + chance.nextInt((int) amount), at.plusHours(1), false);
        }
    }

    private void stallUpi(Random chance, long amount, LocalDateTime at) {
        UUID order = payment("UPI_AT_STALL", amount, at);
        String id = capture(order, "upi", amount, false, at);
        arrived += amount;
        if (chance.nextInt(5) == 0) {
            back(chance, order, id, amount, at.plusHours(1), false);
        }
    }

    private void back(Random chance, UUID order, String capture, long amount, LocalDateTime at, boolean gateway) {
        boolean failed = chance.nextInt(5) == 0;
        boolean done = !failed && chance.nextBoolean();
        String id = "rfnd_" + UUID.randomUUID();
        jdbc.sql("""
                insert into payment_refund (key, order_id, capture_id, amount, reason, state, gateway_refund_id, requested_at)
                values (:key, :order, :capture, :amount, 'Test', :state, :gateway, :at)""")
                .param("key", UUID.randomUUID().toString())
                .param("order", order)
                .param("capture", capture)
                .param("amount", amount)
                .param("state", failed ? "FAILED" : done ? "DONE" : "REQUESTED")
                .param("gateway", gateway ? id : null)
                .param("at", timestamp(at))
                .update();
        if (failed) {
            return;
        }
        jdbc.sql("update payment set refunded = refunded + ? where order_id = ?")
                .params(amount, order)
                .update();
        long age =
                LocalDate.now(business.zone()).toEpochDay() - at.toLocalDate().toEpochDay();
        if (gateway && done) {
            ledger(id, "REFUND", capture, amount, 0, 0, amount, at);
            arrived -= amount;
        } else if (!gateway && done) {
            arrived -= amount;
        } else if (gateway && age > 10) {
            keptBack += amount;
        }
    }

    /** @param told whether the gateway's statement has it */
    String paidOnline(Money amount, LocalDateTime at, boolean told) {
        String id = capture(payment("ONLINE", amount.minor(), at), "upi", amount.minor(), true, at);
        if (told) {
            settle(id, amount, Money.ZERO, Money.ZERO, at);
        }
        return id;
    }

    /** The driver still carries it. */
    void paidInCash(Money amount, LocalDateTime at) {
        UUID order = payment("CASH", amount.minor(), at);
        capture(order, "cash", amount.minor(), false, at);
        collected(order, driver, amount.minor(), at);
    }

    /** The driver had less than they should have. */
    void handedOverShort(Money expected, Money counted, LocalDateTime at) {
        handedOver(driver, expected.minor(), counted.minor(), at);
    }

    void settle(String capture, Money amount, Money fee, Money less, LocalDateTime at) {
        long credit = amount.minus(fee).minus(less).minor();
        ledger(capture, "PAYMENT", null, amount.minor(), fee.minor(), credit, 0, at);
    }

    private UUID payment(String method, long amount, LocalDateTime at) {
        UUID order = UUID.randomUUID();
        jdbc.sql("""
                insert into payment (order_id, order_number, method, state, amount, captured, created_at)
                values (?, 'M-1', ?, 'CREATED', ?, 0, ?)""").params(order, method, amount, timestamp(at)).update();
        return order;
    }

    private String capture(UUID order, String method, long amount, boolean gateway, LocalDateTime at) {
        String id = "pay_" + UUID.randomUUID();
        jdbc.sql("""
                insert into payment_capture (id, order_id, method, amount, through_gateway, late, captured_at)
                values (?, ?, ?, ?, ?, false, ?)""").params(id, order, method, amount, gateway, timestamp(at)).update();
        jdbc.sql("update payment set captured = captured + ? where order_id = ?")
                .params(amount, order)
                .update();
        return id;
    }

    private void collected(UUID order, UUID by, long amount, LocalDateTime at) {
        jdbc.sql("""
                insert into cash_movement (cause, kind, staff_id, order_id, amount, at)
                values (?, 'COLLECTED', ?, ?, ?, ?)""")
                .params("collected:" + order, by, order, amount, timestamp(at))
                .update();
    }

    private void handedOver(UUID from, long expected, long counted, LocalDateTime at) {
        UUID id = UUID.randomUUID();
        jdbc.sql("insert into cash_handover values (?, ?, ?, ?, ?, ?, 'Counted', ?)")
                .params(id, id.toString(), from, founder, expected, counted, timestamp(at))
                .update();
        jdbc.sql("""
                insert into cash_movement (cause, kind, staff_id, handover_id, amount, at)
                values (?, 'HANDED_OVER', ?, ?, ?, ?)""")
                .params("handed-over:" + id, from, id, -expected, timestamp(at))
                .update();
    }

    private void ledger(
            String id,
            String kind,
            @Nullable String payment,
            long amount,
            long fee,
            long credit,
            long debit,
            LocalDateTime at) {
        jdbc.sql("""
                insert into gateway_ledger (id, kind, payment_id, amount, fee, credit, debit, created_at, settled_at)
                values (:id, :kind, :payment, :amount, :fee, :credit, :debit, :at, :at)""")
                .param("id", id)
                .param("kind", kind)
                .param("payment", payment)
                .param("amount", amount)
                .param("fee", fee)
                .param("credit", credit)
                .param("debit", debit)
                .param("at", timestamp(at))
                .update();
    }

    private Timestamp timestamp(LocalDateTime at) {
        return Timestamp.from(at.atZone(business.zone()).toInstant());
    }
}
