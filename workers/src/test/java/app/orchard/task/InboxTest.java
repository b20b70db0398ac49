package app.orchard.task;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.DatabaseTest;
import app.orchard.engine.UserTaskCreated;
import app.orchard.shared.OrderId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
class InboxTest {

    private static final Instant NOW = Instant.parse("2026-12-01T10:00:00Z");
    private static final Staff FOUNDER = new Staff(UUID.randomUUID(), "asha", "Asha", "", Set.of(Role.FOUNDER));
    private static final Staff PACKER = new Staff(UUID.randomUUID(), "pradeep", "Pradeep", "", Set.of(Role.PACKER));

    @Autowired
    private Tasks tasks;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    @Test
    void comesByDueDateAndWhatIsDueAtNoTimeLast() {
        created(901, null, NOW);
        created(902, NOW.plus(Duration.ofHours(3)), NOW.minusSeconds(50));
        created(903, NOW.minus(Duration.ofHours(1)), NOW.minusSeconds(10));
        created(904, NOW.plus(Duration.ofHours(3)), NOW.minusSeconds(60));
        created(905, null, NOW.minusSeconds(70));

        for (Staff staff : List.of(PACKER, FOUNDER)) {
            assertThat(tasks.inbox(staff, 1000))
                    .extracting(Task::key)
                    .filteredOn(key -> key > 900 && key < 906)
                    .containsExactly(903L, 904L, 902L, 905L, 901L);
        }
    }

    private void created(long key, @Nullable Instant dueAt, Instant createdAt) {
        transaction.executeWithoutResult(status -> events.publishEvent(new UserTaskCreated(
                key,
                1,
                "test",
                "userTask_any",
                "Any",
                OrderId.next(),
                null,
                Set.of("packer"),
                null,
                dueAt,
                null,
                createdAt,
                false)));
    }
}
