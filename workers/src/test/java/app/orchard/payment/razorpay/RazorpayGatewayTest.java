package app.orchard.payment.razorpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.orchard.sandbox.http.Fault;
import app.orchard.sandbox.http.Fault.Kind;
import app.orchard.sandbox.http.Journal;
import app.orchard.sandbox.http.Store;
import app.orchard.sandbox.razorpay.RazorpayAccount;
import app.orchard.sandbox.razorpay.RazorpaySandbox;
import app.orchard.shared.Money;
import com.razorpay.RazorpayException;
import com.razorpay.Utils;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URL;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import org.json.JSONObject;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class RazorpayGatewayTest {

    private static final Money PRICE = Money.of(50_000);
    private static final RazorpayAccount ACCOUNT =
            new RazorpayAccount("rzp_test_adapter", "test_secret_key", "whsec_demo", Optional.empty());

    private RazorpaySandbox sandbox;
    private RazorpayGateway gateway;

    @BeforeEach
    void open() throws Exception {
        sandbox = RazorpaySandbox.open(0, ACCOUNT, Store.inMemory(), 1);
        gateway = gateway(sandbox.uri().toString());
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @Test
    void asksForAnOrderAndFindsItByItsReceipt() {
        String order = given(gateway.createOrder(PRICE, "receipt-1"));
        assertThat(order).startsWith("order_");
        assertThat(given(gateway.orderWithReceipt("receipt-1"))).contains(order);
        assertThat(given(gateway.orderWithReceipt("receipt-2"))).isEmpty();
        assertThat(given(gateway.paymentsOf(order))).isEmpty();
        assertThat(sandbox.journal().entries().getFirst().headers().get("User-agent"))
                .startsWith("Razorpay/v1 JAVASDK/1.4.10");
    }

    @ParameterizedTest
    @CsvSource({
        "TOO_MANY, NotAsked",
        "SERVER_ERROR, Unknown",
        "BAD_GATEWAY, Unknown",
        "TIMEOUT_BEFORE, Unknown",
        "TIMEOUT_AFTER, Unknown",
        "DROP_BEFORE, Unknown",
        "DROP_AFTER, Unknown",
        "MALFORMED_JSON, Unknown",
        "NO_DESCRIPTION, Refused"
    })
    void tellsRefusedFromNotAskedFromUnknown(Kind kind, String answer) {
        sandbox.faults().plan(new Fault(kind, "", "", 0, 1, 1000));
        assertThat(gateway.createOrder(PRICE, "receipt").getClass().getSimpleName())
                .isEqualTo(answer);
        assertThat(sandbox.journal().of("POST", "/v1/orders"))
                .as("never repeated by itself")
                .hasSize(1);
    }

    @Test
    void knowsThatNothingWasAskedWhenNobodyListens() throws Exception {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(gateway("http://127.0.0.1:" + free).createOrder(PRICE, "receipt"))
                .isInstanceOf(Answer.NotAsked.class);
    }

    @Test
    void treatsWrongKeysAsNotAsked() throws Exception {
        var wrong = new RazorpayGateway(settings(sandbox.uri().toString(), "rzp_test_other", "whsec_demo"));
        assertThat(wrong.createOrder(PRICE, "receipt")).isInstanceOf(Answer.NotAsked.class);
    }

    @Test
    void doesNotRepeatARefundWhenAKeptConnectionDies() {
        String payment = paid();
        sandbox.faults().plan(Fault.once(Kind.DROP_AFTER, "POST", "/refund"));
        assertThat(gateway.refund(payment, PRICE, "a-refund-key")).isInstanceOf(Answer.Unknown.class);
        assertThat(sandbox.journal().of("POST", "/v1/payments/.*/refund")).hasSize(1);
        assertThat(given(gateway.refundsOf(payment)))
                .singleElement()
                .returns("a-refund-key", GatewayRefund::key)
                .returns(PRICE, GatewayRefund::amount);
    }

    @Test
    void sendsEachRefundUnderItsOwnKeyAndNoKeyElsewhere() {
        String payment = paid();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 40; i++) {
                String key = "refund-key-" + i;
                threads.submit(() -> gateway.refund(payment, Money.of(1000), key));
                threads.submit(() -> gateway.payment(payment));
            }
        }
        List<Journal.Entry> refunds = sandbox.journal().of("POST", "/v1/payments/.*/refund");
        assertThat(refunds)
                .hasSize(40)
                .allSatisfy(refund -> assertThat(refund.body()).contains("\"" + key(refund) + "\""));
        assertThat(sandbox.journal().of("GET", "/v1/payments/.*"))
                .hasSize(40)
                .allSatisfy(get -> assertThat(key(get)).isNull());
        assertThat(given(gateway.payment(payment)).refunded()).isEqualTo(Money.of(40_000));
    }

    @Test
    void refundsOnceUnderOneKey() {
        String payment = paid();
        assertThat(given(gateway.refund(payment, PRICE, "the-same-key")))
                .isEqualTo(given(gateway.refund(payment, PRICE, "the-same-key")));
        assertThat(gateway.refund(payment, Money.of(100), "the-same-key")).isInstanceOf(Answer.Refused.class);
        assertThat(gateway.refund(payment, PRICE, "another-key")).isInstanceOf(Answer.Refused.class);
    }

    @Test
    void checksTheSignaturesOfTheKnownVectors() throws RazorpayException {
        assertThat(gateway.isSigned(
                        "order_TEST0000000001",
                        "pay_TEST00000000001",
                        "2ff9aedbfd74c890823241bb72bd07b0da3127f9296bf66c62ac3d3f2d4ed3fe"))
                .isTrue();
        assertThat(gateway.isSigned(
                        "{\"entity\":\"event\",\"event\":\"payment.captured\"}",
                        "3d46d610f64d10cf439d2d2e1a94d84d9d5ddd4f7c7680bc78fc9d2a2053cfad"))
                .isTrue();
        var link = new JSONObject(Map.of(
                "payment_link_id", "plink_TEST0000000001",
                "payment_link_reference_id", "ORD-1001",
                "payment_link_status", "paid",
                "razorpay_payment_id", "pay_TEST00000000001",
                "razorpay_signature", "b2dfb920f466e0032906791167faee9aa75f759cfe89bf63ad0ef96c555f83de"));
        assertThat(Utils.verifyPaymentLink(link, "test_secret_key")).isTrue();
        var subscription = new JSONObject(Map.of(
                "razorpay_payment_id", "pay_TEST00000000001",
                "razorpay_subscription_id", "sub_TEST0000000001",
                "razorpay_signature", "5868c5e7f13db3820520be85b0aa1b14ae114fb7f98ded86a5058a53404ab7e9"));
        assertThat(Utils.verifySubscription(subscription, "test_secret_key")).isTrue();
    }

    @Test
    void refusesWhatIsNotSigned() {
        assertThat(gateway.isSigned("order_TEST0000000001", "pay_TEST00000000001", ""))
                .isFalse();
        assertThat(gateway.isSigned("{}", "00")).isFalse();
        assertThat(gateway.isSigned("{}", "")).isFalse();
    }

    @Test
    void acceptsThePreviousWebhookSecretWhileItIsBeingChanged() throws Exception {
        var changing = new RazorpayGateway(new RazorpaySettings(
                sandbox.uri().toString(), "rzp_test_x", "s", "new", "whsec_demo", null, Duration.ofSeconds(1)));
        assertThat(changing.isSigned(
                        "{\"entity\":\"event\",\"event\":\"payment.captured\"}",
                        "3d46d610f64d10cf439d2d2e1a94d84d9d5ddd4f7c7680bc78fc9d2a2053cfad"))
                .isTrue();
    }

    @Test
    void refusesALiveKeyWithASimulator() {
        assertThatThrownBy(() -> settings("http://127.0.0.1:1", "rzp_live_x", "w"))
                .hasMessageContaining("live key")
                .hasMessageContaining("simulator");
        assertThat(settings("", "rzp_live_x", "w").script().toString()).startsWith("https://");
    }

    @Test
    void refusesTheSimulatorsWebhookSecretInEarnest() {
        assertThatThrownBy(() -> settings("", "rzp_live_x", RazorpaySettings.SANDBOX_SECRET))
                .hasMessageContaining("which everybody knows");
    }

    @Test
    void refusesToStartWithoutKeys() {
        assertThatThrownBy(() -> settings("", "", "w")).hasMessageContaining("key-id");
    }

    @Test
    void keepsSecretsOutOfLogs() {
        assertThat(settings("", "rzp_test_x", "hook secret").toString())
                .contains("rzp_test_x")
                .doesNotContain("secret");
    }

    @Test
    void stopsTheApplicationWithTheSentence() {
        new ApplicationContextRunner()
                .withUserConfiguration(RazorpayGateway.class)
                .withPropertyValues(
                        "orchard.razorpay.key-id=rzp_live_x",
                        "orchard.razorpay.key-secret=s",
                        "orchard.razorpay.webhook-secret=w",
                        "orchard.razorpay.base-url=http://127.0.0.1:8091")
                .run(context -> assertThat(context).getFailure().rootCause().hasMessageContaining("is a live key"));
    }

    /** The adapter reaches into this very version; look at ApiUtils before changing the number. */
    @Test
    void standsOnTheSdkItWasMadeFor() throws IOException {
        var sdk = new Properties();
        try (var in = getClass().getResourceAsStream("/project.properties")) {
            sdk.load(in);
        }
        assertThat(sdk.getProperty("version")).isEqualTo("1.4.10");
    }

    @Test
    void hasExactlyOneOkHttp() throws IOException {
        List<URL> copies = Collections.list(getClass().getClassLoader().getResources("okhttp3/OkHttpClient.class"));
        assertThat(copies).hasSize(1);
    }

    private String paid() {
        String order = given(gateway.createOrder(PRICE, "receipt"));
        sandbox.pay(order);
        return given(gateway.paymentsOf(order)).getFirst().id();
    }

    private static @Nullable String key(Journal.Entry entry) {
        var headers = new TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
        headers.putAll(entry.headers());
        return headers.get("X-Refund-Idempotency");
    }

    private static <T> T given(Answer<T> answer) {
        assertThat(answer).isInstanceOf(Answer.Given.class);
        return ((Answer.Given<T>) answer).value();
    }

    private static RazorpayGateway gateway(String address) throws RazorpayException {
        return new RazorpayGateway(settings(address, ACCOUNT.keyId(), ACCOUNT.webhookSecret()));
    }

    private static RazorpaySettings settings(String address, String keyId, String webhookSecret) {
        return new RazorpaySettings(
                address, keyId, ACCOUNT.keySecret(), webhookSecret, "", null, Duration.ofMillis(700));
    }
}
