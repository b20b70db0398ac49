package app.orchard.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.DatabaseTest;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.watch.Standstill.Kind;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.health.contributor.Status;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class WatchTest {

    private static final AtomicLong KEYS = new AtomicLong(1);
    private static final Duration LONG_AGO = Duration.ofDays(5);
    private static final Duration JUST_NOW = Duration.ofSeconds(1);

    @Autowired
    private Watch watch;

    @Autowired
    private Watchdog watchdog;

    @Autowired
    private JdbcClient jdbc;

    private final OrderId order = OrderId.next();

    @BeforeEach
    void openTheStore() {
        jdbc.sql("""
                insert into location (id, code, name, kind) values (gen_random_uuid(), 'store', 'Store', 'STORE')
                on conflict do nothing""").update();
    }

    @Test
    void missesAnOrderThatTheEngineDoesNotKnow() {
        place("PLACED", JUST_NOW);
        assertThat(found()).isEmpty();
        age(LONG_AGO);

        Standstill found = only(Kind.NO_PROCESS);

        assertThat(found.sentence()).contains(number()).contains("the engine does not know it");
        assertThat(found.advice()).contains("cancel the order");
    }

    @Test
    void missesTheEndOfAnOrderWhoseProcessEnded() {
        place("PREPARING", LONG_AGO);
        long process = process("order", "COMPLETED", JUST_NOW);
        assertThat(found()).isEmpty();
        jdbc.sql("update process_instance set ended_at = now() - interval '1 hour' where key = ?")
                .param(process)
                .update();

        assertThat(only(Kind.PROCESS_ENDED).sentence()).contains(number()).contains("only preparing");
    }

    @Test
    void seesAStepThatTakesLongerThanItMay() {
        place("PLACED", LONG_AGO);
        long process = process("order", "ACTIVE", LONG_AGO);
        at(process, "serviceTask_confirmOrder", "SERVICE_TASK", Duration.ofMinutes(2));
        at(process, "callActivity_collectPayment", "CALL_ACTIVITY", LONG_AGO);
        assertThat(found()).isEmpty();
        at(process, "serviceTask_expireOrder", "SERVICE_TASK", Duration.ofMinutes(6));

        Standstill found = only(Kind.STEP);

        assertThat(found.sentence()).contains(number()).contains("serviceTask_expireOrder");
        assertThat(found.since()).isBefore(java.time.Instant.now().minusSeconds(300));
        jdbc.sql("""
                insert into incident (key, instance_key, process, definition_key, element, type, sentence, created_at)
                values (?, ?, 'order', 1, 'serviceTask_expireOrder', 'JOB_NO_RETRIES', 'A stone.', now())""").params(KEYS.getAndIncrement(), process).update();
        assertThat(found()).as("an incident says it better").isEmpty();
    }

    @Test
    void bearsTasksUntilTheSlotIsOverHoweverLongTheyWait() {
        place("PREPARING", LONG_AGO);
        long process = process("order", "ACTIVE", LONG_AGO);
        at(process, "userTask_packOrder", "USER_TASK", LONG_AGO);
        slotEnds("1 hour");
        assertThat(found()).isEmpty();
        slotEnds("-1 minute");

        assertThat(only(Kind.STEP).advice()).contains("pack it or cancel it");
    }

    @Test
    void takesHowLongIsTooLongFromItsTable() {
        place("PLACED", LONG_AGO);
        at(process("order", "ACTIVE", LONG_AGO), "serviceTask_ofAnAnalyst", "SERVICE_TASK", Duration.ofMinutes(10));
        assertThat(found()).hasSize(1);
        jdbc.sql("insert into patience values ('serviceTask_ofAnAnalyst', 'ENTERED', 3600, 'Wait an hour.')")
                .update();

        assertThat(found()).isEmpty();
    }

    @Test
    void seesATaskOfAnOrderThatIsOver() {
        place("CANCELLED", LONG_AGO);
        long process = process("order", "ACTIVE", LONG_AGO);
        jdbc.sql("""
                insert into human_task (key, instance_key, process, element, name, order_id, groups, created_at, state)
                values (?, ?, 'order', 'userTask_packOrder', 'Pack', ?, '{packer}', now() - interval '1 hour', 'OPEN')""").params(KEYS.getAndIncrement(), process, order.value()).update();

        assertThat(only(Kind.PROCESS_GOES_ON).sentence()).contains("is cancelled, and yet");
    }

    @Test
    void seesWhatTheEngineIsNotTold() {
        place("PLACED", LONG_AGO);
        process("order", "ACTIVE", LONG_AGO);
        jdbc.sql("""
                insert into outbox (ordering_key, kind, command, variables, created_at, next_attempt_at, last_error)
                values (?, 'Publish', '{"name": "x", "correlationKey": "", "messageId": "x"}', '{}',
                  now() - interval '1 hour', now() + interval '1 hour', 'No such thing')""").param(order.toString()).update();

        assertThat(only(Kind.COMMAND).sentence()).contains(number()).contains("No such thing");
    }

    @Test
    void seesAPaymentThatIsNotSettledAndARefundThatDoesNotGoThrough() {
        place("PLACED", LONG_AGO);
        process("order", "ACTIVE", LONG_AGO);
        jdbc.sql("""
                insert into payment (order_id, order_number, method, state, amount, captured, refunded, expires_at, created_at)
                values (?, ?, 'ONLINE', 'UNKNOWN', 100, 100, 0, now() - interval '10 minutes', now() - interval '1 hour')""").params(order.value(), number()).update();
        assertThat(found()).isEmpty();
        jdbc.sql("update payment set expires_at = now() - interval '1 hour' where order_id = ?")
                .param(order.value())
                .update();
        assertThat(only(Kind.PAYMENT).sentence()).contains(number()).contains("unknown");

        jdbc.sql("update payment set state = 'CAPTURED' where order_id = ?")
                .param(order.value())
                .update();
        jdbc.sql("""
                insert into payment_capture (id, order_id, method, amount, through_gateway, late, captured_at)
                values (?, ?, 'upi', 100, true, false, now())""").params("pay_" + order, order.value()).update();
        jdbc.sql("""
                insert into payment_refund (key, order_id, capture_id, amount, reason, state, failure, requested_at)
                values (?, ?, ?, 100, 'It came back', 'FAILED', 'No balance', now() - interval '2 hours')""").params("rest-" + order, order.value(), "pay_" + order).update();
        assertThat(only(Kind.REFUND).sentence()).contains("No balance");
    }

    @Test
    void seesAMessageOfWhichNobodyKnowsWhetherItArrived() {
        place("DELIVERED", LONG_AGO);
        jdbc.sql("""
                insert into message (id, phone, template, category, params, order_id, dedup_key, state,
                  next_attempt_at, queued_at)
                values (gen_random_uuid(), '+919845012345', 'DELIVERED', 'UTILITY', '{}', ?, ?, 'UNKNOWN',
                  now() + interval '1 day', now() - interval '1 hour')""").params(order.value(), "watch:" + order).update();

        assertThat(only(Kind.MESSAGE).sentence()).contains(number()).contains("delivered");
    }

    @Test
    void asksForAttentionWithoutCallingTheApplicationUnwell() {
        place("PLACED", LONG_AGO);
        watchdog.look();

        assertThat(watchdog.health().getStatus()).isNotIn(Status.UP, Status.DOWN);
        assertThat(watchdog.health().getDetails()).containsKeys("standstills", "first");
    }

    @Test
    void isForFoundersOnly() {
        Staff packer = new Staff(UUID.randomUUID(), "packer", "Pradeep", "", Set.of(Role.PACKER));

        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> watch.standstills(packer));
    }

    private Standstill only(Kind kind) {
        assertThat(found()).singleElement().extracting(Standstill::kind).isEqualTo(kind);
        return found().getFirst();
    }

    private List<Standstill> found() {
        return watch.standstills().stream()
                .filter(standstill -> order.equals(standstill.order()))
                .toList();
    }

    private String number() {
        return "M-"
                + jdbc.sql("select number from sales_order where id = ?")
                        .param(order.value())
                        .query(Long.class)
                        .single();
    }

    private void place(String status, Duration ago) {
        jdbc.sql("""
                insert into sales_order (id, number, channel, address_line, apartment, zone, location, status,
                  payment_method, goods, discount, fee, tax, total, request_key, request_hash, placed_at)
                values (?, nextval('order_number'), 'STALL', '', '', 'stall', 'store', ?,
                  'CASH', 100, 0, 0, 0, 100, ?, '', now() - ? * interval '1 second')""")
                .params(order.value(), status, order.toString(), ago.toSeconds())
                .update();
    }

    private void age(Duration ago) {
        jdbc.sql("update sales_order set placed_at = now() - ? * interval '1 second' where id = ?")
                .params(ago.toSeconds(), order.value())
                .update();
    }

    private void slotEnds(String in) {
        jdbc.sql("update sales_order set slot_ends_at = now() + ?::interval where id = ?")
                .params(in, order.value())
                .update();
    }

    private long process(String process, String state, Duration ago) {
        long key = KEYS.getAndIncrement();
        jdbc.sql("""
                insert into process_instance (key, process, definition_key, version, order_id, state, started_at, ended_at)
                values (?, ?, 1, 1, ?, ?, now() - interval '6 days',
                  case when ? = 'ACTIVE' then null else now() - ? * interval '1 second' end)""")
                .params(key, process, order.value(), state, state, ago.toSeconds())
                .update();
        return key;
    }

    private void at(long process, String element, String type, Duration ago) {
        jdbc.sql("""
                insert into element_position (key, instance_key, element, type, state, entered_at)
                values (?, ?, ?, ?, 'ACTIVE', now() - ? * interval '1 second')""")
                .params(KEYS.getAndIncrement(), process, element, type, ago.toSeconds())
                .update();
    }
}
