package app.orchard.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import app.orchard.DemoBusinessTest;
import app.orchard.customer.PersonalRecords;
import app.orchard.engine.UserTaskCreated;
import app.orchard.order.Shopper;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What people do with tasks besides doing them: put them off, talk about them, look back at them. */
@DemoBusinessTest
class TeamworkTest {

    private static final AtomicLong KEYS = new AtomicLong(7_100_000);
    private static final Staff DRIVER = new Staff(UUID.randomUUID(), "ravi", "Ravi", "", Set.of(Role.DRIVER));

    @Autowired
    private Tasks tasks;

    @Autowired
    private Comments comments;

    @Autowired
    private PersonalRecords persons;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private Shopper shopper;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @Autowired
    private TransactionTemplate transaction;

    private Staff asha;
    private Staff vikram;

    @BeforeEach
    void twoPackersAreHired() {
        asha = hire("asha");
        vikram = hire("vikram");
    }

    @Test
    void isOutOfOnePersonsSightUntilTheTimeTheyChose() {
        long key = task(null, null);
        int before = tasks.count(asha);

        Instant until = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MICROS);
        assertThat(tasks.snooze(key, until, asha).snoozedUntil()).isEqualTo(until);

        assertThat(seen(key, asha)).isFalse();
        assertThat(tasks.count(asha)).isEqualTo(before - 1);
        assertThat(tasks.snoozed(asha, 100)).extracting(Task::key).containsExactly(key);
        assertThat(seen(key, vikram)).isTrue();
        assertThat(tasks.snoozed(vikram, 100)).isEmpty();
        await().atMost(Duration.ofSeconds(6)).until(() -> seen(key, asha));
        assertThat(tasks.snoozed(asha, 100)).isEmpty();
    }

    @Test
    void comesBackWhenItIsDueAndCannotBePutOffAfterwards() {
        Instant due = Instant.now().plusSeconds(2).truncatedTo(ChronoUnit.MICROS);
        long key = task(due, null);

        assertThat(tasks.snooze(key, due.plus(Duration.ofDays(1)), asha).snoozedUntil())
                .isEqualTo(due);

        await().atMost(Duration.ofSeconds(6)).until(() -> seen(key, asha));
        refused("task-overdue", () -> tasks.snooze(key, Instant.now().plusSeconds(60), asha));
    }

    @Test
    void comesBackAtOnceWhenItIsHandedOverOrTakenUpAgain() {
        long key = task(null, null);
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1));
        tasks.snooze(key, tomorrow, asha);
        assertThat(tasks.wake(key, asha).snoozedUntil()).isNull();
        assertThat(seen(key, asha)).isTrue();

        tasks.snooze(key, tomorrow, asha);
        tasks.handOver(key, asha.login(), vikram);
        assertThat(seen(key, asha)).isTrue();
    }

    @Test
    void isNotPutOffForEverNorIntoThePastNorByThoseWhoseTaskItIsNot() {
        long key = task(null, null);
        refused("snooze-time", () -> tasks.snooze(key, Instant.now().plus(Duration.ofDays(61)), asha));
        refused("snooze-time", () -> tasks.snooze(key, Instant.now().minusSeconds(1), asha));
        refused("forbidden", () -> tasks.snooze(key, Instant.now().plusSeconds(60), DRIVER));
        assertThat(seen(key, asha)).isTrue();
    }

    @Test
    void anOrderAndItsTasksShareOneConversationThatGoesWithTheCustomer() {
        OrderId order = shopper.order("COOKIES-1", 1, PaymentMethod.CASH);
        long key = task(null, order);
        comments.add(key, " Mrs Rao wants it at the gate ", asha);
        comments.add(order, "The gate is shut after nine", vikram);

        assertThat(comments.of(key, asha)).isEqualTo(comments.of(order, vikram));
        assertThat(comments.of(order, vikram))
                .extracting(Comment::name, Comment::words)
                .containsExactly(
                        tuple("asha", "Mrs Rao wants it at the gate"), tuple("vikram", "The gate is shut after nine"));
        UUID first = comments.of(order, vikram).getFirst().id();
        comments.remove(first, vikram);
        assertThat(comments.of(order, vikram)).hasSize(2);
        comments.remove(comments.of(order, vikram).getLast().id(), vikram);
        assertThat(comments.of(order, vikram)).extracting(Comment::id).containsExactly(first);
        assertThat(audited("Mrs Rao")).isZero();

        CustomerId customer = new CustomerId(jdbc.sql("select customer_id from sales_order where id = ?")
                .param(order.value())
                .query(UUID.class)
                .single());
        assertThat(String.valueOf(persons.copy(customer))).contains("Mrs Rao wants it at the gate");
        jdbc.sql("update sales_order set status = 'DELIVERED' where id = ?")
                .param(order.value())
                .update();
        jdbc.sql("update payment set state = 'CANCELLED' where order_id = ?")
                .param(order.value())
                .update();
        persons.forget(customer);
        assertThat(comments.of(order, vikram)).isEmpty();
    }

    @Test
    void refusesAnEmptyCommentAndOneAboutNothing() {
        long key = task(null, null);
        refused("comment", () -> comments.add(key, "  ", asha));
        refused("comment", () -> comments.add(key, "a".repeat(1001), asha));
        refused("not-found", () -> comments.add(OrderId.next(), "where is it?", asha));
        refused("forbidden", () -> comments.add(key, "not mine", DRIVER));
        comments.add(key, "its scale is broken", asha);
        assertThat(comments.of(key, vikram)).extracting(Comment::words).containsExactly("its scale is broken");
    }

    @Test
    void remembersWhoDidWhatAndShowsAllOfItToFounders() {
        long key = task(null, null);
        tasks.complete(key, Map.of(), asha);
        Staff founder = accounts.byLogin("founder").orElseThrow();

        assertThat(tasks.done(asha, 10)).extracting(DoneTask::key).containsExactly(key);
        assertThat(tasks.done(vikram, 10)).isEmpty();
        DoneTask latest = tasks.done(founder, 1).getFirst();
        assertThat(latest.key()).isEqualTo(key);
        assertThat(latest.name()).isEqualTo("Any");
        assertThat(latest.by()).isEqualTo(asha.login());
    }

    private boolean seen(long key, Staff who) {
        return tasks.inbox(who, 1000).stream().anyMatch(task -> task.key() == key);
    }

    private int audited(String words) {
        return jdbc.sql("select count(*) from audit_entry where before::text || after::text like ?")
                .param("%" + words + "%")
                .query(Integer.class)
                .single();
    }

    private Staff hire(String name) {
        return accounts.create(
                name + KEYS.incrementAndGet(), name, "+919845000000", "orchard-orchard", Set.of(Role.PACKER));
    }

    private long task(@Nullable Instant dueAt, @Nullable OrderId order) {
        long key = KEYS.incrementAndGet();
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
                dueAt,
                null,
                Instant.now(),
                false)));
        return key;
    }

    private static void refused(String type, ThrowingCallable attempt) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(attempt)
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}
