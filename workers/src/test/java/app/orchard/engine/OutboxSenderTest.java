package app.orchard.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.orchard.IntegrationTest;
import app.orchard.RunningParts;
import app.orchard.shared.Changes;
import app.orchard.shared.OrderId;
import io.camunda.client.CamundaClient;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientCall;
import io.grpc.ClientInterceptor;
import io.grpc.ForwardingClientCall.SimpleForwardingClientCall;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@IntegrationTest
class OutboxSenderTest {

    private static final Duration A_WHILE = Duration.ofSeconds(60);

    @Autowired
    private Engine engine;

    @Autowired
    private EngineHistory history;

    @Autowired
    private OutboxSender sender;

    @Autowired
    private Outbox outbox;

    @Autowired
    private Deployment deployment;

    @Autowired
    private Changes changes;

    @Autowired
    private DataSource dataSource;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @BeforeAll
    static void deploy() {
        EngineModelsOfTests.deploy();
    }

    @Test
    void sendsTheCommandsOfAnOrderInTheirOrder() {
        List<OrderId> orders = Stream.generate(OrderId::next).limit(10).toList();
        orders.forEach(order -> publish("test.counting", order, 0));
        IntStream.rangeClosed(1, EngineModelsOfTests.STEPS)
                .forEach(step -> orders.forEach(order -> publish("test.step", order, step)));

        for (OrderId order : orders) {
            await().atMost(A_WHILE)
                    .untilAsserted(() -> assertThat(completed(order)).contains("allInOrder"));
        }
    }

    @Test
    void sendsNothingOfATransactionThatIsRolledBack() {
        OrderId order = OrderId.next();
        transaction.executeWithoutResult(status -> {
            publish("test.waiting", order, 0);
            status.setRollbackOnly();
        });
        OrderId marker = OrderId.next();
        publish("test.waiting", marker, 0);

        await().atMost(A_WHILE).until(() -> history.ofOrder(marker).size() == 1);
        assertThat(history.ofOrder(order)).isEmpty();
    }

    @Test
    void triesARefusedCommandAgainWhileOthersGoOn() {
        OrderId order = OrderId.next();
        publish("test.waiting", order, 0);
        await().atMost(A_WHILE).until(() -> waiting(order) == 0);
        jdbc.sql("""
                insert into outbox (ordering_key, kind, command, variables, created_at, next_attempt_at)
                values (?, 'Publish', '{"name": "test.waiting", "correlationKey": "", "messageId": "refused"}',
                  '"not an object"', now(), now())""").param(order.toString()).update();
        OrderId other = OrderId.next();
        publish("test.waiting", other, 0);

        await().atMost(A_WHILE).until(() -> history.ofOrder(other).size() == 1);
        await().atMost(A_WHILE).until(() -> attempts(order) > 0);
        assertThat(waiting(order)).isEqualTo(1);

        jdbc.sql("update outbox set variables = '{}' where ordering_key = ?")
                .param(order.toString())
                .update();
        await().atMost(A_WHILE).until(() -> waiting(order) == 0);
    }

    @Test
    void countsACompletionOfAJobThatIsGoneAsDone() {
        OrderId order = OrderId.next();
        publish("test.waiting", order, 0);
        long job = await().atMost(A_WHILE)
                .until(() -> userTask(order), Optional::isPresent)
                .orElseThrow();

        for (int time = 1; time <= 2; time++) {
            transaction.executeWithoutResult(status -> engine.completeJob(job, Map.of(), order.toString()));
        }

        await().atMost(A_WHILE).until(() -> waiting(order) == 0);
        await().atMost(A_WHILE).untilAsserted(() -> assertThat(completed(order)).contains("waited"));
    }

    @Test
    void keepsCommandsWhileTheBrokerIsDeadAndSendsEachOnce() {
        RunningParts.broker().kill();
        List<OrderId> orders = Stream.generate(OrderId::next).limit(20).toList();
        orders.forEach(order -> publish("test.waiting", order, 0));
        assertThat(orders).allMatch(order -> waiting(order) == 1);
        RunningParts.broker().start();

        await().atMost(A_WHILE).until(() -> orders.stream().allMatch(order -> waiting(order) == 0));
        for (OrderId order : orders) {
            await().atMost(A_WHILE)
                    .untilAsserted(() -> assertThat(history.ofOrder(order)).hasSize(1));
        }
    }

    @Test
    void asksABusyEngineRarelyAndKeepsTheOrderOfCommands() {
        List<OrderId> orders = Stream.generate(OrderId::next).limit(3).toList();
        BusyEngine busy = new BusyEngine();
        sender.stop();
        orders.forEach(order -> publish("test.counting", order, 0));
        IntStream.rangeClosed(1, EngineModelsOfTests.STEPS)
                .forEach(step -> orders.forEach(order -> publish("test.step", order, step)));
        try (CamundaClient client = RunningParts.client(busy)) {
            OutboxSender patient =
                    new OutboxSender(outbox, new Broker(client), deployment, Clock.systemUTC(), changes, dataSource);
            patient.start();
            try {
                await().atMost(A_WHILE)
                        .untilAsserted(() -> assertThat(orders)
                                .allSatisfy(
                                        order -> assertThat(completed(order)).contains("allInOrder")));
            } finally {
                patient.stop();
            }
        } finally {
            sender.start();
        }

        assertThat(busy.refused)
                .as("every tenth of a second it would be twenty times each")
                .isBetween(orders.size(), 8 * orders.size());
    }

    /** For two seconds it answers that there is no room. */
    private static final class BusyEngine implements ClientInterceptor {

        private static final long BUSY_NANOS = Duration.ofSeconds(2).toNanos();
        private int refused;
        private long begun;

        @Override
        public synchronized <Q, A> ClientCall<Q, A> interceptCall(
                MethodDescriptor<Q, A> method, CallOptions options, Channel engine) {
            begun = begun == 0 ? System.nanoTime() : begun;
            ClientCall<Q, A> call = engine.newCall(method, options);
            if (System.nanoTime() - begun > BUSY_NANOS) {
                return call;
            }
            refused++;
            return new Refused<>(call);
        }
    }

    private static final class Refused<Q, A> extends SimpleForwardingClientCall<Q, A> {

        Refused(ClientCall<Q, A> call) {
            super(call);
        }

        @Override
        public void start(Listener<A> listener, Metadata headers) {
            listener.onClose(Status.RESOURCE_EXHAUSTED, new Metadata());
        }

        @Override
        public void sendMessage(Q message) {}

        @Override
        public void request(int messages) {}

        @Override
        public void halfClose() {}
    }

    private void publish(String name, OrderId order, int step) {
        transaction.executeWithoutResult(status -> engine.publish(new EngineMessage(
                name,
                order.toString(),
                name + ":" + order + ":" + step,
                Map.of("orderId", order, "name", "outbox-" + order, "step", step),
                order.toString())));
    }

    private List<String> completed(OrderId order) {
        return history.ofOrder(order).stream()
                .flatMap(run -> history.diagram(run.key()).completed().stream())
                .toList();
    }

    private Optional<Long> userTask(OrderId order) {
        return jdbc.sql("select key from human_task where order_id = ?")
                .param(order.value())
                .query(Long.class)
                .optional();
    }

    private int waiting(OrderId order) {
        return number("select count(*) from outbox where sent_at is null and ordering_key = ?", order);
    }

    private int attempts(OrderId order) {
        return number(
                "select coalesce(max(attempts), 0) from outbox where sent_at is null and ordering_key = ?", order);
    }

    private int number(String sql, OrderId order) {
        return jdbc.sql(sql).param(order.toString()).query(Integer.class).single();
    }
}
