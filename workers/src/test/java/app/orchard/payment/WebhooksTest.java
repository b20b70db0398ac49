package app.orchard.payment;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.processes.ProcessMessages;
import app.orchard.sandbox.http.Json;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class WebhooksTest extends PaymentScenario {

    @Autowired
    private MeterRegistry meters;

    @Test
    void capturesWhatTheGatewayTellsOf() {
        OrderId order = requested();
        customerPays(order, "SUCCESS");
        soon(() -> assertPaidOnce(order));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"webhooksDuplicated\": 3}",
                "{\"webhooksReordered\": true, \"webhooksDuplicated\": 1}",
                "{\"webhooksDelayedMillis\": 800}"
            })
    void paysOnceHoweverTheWebhooksArrive(String trouble) {
        steer("/sandbox/switches", Json.object(trouble));
        OrderId order = requested();
        customerPays(order, "SUCCESS");
        soon(() -> assertPaidOnce(order));
        waitForAllWebhooks();
        assertPaidOnce(order);
    }

    @Test
    void believesTheMoneyAfterTheGatewayFirstSaidItFailed() {
        OrderId order = requested();
        customerPays(order, "FAILED_THEN_CAPTURED");
        soon(() -> assertPaidOnce(order));
        assertThat(engineMessages(order, ProcessMessages.PAYMENT_FAILED)).isLessThanOrEqualTo(1);
    }

    @Test
    void tellsOfEachFailedAttemptOnceAndStaysPayable() {
        steer("/sandbox/switches", Map.of("webhooksDuplicated", 2));
        OrderId order = requested();
        customerPays(order, "FAILURE");
        customerPays(order, "FAILURE");
        soon(() -> assertThat(engineMessages(order, ProcessMessages.PAYMENT_FAILED))
                .isEqualTo(2));
        waitForAllWebhooks();
        assertThat(engineMessages(order, ProcessMessages.PAYMENT_FAILED)).isEqualTo(2);
        assertThat(view(order).payable()).isTrue();
    }

    @Test
    void refusesForgedWebhooks() {
        steer("/sandbox/switches", Map.of("webhooksForged", true));
        OrderId order = requested();
        customerPays(order, "SUCCESS");
        soon(() -> assertThat(deliveryStatuses()).contains(401));
        assertThat(view(order).state()).isEqualTo(PaymentState.PENDING);
        steer("/sandbox/reset", Map.of());
    }

    /** The signature is of the body alone: whoever overheard one can send it again under another id. */
    @Test
    void paysOnceThoughSomebodySaysAgainWhatTheySignedOnce() {
        OrderId order = requested();
        customerPays(order, "SUCCESS");
        soon(() -> assertPaidOnce(order));
        waitForAllWebhooks();
        Heard heard = jdbc.sql("""
                select event_id as id, body from webhook_inbox
                where event = 'payment.captured' and body like '%' || ? || '%'""")
                .param(jdbc.sql("select gateway_order_id from payment where order_id = ?")
                        .param(order.value())
                        .query(String.class)
                        .single())
                .query(Heard.class)
                .single();
        double before = counted("repeated");

        assertThat(again(heard.body(), heard.id())).isEqualTo(200);
        assertThat(counted("repeated")).isEqualTo(before + 1);
        assertThat(again(heard.body(), "evt_" + order)).isEqualTo(200);

        waitForAllWebhooks();
        assertPaidOnce(order);
    }

    private record Heard(String id, String body) {}

    private int again(String body, String id) {
        return post(
                        address("/hooks/razorpay"),
                        body,
                        Map.of("X-Razorpay-Signature", signature(body), "x-razorpay-event-id", id))
                .statusCode();
    }

    @Test
    void refusesBodiesOfMoreThan64Kilobytes() {
        HttpResponse<String> answer =
                post(address("/hooks/razorpay"), "x".repeat(64 * 1024 + 1), Map.of("X-Razorpay-Signature", "00"));
        assertThat(answer.statusCode()).isEqualTo(413);
    }

    @Test
    void refusesNewsThatTheGatewayWouldNotTellAnyMoreAndCountsWhatItRefuses() {
        String body = "{\"entity\":\"event\",\"event\":\"payment.captured\",\"payload\":{},\"created_at\":%d}"
                .formatted(Instant.now().minus(Duration.ofDays(9)).getEpochSecond());
        double before = counted("stale");
        double forgedBefore = counted("forged");

        assertThat(post(address("/hooks/razorpay"), body, Map.of("X-Razorpay-Signature", signature(body)))
                        .statusCode())
                .isEqualTo(410);
        assertThat(post(address("/hooks/razorpay"), body, Map.of("X-Razorpay-Signature", "00"))
                        .statusCode())
                .isEqualTo(401);

        assertThat(counted("stale")).isEqualTo(before + 1);
        assertThat(counted("forged")).isEqualTo(forgedBefore + 1);
        assertThat(unread()).isZero();
    }

    private static String signature(String body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("scenario_webhook_secret".getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private double counted(String outcome) {
        return meters.counter("orchard.webhooks", "from", "razorpay", "outcome", outcome)
                .count();
    }

    @Test
    void survivesAnEventThatIsNoneOfItsOrders() {
        Map<String, Object> order = Json.object(post(
                        GATEWAY.uri().resolve("/v1/orders"),
                        "{\"amount\":5000,\"currency\":\"INR\"}",
                        Map.of("Authorization", basic()))
                .body());
        steer("/sandbox/orders/" + order.get("id") + "/pay", Map.of());
        soon(() -> assertThat(deliveryStatuses()).hasSize(3).containsOnly(200));
        soon(() -> assertThat(unread()).isZero());
    }

    /** As the gateway tells of a paid link: the order in it is named without its prefix. */
    @Test
    void knowsMoneyThatCameOverALinkByItsPayment() {
        steer("/sandbox/switches", Map.of("webhooksLost", true));
        OrderId order = requested();
        Object payment = Objects.requireNonNull(customerPays(order, "SUCCESS").get("payment"));
        Map<String, Object> payload = Map.of(
                "payment_link", Map.of("entity", Map.of("id", "plink_ABCDEFGHIJKLMN", "status", "paid")),
                "order", Map.of("entity", Map.of("id", gatewayOrderOf(order).substring("order_".length()))),
                "payment", Map.of("entity", payment));
        String body = Json.write(Map.of(
                "entity",
                "event",
                "event",
                "payment_link.paid",
                "payload",
                payload,
                "created_at",
                Instant.now().getEpochSecond()));

        assertThat(again(body, "evt_link_" + order)).isEqualTo(200);

        soon(() -> assertPaidOnce(order));
    }

    @Test
    void refundsTheSecondOfTwoPaymentsForOneOrder() {
        OrderId order = requested();
        Map<String, Object> first = customerPays(order, "LATE");
        customerPays(order, "SUCCESS");
        soon(() -> assertPaidOnce(order));
        // The bank answers for the first attempt too; the gateway keeps neither order nor us from it.
        steer("/sandbox/payments/" + paymentId(first) + "/authorize", Map.of());
        waitForAllWebhooks();
        assertPaidOnce(order);
    }

    private void assertPaidOnce(OrderId order) {
        assertThat(view(order))
                .returns(PaymentState.CAPTURED, PaymentView::state)
                .returns(PRICE, PaymentView::captured)
                .returns(Money.ZERO, PaymentView::refunded);
        assertThat(engineMessages(order, ProcessMessages.PAYMENT_CAPTURED)).isEqualTo(1);
    }

    private void waitForAllWebhooks() {
        soon(() -> {
            assertThat(pendingDeliveries()).isZero();
            assertThat(unread()).isZero();
        });
    }

    private static long pendingDeliveries() {
        return GATEWAY.pendingWebhooks();
    }

    private static List<Integer> deliveryStatuses() {
        return GATEWAY.webhookAttempts().stream()
                .map(attempt -> attempt.status())
                .toList();
    }
}
