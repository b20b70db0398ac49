package app.orchard.settlement;

import app.orchard.engine.Engine;
import app.orchard.engine.EngineMessage;
import app.orchard.payment.PaymentMethod;
import app.orchard.processes.ProcessMessages;
import app.orchard.shared.Business;
import app.orchard.shared.Changes;
import app.orchard.shared.Money;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Finds days whose money does not add up, and asks the founder why: once per day and way of paying. */
@Service
@Transactional
class Differences {

    static final String TOPIC = "settlement";

    private static final int DAYS = 45;
    private static final Duration TIME_TO_EXPLAIN = Duration.ofDays(2);

    private final SettlementEntries entries;
    private final Engine engine;
    private final Changes changes;
    private final Business business;
    private final JdbcClient jdbc;
    private final Clock clock;

    Differences(
            SettlementEntries entries,
            Engine engine,
            Changes changes,
            Business business,
            JdbcClient jdbc,
            Clock clock) {
        this.entries = entries;
        this.engine = engine;
        this.changes = changes;
        this.business = business;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Looks at all days of the last weeks. Again: changes nothing that has not changed. */
    void find() {
        LocalDate today = business.dayOf(clock.instant());
        alone();
        Set<Subject> wrong = new HashSet<>();
        for (SettlementDay day : entries.days(today.minusDays(DAYS), today)) {
            if (!day.difference().isZero()) {
                Subject subject = new Subject(day.day(), day.method());
                wrong.add(subject);
                found(subject, day.difference());
            }
        }
        between(today.minusDays(DAYS), today).stream()
                .filter(known -> known.state() == Difference.State.OPEN)
                .map(known -> new Subject(known.day(), known.method()))
                .filter(subject -> !wrong.contains(subject))
                .forEach(this::gone);
    }

    /** Is the money of this one still missing? */
    void recheck(Subject subject) {
        alone();
        boolean gone = entries.days(subject.day(), subject.day()).stream()
                .filter(day -> day.method() == subject.method())
                .allMatch(day -> day.difference().isZero());
        if (gone) {
            gone(subject);
        }
    }

    /** @throws Refusal CONFLICT {@code difference-over} when there is nothing to explain any more */
    void explain(Subject subject, String explanation, Staff by) {
        by.require(Role.FOUNDER);
        int changed = jdbc.sql("""
                update settlement_difference
                set state = 'EXPLAINED', explanation = ?, explained_by = ?, ended_at = ?
                where day = ? and method = ? and state = 'OPEN'""")
                .params(explanation, by.name(), now())
                .params(subject.day(), subject.method().name())
                .update();
        if (changed == 0) {
            throw Refusal.conflict("difference-over", "This difference is explained already, or gone.");
        }
        changes.announce(TOPIC);
    }

    @Transactional(readOnly = true)
    public Optional<Difference> get(Subject subject) {
        return between(subject.day(), subject.day()).stream()
                .filter(known -> known.method() == subject.method())
                .findFirst();
    }

    @Transactional(readOnly = true)
    public List<Difference> between(LocalDate from, LocalDate to) {
        return jdbc.sql("select * from settlement_difference where day between ? and ? order by day desc, method")
                .params(from, to)
                .query((row, n) -> difference(row))
                .list();
    }

    /** One process looks at a time, or two would ask the same twice. */
    private void alone() {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('settlement', 2))")
                .query()
                .listOfRows();
    }

    private void found(Subject subject, Money amount) {
        Optional<Integer> round = jdbc.sql("""
                insert into settlement_difference as d (day, method, amount, state, found_at)
                values (:day, :method, :amount, 'OPEN', :now)
                on conflict (day, method) do update
                  set amount = excluded.amount, round = d.round + 1, state = 'OPEN', explanation = '',
                    explained_by = null, found_at = excluded.found_at, ended_at = null
                  where d.state = 'GONE' or d.state = 'EXPLAINED' and d.amount <> excluded.amount
                returning round""")
                .param("day", subject.day())
                .param("method", subject.method().name())
                .param("amount", amount.minor())
                .param("now", now())
                .query(Integer.class)
                .optional();
        round.ifPresentOrElse(number -> tellEngine(subject, number), () -> update(subject, amount));
    }

    private void update(Subject subject, Money amount) {
        jdbc.sql("update settlement_difference set amount = ? where day = ? and method = ? and state = 'OPEN'")
                .params(amount.minor(), subject.day(), subject.method().name())
                .update();
    }

    private void tellEngine(Subject subject, int round) {
        Instant explainBy = clock.instant().plus(TIME_TO_EXPLAIN);
        publish(
                ProcessMessages.SETTLEMENT_DIFFERENCE_FOUND,
                subject,
                round,
                Map.of("subject", subject.toString(), "explainBy", explainBy.toString()));
        changes.announce(TOPIC);
    }

    private void gone(Subject subject) {
        jdbc.sql("""
                update settlement_difference set state = 'GONE', ended_at = ?
                where day = ? and method = ? and state = 'OPEN' returning round""")
                .params(now(), subject.day(), subject.method().name())
                .query(Integer.class)
                .optional()
                .ifPresent(round -> {
                    publish(ProcessMessages.SETTLEMENT_DIFFERENCE_GONE, subject, round, Map.of());
                    changes.announce(TOPIC);
                });
    }

    private void publish(String message, Subject subject, int round, Map<String, ?> variables) {
        String key = subject.toString();
        engine.publish(new EngineMessage(message, key, message + ":" + key + ":" + round, variables, key));
    }

    private Timestamp now() {
        return Timestamp.from(clock.instant());
    }

    private static Difference difference(ResultSet row) throws SQLException {
        return new Difference(
                row.getObject("day", LocalDate.class),
                PaymentMethod.valueOf(row.getString("method")),
                Money.of(row.getLong("amount")),
                Difference.State.valueOf(row.getString("state")),
                row.getString("explanation"),
                row.getString("explained_by"));
    }
}
