package app.orchard.engine;

import app.orchard.shared.Changes;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells people of decision tables that do not work. A fault is over when a newer version is deployed. */
@Service
public class DecisionFaults {

    private static final Logger log = LoggerFactory.getLogger(DecisionFaults.class);
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final int LONGEST = 300;

    private final JdbcClient jdbc;
    private final Changes changes;
    private final Clock clock;
    private final TransactionTemplate ownTransaction;
    private final Map<Long, Instant> told = new ConcurrentHashMap<>();

    DecisionFaults(JdbcClient jdbc, Changes changes, Clock clock, PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.changes = changes;
        this.clock = clock;
        this.ownTransaction = new TransactionTemplate(transactions);
        this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Those of the newest versions, the oldest first. */
    public List<DecisionFault> open() {
        return jdbc.sql("""
                select f.decision, f.version, f.sentence, f.first_at as since
                from decision_fault f
                where f.model_key = (select m.key from engine_model m
                  where m.kind = 'DECISION_REQUIREMENTS' and f.decision = any(m.decisions)
                  order by m.deployed_at desc, m.key desc limit 1)
                order by f.first_at""")
                .query((row, n) -> new DecisionFault(
                        row.getString("decision"),
                        row.getInt("version"),
                        row.getString("sentence"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    /** Whoever wanted a decision gets one all the same, whether or not this can be written down. */
    void record(String decision, long modelKey, int version, String sentence) {
        Instant now = clock.instant();
        Instant before = told.put(modelKey, now);
        if (before != null && before.plus(QUIET).isAfter(now)) {
            told.put(modelKey, before);
            return;
        }
        log.error("Version {} of {} cannot be used: {}", version, decision, sentence);
        try {
            ownTransaction.executeWithoutResult(status -> store(decision, modelKey, version, shortened(sentence), now));
        } catch (RuntimeException e) {
            log.error("Nobody could be told of it", e);
        }
    }

    private void store(String decision, long modelKey, int version, String sentence, Instant now) {
        jdbc.sql("""
                insert into decision_fault (model_key, decision, version, sentence, first_at, last_at)
                values (?, ?, ?, ?, ?, ?)
                on conflict (model_key, decision) do update set sentence = excluded.sentence, last_at = excluded.last_at""")
                .params(modelKey, decision, version, sentence, Timestamp.from(now), Timestamp.from(now))
                .update();
        changes.announce("incidents");
    }

    private static String shortened(String sentence) {
        return sentence.length() <= LONGEST ? sentence : sentence.substring(0, LONGEST) + " …";
    }
}
