package app.orchard.bench;

import app.orchard.order.Placement;
import app.orchard.payment.PaymentMethod;
import app.orchard.processes.JobTypes;
import app.orchard.processes.ProcessMessages;
import io.camunda.client.CamundaClient;
import io.camunda.client.api.worker.JobWorker;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Orders a second from placed, all at one moment, to the last one confirmed by the process. */
final class ConfirmingOrders {

    private static final int ORDERS = 400;
    /** An application that has just started translates its code while it works; one that runs for days does not. */
    private static final int WARM_UP = 800;

    private static final int IN_FLIGHT = 24;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Town town;

    ConfirmingOrders(Town town) {
        this.town = town;
    }

    /**
     * The baseline: the same models on the same broker, which exports as ever; the same messages are sent and the same
     * jobs done by a bare client. In both, places were held before the clock starts and become booked while it runs.
     */
    Figure againstIdleWorkers() {
        // Deploys the models
        town.open();
        List<Double> ours = new ArrayList<>();
        List<Double> idle = new ArrayList<>();
        for (int round = 0; round < Rounds.OF_EACH; round++) {
            town.rest();
            idle.add(idle(ORDERS));
            town.open();
            confirm(WARM_UP);
            ours.add(confirm(ORDERS));
        }
        return Figure.of("placed to confirmed, against no-op workers", "orders/s", ours, idle, 0.8);
    }

    /** The same orders in two towns. */
    static Figure compared(Town busy, Town quiet) {
        ConfirmingOrders many = new ConfirmingOrders(busy);
        ConfirmingOrders few = new ConfirmingOrders(quiet);
        many.confirm(WARM_UP);
        few.confirm(WARM_UP);
        List<Double> values = new ArrayList<>();
        List<Double> baselines = new ArrayList<>();
        for (int round = 0; round < Rounds.OF_EACH; round++) {
            baselines.add(few.confirm(ORDERS));
            values.add(many.confirm(ORDERS));
        }
        return Figure.of("placed to confirmed, 100,000 old orders against 100", "orders/s", values, baselines, 0.9);
    }

    private double confirm(int orders) {
        Subject subject = town.open();
        JdbcClient jdbc = subject.jdbc();
        List<Crowd.Shopper> shoppers = new Crowd(subject).of(orders);
        awaitQuiet(jdbc);
        Placement placement = subject.bean(Placement.class);
        List<UUID> placed = subject.bean(TransactionTemplate.class)
                .execute(status -> shoppers.stream()
                        .map(shopper -> placement
                                .place(
                                        shopper.id(),
                                        new Placement.Request(
                                                shopper.quote(), shopper.hold(), PaymentMethod.CASH, "", "bench"))
                                .value())
                        .toList());
        long begun = System.nanoTime();
        await(() -> jdbc.sql("select count(*) from sales_order where id = any(?) and status = 'PLACED'")
                        .param(placed.toArray(UUID[]::new))
                        .query(Integer.class)
                        .single()
                == 0);
        return orders / ((System.nanoTime() - begun) / 1e9);
    }

    /** What came before is sent, and read back from the engine. */
    private static void awaitQuiet(JdbcClient jdbc) {
        await(() -> jdbc.sql("""
                select not exists (select from outbox where sent_at is null)
                   and (select max(position) from engine_event) <= (select max(position) from projection_cursor)""").query(Boolean.class).single());
    }

    private double idle(int orders) {
        AtomicInteger confirmed = new AtomicInteger();
        try (CamundaClient client = CamundaClient.newClientBuilder()
                        .grpcAddress(town.broker().grpcAddress())
                        .preferRestOverGrpc(false)
                        .numJobWorkerExecutionThreads(16)
                        .build();
                JobWorker worker = client.newWorker()
                        .jobType(JobTypes.CONFIRM_ORDER)
                        .handler((jobs, job) ->
                                jobs.newCompleteCommand(job.getKey()).send().thenRun(confirmed::incrementAndGet))
                        .maxJobsActive(32)
                        .streamEnabled(false)
                        .open()) {
            List<String> ids = Stream.generate(() -> UUID.randomUUID().toString())
                    .limit(orders)
                    .toList();
            String expiry = Instant.now().plus(Duration.ofDays(1)).toString();
            sendAll(
                    client,
                    ids.stream()
                            .map(id -> new Message(
                                    ProcessMessages.SLOT_HELD, id, Map.of("holdId", id, "holdExpiresAt", expiry)))
                            .toList());
            long begun = System.nanoTime();
            sendAll(
                    client,
                    ids.stream()
                            .flatMap(id -> Stream.of(placed(id), booked(id)))
                            .toList());
            await(() -> confirmed.get() == orders);
            return orders / ((System.nanoTime() - begun) / 1e9);
        }
    }

    private record Message(String name, String key, Map<String, ?> variables) {}

    private static void sendAll(CamundaClient client, List<Message> messages) {
        Semaphore room = new Semaphore(IN_FLIGHT);
        try {
            for (Message message : messages) {
                room.acquire();
                client.newPublishMessageCommand()
                        .messageName(message.name())
                        .correlationKey(message.key())
                        .messageId(message.name() + ":" + message.key())
                        .timeToLive(Duration.ofHours(24))
                        .variables(message.variables())
                        .send()
                        .whenComplete((done, failure) -> room.release());
            }
            room.acquire(IN_FLIGHT);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The bench was interrupted", e);
        }
    }

    private static Message booked(String id) {
        return new Message(ProcessMessages.SLOT_BOOKED, id, Map.of());
    }

    private static Message placed(String id) {
        Instant slot = Instant.now().plus(Duration.ofDays(2));
        return new Message(
                ProcessMessages.ORDER_PLACED,
                id,
                Map.ofEntries(
                        Map.entry("orderId", id),
                        Map.entry("channel", "online"),
                        Map.entry("paymentMethod", "cash"),
                        Map.entry("amountDue", 90_000),
                        Map.entry("zone", "north"),
                        Map.entry("zoneTakesCash", true),
                        Map.entry("deliveredBefore", 0),
                        Map.entry("openCash", 0),
                        Map.entry("preparationStartsAt", Instant.now().toString()),
                        Map.entry("slotStartsAt", slot.toString()),
                        Map.entry("slotEndsAt", slot.plusSeconds(7200).toString()),
                        Map.entry("paymentRemindAt", slot.toString()),
                        Map.entry("paymentExpiresAt", slot.toString())));
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("What was measured did not end within " + PATIENCE.toSeconds() + " s");
            }
            try {
                Thread.sleep(10);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("The bench was interrupted", e);
            }
        }
    }
}
