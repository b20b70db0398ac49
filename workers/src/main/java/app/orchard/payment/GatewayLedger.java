package app.orchard.payment;

import app.orchard.payment.razorpay.Answer;
import app.orchard.payment.razorpay.GatewayEntry;
import app.orchard.payment.razorpay.RazorpayGateway;
import app.orchard.shared.Business;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** What the gateway paid out, as its statements say. A statement is read until some hours after its day. */
@Service
public class GatewayLedger {

    private static final Logger log = LoggerFactory.getLogger(GatewayLedger.class);
    private static final int DAYS = 14;
    private static final Duration COMPLETE_AFTER = Duration.ofHours(6);

    private final RazorpayGateway gateway;
    private final Business business;
    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Clock clock;

    GatewayLedger(
            RazorpayGateway gateway, Business business, JdbcClient jdbc, TransactionTemplate transaction, Clock clock) {
        this.gateway = gateway;
        this.business = business;
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.clock = clock;
    }

    /**
     * Reads now what is not complete yet.
     *
     * @throws Refusal UNAVAILABLE {@code gateway-away} when the gateway does not answer
     */
    public void read(Staff by) {
        by.require(Role.FOUNDER);
        if (!readAll()) {
            throw Refusal.unavailable(
                    "gateway-away", "The payment gateway does not answer. Please try again in a few minutes.");
        }
    }

    /** @return whether the gateway answered to the end */
    public boolean readAll() {
        LocalDate today = business.dayOf(clock.instant());
        return today.minusDays(DAYS)
                .datesUntil(today.plusDays(1))
                .filter(this::isIncomplete)
                .allMatch(this::read);
    }

    private boolean isIncomplete(LocalDate day) {
        Instant complete =
                day.plusDays(1).atStartOfDay(business.zone()).toInstant().plus(COMPLETE_AFTER);
        return jdbc.sql("select not exists (select from gateway_statement where day = ? and read_at >= ?)")
                .params(day, Timestamp.from(complete))
                .query(Boolean.class)
                .single();
    }

    private boolean read(LocalDate day) {
        Instant asked = clock.instant();
        if (gateway.statement(day) instanceof Answer.Given<List<GatewayEntry>>(List<GatewayEntry> entries)) {
            transaction.executeWithoutResult(status -> store(day, entries, asked));
            return true;
        }
        log.warn("The gateway gave no statement of {}", day);
        return false;
    }

    private void store(LocalDate day, List<GatewayEntry> entries, Instant asked) {
        entries.forEach(this::store);
        jdbc.sql("""
                insert into gateway_statement (day, read_at) values (?, ?)
                on conflict (day) do update set read_at = excluded.read_at""").params(day, Timestamp.from(asked)).update();
    }

    private void store(GatewayEntry entry) {
        jdbc.sql("""
                insert into gateway_ledger
                  (id, kind, payment_id, amount, fee, credit, debit, settlement_id, utr, created_at, settled_at)
                values (:id, :kind, :payment, :amount, :fee, :credit, :debit, :settlement, :utr, :created, :settled)
                on conflict (id) do update set amount = excluded.amount, fee = excluded.fee, credit = excluded.credit,
                  debit = excluded.debit, settlement_id = excluded.settlement_id, utr = excluded.utr,
                  settled_at = excluded.settled_at""")
                .param("id", entry.id())
                .param("kind", entry.kind().name())
                .param("payment", entry.paymentId())
                .param("amount", entry.amount().minor())
                .param("fee", entry.fee().minor())
                .param("credit", entry.credit().minor())
                .param("debit", entry.debit().minor())
                .param("settlement", entry.settlementId())
                .param("utr", entry.utr())
                .param("created", Timestamp.from(entry.createdAt()))
                .param("settled", Timestamp.from(entry.settledAt()))
                .update();
    }
}
