package app.orchard.delivery;

import app.orchard.engine.DecisionTables;
import app.orchard.order.OrderView;
import app.orchard.order.Orders;
import app.orchard.payment.PaymentMethod;
import app.orchard.processes.DecisionIds;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.security.SecureRandom;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What has to be shown that an order was handed over, as the table {@code proof-of-delivery} says when its tour starts:
 * nothing, or the PIN that only the customer was shown.
 */
@Service
@Transactional
public class Proofs {

    /** After so many wrong ones, a driver's further guesses are refused. */
    static final int MOST_WRONG_PINS = 5;

    private static final String PIN = "pin";

    private record Asked(int attempt, String proof, String pin, int wrongPins) {}

    private final DecisionTables decisions;
    private final Orders orders;
    private final JdbcClient jdbc;
    private final SecureRandom dice = new SecureRandom();
    private final TransactionTemplate apart;

    Proofs(DecisionTables decisions, Orders orders, JdbcClient jdbc, PlatformTransactionManager transactions) {
        this.decisions = decisions;
        this.orders = orders;
        this.jdbc = jdbc;
        this.apart = new TransactionTemplate(transactions);
        this.apart.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** For its customer: the PIN to say at the door, while somebody is on the way with it. */
    @Transactional(readOnly = true)
    public Optional<String> pin(OrderId order) {
        return jdbc.sql("select pin from delivery_attempt where order_id = ? and ended_at is null and pin is not null")
                .param(order.value())
                .query(String.class)
                .optional();
    }

    /** Writes down what the policy asks for, for an attempt that begins. */
    void arrange(OrderId order, int attempt) {
        OrderView view = orders.get(order);
        boolean isCash = view.paymentMethod() == PaymentMethod.CASH;
        Map<String, Object> inputs =
                Map.of("amount", view.totals().total().minor(), "cash", isCash, "zone", view.zone());
        String proof = decisions.decide(DecisionIds.PROOF_OF_DELIVERY, inputs, answer -> known(answer.text("proof")));
        if (proof.equals(PIN)) {
            jdbc.sql("update delivery_attempt set proof = ?, pin = ? where order_id = ? and attempt = ?")
                    .params(proof, "%04d".formatted(dice.nextInt(10_000)), order.value(), attempt)
                    .update();
        }
    }

    private static String known(String proof) {
        if (!proof.equals(PIN) && !proof.equals("none")) {
            throw new IllegalArgumentException("“" + proof + "” is no proof of delivery.");
        }
        return proof;
    }

    /**
     * A founder may vouch for it with a note instead.
     *
     * @throws Refusal INVALID {@code pin-missing} or {@code wrong-pin}; TOO_MANY after five wrong ones
     */
    void require(OrderId order, Handover handover, Staff by) {
        Asked asked = jdbc.sql("""
                select attempt, proof, coalesce(pin, '') as pin, wrong_pins from delivery_attempt
                where order_id = ? and ended_at is null""").param(order.value()).query(Asked.class).single();
        if (!asked.proof().equals(PIN)
                || (by.is(Role.FOUNDER) && !handover.note().isBlank())) {
            proven(order, asked);
            return;
        }
        if (handover.pin().isBlank()) {
            throw Refusal.invalid("pin-missing", "Please ask the customer for the PIN on their order page.");
        }
        if (asked.wrongPins() >= MOST_WRONG_PINS) {
            throw Refusal.tooMany("too-many-pins", "Too many wrong PINs. Please call the founder.");
        }
        if (!asked.pin().equals(handover.pin().strip())) {
            // Counted although everything else of this is undone
            apart.executeWithoutResult(status ->
                    jdbc.sql("""
                    update delivery_attempt set wrong_pins = wrong_pins + 1 where order_id = ? and attempt = ?""").params(order.value(), asked.attempt()).update());
            throw Refusal.invalid("wrong-pin", "That is not the PIN of this order.");
        }
        proven(order, asked);
    }

    private void proven(OrderId order, Asked asked) {
        jdbc.sql("update delivery_attempt set is_proven = true where order_id = ? and attempt = ?")
                .params(order.value(), asked.attempt())
                .update();
    }
}
