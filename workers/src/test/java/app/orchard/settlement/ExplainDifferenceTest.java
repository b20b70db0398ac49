package app.orchard.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.orchard.IntegrationTest;
import app.orchard.payment.PaymentMethod;
import app.orchard.processes.Elements;
import app.orchard.shared.Business;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.task.Task;
import app.orchard.task.Tasks;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From a row on the gateway's statement that nobody knows to its explanation, on the real engine. */
@IntegrationTest
class ExplainDifferenceTest {

    private static final Duration A_WHILE = Duration.ofMinutes(1);
    private static final Staff FOUNDER =
            new Staff(UUID.randomUUID(), "asha", "Asha", "+919800000000", Set.of(Role.FOUNDER));

    @Autowired
    private Differences differences;

    @Autowired
    private Tasks tasks;

    @Autowired
    private Business business;

    @Autowired
    private Clock clock;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void endsWithTheFoundersWords() {
        Subject subject = new Subject(business.dayOf(clock.instant()).minusDays(17), PaymentMethod.ONLINE);
        unknownMoney(subject.day());

        differences.find();

        await().atMost(A_WHILE).until(() -> taskOf(subject) != null);
        Task task = Objects.requireNonNull(taskOf(subject));
        assertThat(tasks.about(task)).contains("Paid online on " + subject.day() + ": ₹70.00 too much.");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> tasks.complete(task.key(), Map.of("explanation", ""), FOUNDER));

        tasks.complete(task.key(), Map.of("explanation", "A friend paid by a link of their own"), FOUNDER);

        assertThat(differences.get(subject).orElseThrow())
                .extracting(Difference::state, Difference::explanation, Difference::explainedBy)
                .containsExactly(Difference.State.EXPLAINED, "A friend paid by a link of their own", "Asha");
        await().atMost(A_WHILE)
                .untilAsserted(() -> assertThat(jdbc.sql("select state from process_instance where key = ?")
                                .param(task.instanceKey())
                                .query(String.class)
                                .single())
                        .isEqualTo("COMPLETED"));
    }

    private @Nullable Task taskOf(Subject subject) {
        return tasks.inbox(FOUNDER, 1000).stream()
                .filter(task -> task.element().equals(Elements.EXPLAIN_DIFFERENCE))
                .filter(task -> subject.toString().equals(task.subject()))
                .findFirst()
                .orElse(null);
    }

    private void unknownMoney(LocalDate day) {
        Instant noon = day.atTime(12, 0).atZone(business.zone()).toInstant();
        jdbc.sql("""
                insert into gateway_ledger (id, kind, amount, fee, credit, debit, created_at, settled_at)
                values (?, 'PAYMENT', 7000, 0, 7000, 0, ?, ?)""")
                .params("pay_" + UUID.randomUUID(), Timestamp.from(noon), Timestamp.from(noon))
                .update();
    }
}
