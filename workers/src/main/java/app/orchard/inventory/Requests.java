package app.orchard.inventory;

import app.orchard.shared.Refusal;
import app.orchard.staff.Staff;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Does what staff ask for once, however often a request arrives. */
@Component
class Requests {

    private static final int LONGEST_KEY = 100;

    private final JdbcClient jdbc;
    private final Clock clock;

    Requests(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * In the caller's transaction; a second one with the same key waits for the first.
     *
     * @param work is given the cause of its movements
     * @throws Refusal CONFLICT {@code request-key-reused} when the key was used for something else
     */
    void once(String what, String key, Object content, Staff by, Consumer<String> work) {
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw Refusal.invalid("bad-request-key", "The idempotency key has between 1 and 100 characters.");
        }
        String cause = what + ":" + key;
        int made = jdbc.sql(
                        "insert into stock_request (key, content, asked_by, asked_at) values (?, ?, ?, ?) on conflict do nothing")
                .params(cause, content.toString(), by.login(), Timestamp.from(clock.instant()))
                .update();
        if (made == 1) {
            work.accept(cause);
        } else if (!content.toString().equals(contentOf(cause))) {
            throw Refusal.conflict("request-key-reused", "This idempotency key was used for something else already.");
        }
    }

    private String contentOf(String cause) {
        return jdbc.sql("select content from stock_request where key = ?")
                .param(cause)
                .query(String.class)
                .single();
    }
}
