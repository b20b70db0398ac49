package app.orchard.payment;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.sandbox.http.Fault.Kind;
import app.orchard.shared.OrderId;
import app.orchard.shared.OrderLinks;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The customer's browser brings the news; no webhook helps. */
class CallbackTest extends PaymentScenario {

    @Autowired
    private OrderLinks links;

    @BeforeEach
    void nobodyElseTellsUs() {
        steer("/sandbox/switches", Map.of("webhooksLost", true));
    }

    @Test
    void aSignedReturnLeadsToAPaidOrder() throws Exception {
        OrderId order = requested();
        HttpResponse<String> answer = callback(signed(customerPays(order, "SUCCESS")));
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location"))
                .hasValueSatisfying(
                        to -> assertThat(to).endsWith(links.path(order)).contains("/o/"));
        assertThat(view(order).state()).isEqualTo(PaymentState.CAPTURED);
    }

    @Test
    void aForgedReturnPaysNothing() throws Exception {
        OrderId order = requested();
        Map<String, String> forged = signed(customerPays(order, "FAILURE"));
        forged.put("razorpay_signature", "0".repeat(64));
        assertThat(callback(forged).statusCode()).isEqualTo(400);
        assertThat(view(order).state()).isEqualTo(PaymentState.PENDING);
    }

    @Test
    void aReturnForAnotherOrderPaysNothing() throws Exception {
        OrderId cheap = requested();
        OrderId dear = requested();
        Map<String, String> other = signed(customerPays(cheap, "SUCCESS"));
        other.put("razorpay_order_id", gatewayOrder(dear));
        assertThat(callback(other).statusCode()).isEqualTo(400);
        assertThat(view(dear).state()).isEqualTo(PaymentState.PENDING);
    }

    @Test
    void asksLaterWhenTheGatewayDoesNotAnswerRightNow() throws Exception {
        OrderId order = requested();
        Map<String, String> signed = signed(customerPays(order, "SUCCESS"));
        fault(Kind.BAD_GATEWAY, "GET", "/v1/payments/");
        assertThat(callback(signed).statusCode()).isEqualTo(303);
        soon(() -> assertThat(view(order).state()).isEqualTo(PaymentState.CAPTURED));
    }

    @Test
    void aReturnWithoutValuesPaysNothing() throws Exception {
        assertThat(callback(Map.of()).statusCode()).isEqualTo(400);
    }

    private HttpResponse<String> callback(Map<String, String> form) throws Exception {
        String body = form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        var request = HttpRequest.newBuilder(address(Payments.CALLBACK))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }

    private static Map<String, String> signed(Map<String, Object> paid) {
        var signed = new LinkedHashMap<String, String>();
        if (paid.get("signed") instanceof Map<?, ?> values) {
            values.forEach((name, value) -> signed.put(Objects.toString(name), Objects.toString(value)));
        }
        return signed;
    }
}
