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
import java.util.Arrays;
import java.util.List;
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
 * nothing, the PIN that only the customer was shown, or a picture. And what has to be shown when it was not, by reason.
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
    private final EvidenceStore evidence;
    private final JdbcClient jdbc;
    private final SecureRandom dice = new SecureRandom();
    private final TransactionTemplate apart;

    Proofs(
            DecisionTables decisions,
            Orders orders,
            EvidenceStore evidence,
            JdbcClient jdbc,
            PlatformTransactionManager transactions) {
        this.evidence = evidence;
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
        String pin = proof.equals(PIN) ? "%04d".formatted(dice.nextInt(10_000)) : null;
        jdbc.sql("update delivery_attempt set proof = ?, pin = ? where order_id = ? and attempt = ?")
                .params(Arrays.asList(proof, pin, order.value(), attempt))
                .update();
        Arrays.stream(FailureReason.values()).forEach(reason -> arrange(order, attempt, reason, view.zone()));
    }

    private void arrange(OrderId order, int attempt, FailureReason reason, String zone) {
        Map<String, Object> inputs = Map.of("failureReason", reason.wireName(), "zone", zone);
        decisions
                .decide(DecisionIds.FAILURE_EVIDENCE, inputs, answer -> picture(answer.text("evidence")))
                .ifPresent(kind -> jdbc.sql("insert into failure_evidence values (?, ?, ?, ?)")
                        .params(order.value(), attempt, reason.wireName(), kind.name())
                        .update());
    }

    private static String known(String proof) {
        if (!proof.equals(PIN)) {
            picture(proof);
        }
        return proof;
    }

    private static Optional<EvidenceKind> picture(String name) {
        Optional<EvidenceKind> kind = Arrays.stream(EvidenceKind.values())
                .filter(one -> one.wireName().equals(name))
                .findFirst();
        if (kind.isEmpty() && !name.equals("none")) {
            throw new IllegalArgumentException("“" + name + "” is no proof of delivery.");
        }
        return kind;
    }

    /**
     * A founder may vouch for it with a note instead.
     *
     * @throws Refusal INVALID {@code pin-missing}, {@code wrong-pin}, {@code photo-missing} or {@code signature-missing};
     *     TOO_MANY after five wrong ones
     */
    void require(OrderId order, Handover handover, Staff by) {
        Asked asked = jdbc.sql("""
                select attempt, proof, coalesce(pin, '') as pin, wrong_pins from delivery_attempt
                where order_id = ? and ended_at is null""").param(order.value()).query(Asked.class).single();
        List<EvidenceKind> shown = evidence.show(order, asked.attempt(), handover.evidence());
        if (!vouches(by, handover.note())) {
            if (asked.proof().equals(PIN)) {
                requirePin(order, asked, handover);
            } else {
                picture(asked.proof()).ifPresent(kind -> require(kind, shown));
            }
        }
        proven(order, asked);
    }

    /**
     * A founder may vouch for it with a note instead.
     *
     * @throws Refusal INVALID {@code photo-missing} or {@code signature-missing}
     */
    void require(OrderId order, int attempt, Failure failure, Staff by) {
        List<EvidenceKind> shown = evidence.show(order, attempt, failure.evidence());
        if (!vouches(by, failure.note())) {
            jdbc.sql("select kind from failure_evidence where order_id = ? and attempt = ? and reason = ?")
                    .params(order.value(), attempt, failure.reason().wireName())
                    .query(String.class)
                    .optional()
                    .map(EvidenceKind::valueOf)
                    .ifPresent(kind -> require(kind, shown));
        }
    }

    private static boolean vouches(Staff by, String note) {
        return by.is(Role.FOUNDER) && !note.isBlank();
    }

    private static void require(EvidenceKind kind, List<EvidenceKind> shown) {
        if (!shown.contains(kind)) {
            throw kind == EvidenceKind.PHOTO
                    ? Refusal.invalid("photo-missing", "Please take a photo first, on the driver's page of your phone.")
                    : Refusal.invalid(
                            "signature-missing",
                            "Please let the customer sign first, on the driver's page of your phone.");
        }
    }

    private void requirePin(OrderId order, Asked asked, Handover handover) {
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
    }

    private void proven(OrderId order, Asked asked) {
        jdbc.sql("update delivery_attempt set is_proven = true where order_id = ? and attempt = ?")
                .params(order.value(), asked.attempt())
                .update();
    }
}
