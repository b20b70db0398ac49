package app.orchard.payment.razorpay;

import app.orchard.shared.Money;
import com.razorpay.Order;
import com.razorpay.Payment;
import com.razorpay.RazorpayClient;
import com.razorpay.RazorpayException;
import com.razorpay.Refund;
import com.razorpay.Settlement;
import com.razorpay.Utils;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.json.JSONException;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.stereotype.Component;

/** Questions to Razorpay. None throws: whatever happens on the way is one of the four {@link Answer}s. */
@Component
@EnableConfigurationProperties(RazorpaySettings.class)
public class RazorpayGateway {
    private static final int PAGE = 100;

    private final RazorpaySettings settings;
    private final @Nullable HttpUrl base;
    private final RazorpayClient razorpay;

    /** A question in the SDK's words. */
    private interface Question<T> {
        T put() throws RazorpayException;
    }

    RazorpayGateway(RazorpaySettings settings) throws RazorpayException {
        this.settings = settings;
        this.base = settings.baseUrl().isBlank() ? null : HttpUrl.get(settings.baseUrl());
        Wire.install();
        this.razorpay = new RazorpayClient(settings.keyId(), settings.keySecret());
    }

    public RazorpaySettings settings() {
        return settings;
    }

    /** @return the id of the gateway's order; asked twice it may make two, so look for the receipt before */
    public Answer<String> createOrder(Money amount, String receipt) {
        JSONObject order = new JSONObject()
                .put("amount", amount.minor())
                .put("currency", Money.currency().getCurrencyCode())
                .put("receipt", receipt);
        return ask(null, () -> id(razorpay.orders.create(order)));
    }

    /** @return the oldest of the orders with this receipt */
    public Answer<Optional<String>> orderWithReceipt(String receipt) {
        JSONObject query = new JSONObject().put("receipt", receipt);
        return ask(
                null,
                () -> razorpay.orders.fetchAll(query).stream()
                        .map(RazorpayGateway::id)
                        .reduce((newer, older) -> older));
    }

    public Answer<List<GatewayPayment>> paymentsOf(String gatewayOrderId) {
        return ask(
                null,
                () -> razorpay.orders.fetchPayments(gatewayOrderId).stream()
                        .map(RazorpayGateway::payment)
                        .toList());
    }

    public Answer<GatewayPayment> payment(String id) {
        return ask(null, () -> payment(razorpay.payments.fetch(id)));
    }

    /** Takes money that was only authorised. */
    public Answer<GatewayPayment> capture(GatewayPayment authorised) {
        JSONObject capture =
                new JSONObject().put("amount", authorised.amount().minor()).put("currency", authorised.currency());
        return ask(null, () -> payment(razorpay.payments.capture(authorised.id(), capture)));
    }

    /** @param key asked again with the same key, the same money goes back once */
    public Answer<GatewayRefund> refund(String paymentId, Money amount, String key) {
        JSONObject refund =
                new JSONObject().put("amount", amount.minor()).put("notes", Map.of(RazorpayJson.KEY_NOTE, key));
        return ask(key, () -> refund(razorpay.payments.refund(paymentId, refund)));
    }

    public Answer<List<GatewayRefund>> refundsOf(String paymentId) {
        JSONObject query = new JSONObject().put("count", 100);
        return ask(
                null,
                () -> razorpay.payments.fetchAllRefunds(paymentId, query).stream()
                        .map(RazorpayGateway::refund)
                        .toList());
    }

    /** @return what the gateway paid out, or took off, on that day of India */
    public Answer<List<GatewayEntry>> statement(LocalDate day) {
        return ask(null, () -> {
            List<GatewayEntry> entries = new ArrayList<>();
            List<Settlement> page;
            do {
                page = razorpay.settlement.reports(new JSONObject()
                        .put("year", day.getYear())
                        .put("month", day.getMonthValue())
                        .put("day", day.getDayOfMonth())
                        .put("count", PAGE)
                        .put("skip", entries.size()));
                page.forEach(row -> entries.add(RazorpayJson.entry(row.toJson())));
            } while (page.size() == PAGE);
            return entries;
        });
    }

    /** Proves that the gateway's checkout authorised this payment of this order. It may not be captured yet. */
    public boolean isSigned(String gatewayOrderId, String paymentId, String signature) {
        JSONObject signed = new JSONObject()
                .put("razorpay_order_id", gatewayOrderId)
                .put("razorpay_payment_id", paymentId)
                .put("razorpay_signature", signature);
        try {
            return Utils.verifyPaymentSignature(signed, settings.keySecret());
        } catch (RazorpayException | RuntimeException e) {
            return false;
        }
    }

    /** Proves that the gateway sent this webhook. */
    public boolean isSigned(String body, String signature) {
        return Stream.of(settings.webhookSecret(), settings.webhookSecretPrevious())
                .filter(secret -> !secret.isBlank())
                .anyMatch(secret -> isSignedWith(body, signature, secret));
    }

    /** @throws IllegalArgumentException when it is no event */
    public GatewayEvent read(String body) {
        try {
            return RazorpayJson.event(body);
        } catch (JSONException e) {
            throw new IllegalArgumentException("The webhook is not an event as the gateway sends them", e);
        }
    }

    private static boolean isSignedWith(String body, String signature, String secret) {
        try {
            return Utils.verifyWebhookSignature(body, signature, secret);
        } catch (RazorpayException | RuntimeException e) {
            return false;
        }
    }

    private <T> Answer<T> ask(@Nullable String refundKey, Question<T> question) {
        var status = new AtomicInteger();
        try {
            var call = new Wire.Call(base, settings.timeout(), refundKey, status);
            return new Answer.Given<>(call.run(question::put));
        } catch (Exception e) {
            // Among them unchecked ones: the SDK throws them for errors without a description.
            return failed(status.get(), e);
        }
    }

    private static <T> Answer<T> failed(int status, Exception e) {
        String reason = reason(status, e);
        boolean otherRequest = reason.contains("Different request");
        if (reason.startsWith(Wire.NOT_SENT) || status == 429 || status == 401 || status == 409 && !otherRequest) {
            return new Answer.NotAsked<>(reason);
        }
        return status >= 400 && status < 500 ? new Answer.Refused<>(reason) : new Answer.Unknown<>(reason);
    }

    private static String reason(int status, Exception e) {
        String said = e instanceof RazorpayException told ? told.getDescription() : null;
        if (said != null) {
            return said + " (HTTP " + status + ")";
        }
        return status == 0 ? String.valueOf(e.getMessage()) : "an unreadable answer with HTTP " + status;
    }

    private static String id(Order order) {
        return order.toJson().getString("id");
    }

    private static GatewayPayment payment(Payment payment) {
        return RazorpayJson.payment(payment.toJson());
    }

    private static GatewayRefund refund(Refund refund) {
        return RazorpayJson.refund(refund.toJson());
    }
}
