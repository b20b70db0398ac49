package app.orchard.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import app.orchard.DatabaseTest;
import app.orchard.engine.UserTaskCreated;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@Import(TaskFollowersTest.Follower.class)
class TaskFollowersTest {

    private static final long KEY = 77;

    @Autowired
    private Follower follower;

    @Autowired
    private Tasks tasks;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private final OrderId order = OrderId.next();

    @TestConfiguration
    static class Follower {

        private final List<Long> heard = new ArrayList<>();

        @EventListener
        void on(TaskOpened opened) {
            if (opened.key() == KEY) {
                throw Refusal.notFound("order");
            }
            heard.add(opened.key());
        }
    }

    @Test
    void keepATaskInTheInboxThoughTheyRefuse() {
        created(KEY, false);
        created(KEY + 1, false);

        assertThat(tasks.ofOrder(order)).extracting(Task::key).containsExactly(KEY, KEY + 1);
        assertThat(follower.heard).contains(KEY + 1);
    }

    @Test
    void hearAgainOfATaskWhoseTransactionWasLost() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transaction.executeWithoutResult(status -> {
                    created(KEY + 2, false);
                    throw new IllegalStateException("the database went away");
                }));
        created(KEY + 2, false);
        created(KEY + 2, false);

        assertThat(follower.heard).filteredOn(key -> key == KEY + 2).hasSize(2);
    }

    @Test
    void hearNothingOfWhatIsReadAgain() {
        created(KEY + 3, true);

        assertThat(tasks.ofOrder(order)).hasSize(1);
        assertThat(follower.heard).doesNotContain(KEY + 3);
    }

    private void created(long key, boolean replayed) {
        transaction.executeWithoutResult(status -> events.publishEvent(new UserTaskCreated(
                key,
                1,
                "test",
                "userTask_any",
                "Any",
                order,
                null,
                Set.of("packer"),
                null,
                null,
                null,
                Instant.now(),
                replayed)));
    }
}
