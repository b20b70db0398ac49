package app.orchard.sandbox.razorpay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.orchard.sandbox.http.Json;
import app.orchard.sandbox.http.Store;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RazorpaySandboxTest {

    private static final String ORDER = "{\"amount\":125000,\"currency\":\"INR\",\"receipt\":\"M-1001\"}";

    record Told(String event, String id, String signature, String body) {}

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Told> told = new CopyOnWriteArrayList<>();
    private HttpServer shop;
    private RazorpayAccount account;
    private RazorpaySandbox razorpay;
    private volatile int shopAnswers = 200;

    @BeforeEach
    void open() throws Exception {
        shop = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        shop.createContext("/", this::webhook);
        shop.start();
        URI hook = URI.create("http://127.0.0.1:" + shop.getAddress().getPort() + "/hooks/razorpay");
        account = new RazorpayAccount("rzp_test_key", "secret", "webhook secret", Optional.of(hook));
        razorpay = RazorpaySandbox.open(0, account, Store.inMemory(), 7);
    }

    @AfterEach
    void close() {
        razorpay.close();
        shop.stop(0);
        http.close();
    }

    @Test
    void answersAsTheGatewayDoes() throws Exception {
        Map<String, Object> order = order();
        assertThat(order)
                .containsEntry("entity", "order")
                .containsEntry("status", "created")
                .containsEntry("amount_due", 125000)
                .containsEntry("notes", List.of())
                .containsEntry("offer_id", null);
        assertThat(get("/v1/orders/" + order.get("id"))).isEqualTo(order);
        assertThat(get("/v1/orders?receipt=M-1001"))
                .containsEntry("entity", "collection")
                .containsEntry("count", 1);
        assertThat(get("/v1/orders?receipt=M-9")).containsEntry("count", 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"currency":"INR"}                                   | amount: is required.
            {"amount":12.5,"currency":"INR"}                     | The amount must be an integer.
            {"amount":"100","currency":"INR"}                    | The amount must be an integer.
            {"amount":99,"currency":"INR"}                       | The amount must be at least INR 1.00
            {"amount":100}                                       | currency: is required.
            {"amount":100,"currency":"INR","colour":"red"}       | colour is/are not required and should not be sent
            {"amount":100,"currency":"INR","notes":"text"}       | The notes must be an array.
            not json                                             | The request body is not valid JSON.
            """)
    void refusesWhatTheGatewayRefuses(String body, String description) throws Exception {
        HttpResponse<String> answer = send("POST", "/v1/orders", body, Map.of());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer)).containsEntry("code", "BAD_REQUEST_ERROR").containsEntry("description", description);
    }

    @ParameterizedTest
    @CsvSource({
        "/v1/nothing, The requested URL was not found on the server.",
        "/v1/orders/order_00000000000000, The id provided does not exist",
        "/v1/orders/42, 42 is not a valid id",
        "/v1/orders?count=101, The count may not be greater than 100."
    })
    void answersWrongAddressesWith400(String path, String description) throws Exception {
        HttpResponse<String> answer = send("GET", path, "", Map.of());
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(error(answer)).containsEntry("description", description);
    }

    @Test
    void refusesWrongKeys() throws Exception {
        var request =
                HttpRequest.newBuilder(razorpay.uri().resolve("/v1/orders")).header("Authorization", "Basic eDp5");
        HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(error(answer)).containsEntry("description", "Authentication failed");
    }

    @Test
    void tellsOfAPaymentSignedAndWithEventIds() throws Exception {
        razorpay.pay(id(order()));
        await().untilAsserted(() -> assertThat(told).hasSize(3));
        assertThat(told)
                .extracting(Told::event)
                .containsExactlyInAnyOrder("payment.authorized", "payment.captured", "order.paid");
        assertThat(told).extracting(Told::id).doesNotHaveDuplicates();
        assertThat(told)
                .allSatisfy(
                        event -> assertThat(event.signature()).isEqualTo(Signature.of(event.body(), "webhook secret")));
    }

    @Test
    void triesAgainWithTheSameEventIdUntilItIsAnswered() throws Exception {
        shopAnswers = 503;
        razorpay.pay(id(order()));
        await().untilAsserted(() -> assertThat(told).hasSize(3));
        shopAnswers = 200;
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(razorpay.pendingWebhooks()).isZero());
        assertThat(told).hasSize(6);
        assertThat(told.stream().map(Told::id).distinct()).hasSize(3);
    }

    @Test
    void givesUpOnAWebhookThatFailsForADay() throws Exception {
        shopAnswers = 500;
        razorpay.pay(id(order()));
        await().untilAsserted(() -> assertThat(told).hasSize(3));
        send("POST", "/sandbox/clock", "{\"advanceSeconds\":90000}", Map.of());
        await().untilAsserted(() -> assertThat(razorpay.pendingWebhooks()).isZero());
        razorpay.pay(id(order()));
        assertThat(razorpay.pendingWebhooks()).as("switched off").isEqualTo(3);
    }

    @Test
    void takesNoSecondPaymentForAnOrder() throws Exception {
        String order = id(order());
        razorpay.pay(order);
        HttpResponse<String> answer = send("POST", "/sandbox/orders/" + order + "/pay", "{}", Map.of());
        assertThat(error(answer)).containsEntry("description", "Order has already been paid.");
        assertThat(get("/v1/orders/" + order)).containsEntry("status", "paid").containsEntry("amount_due", 0);
    }

    @Test
    void capturesByHandExactlyWhatWasAuthorised() throws Exception {
        send("POST", "/sandbox/switches", "{\"captureByHand\":true}", Map.of());
        String order = id(order());
        razorpay.pay(order);
        String capture = "/v1/payments/" + payment(order) + "/capture";
        assertThat(error(send("POST", capture, "{\"amount\":100,\"currency\":\"INR\"}", Map.of())))
                .containsEntry("description", "Capture amount must be equal to the amount authorized");
        Map<String, Object> captured =
                Json.object(send("POST", capture, "{\"amount\":125000,\"currency\":\"INR\"}", Map.of())
                        .body());
        assertThat(captured)
                .containsEntry("status", "captured")
                .containsEntry("fee", 2950)
                .containsEntry("tax", 450);
    }

    @ParameterizedTest
    @CsvSource({"short, 400", "has spaces in it, 400", "long-enough_key, 200"})
    void looksAtTheIdempotencyKey(String key, int status) throws Exception {
        assertThat(refund(paid(), "", key).statusCode()).isEqualTo(status);
    }

    @Test
    void refundsOncePerKey() throws Exception {
        String payment = paid();
        HttpResponse<String> first = refund(payment, "{\"amount\":5000}", "key-number-one");
        assertThat(refund(payment, "{\"amount\":5000}", "key-number-one").body())
                .isEqualTo(first.body());
        HttpResponse<String> other = refund(payment, "{\"amount\":6000}", "key-number-one");
        assertThat(other.statusCode()).isEqualTo(409);
        assertThat(error(other))
                .containsEntry(
                        "description", "Different request with the same idempotency key has already been processed.");
        assertThat(get("/v1/payments/" + payment))
                .containsEntry("amount_refunded", 5000)
                .containsEntry("refund_status", "partial")
                .containsEntry("status", "captured");
        refund(payment, "", "key-number-two");
        assertThat(get("/v1/payments/" + payment)).containsEntry("status", "refunded");
        assertThat(error(refund(payment, "", "key-number-three")))
                .containsEntry("description", "The payment has been fully refunded already.");
    }

    @Test
    void theCheckoutPageLeadsBackToTheShopWithASignature() throws Exception {
        String order = id(order());
        String query = "?key_id=rzp_test_key&order_id=" + order + "&name=Konkan&callback_url=http://shop.test/back";
        assertThat(send("GET", "/checkout" + query, "", Map.of()).body())
                .contains("Konkan", "Pay ₹1,250.00", ">Fail<", "Abandon");
        String form =
                "key_id=rzp_test_key&order_id=" + order + "&callback_url=http://shop.test/back&method=upi&outcome=";
        assertThat(send("POST", "/checkout", form + "FAILURE", Map.of()).body()).contains("Payment failed", "declined");
        String paid = send("POST", "/checkout", form + "SUCCESS", Map.of()).body();
        String signature = Signature.of(order + "|" + payment(order), "secret");
        assertThat(paid).contains("action=\"http://shop.test/back\"", signature);
        assertThat(send("GET", "/checkout" + query, "", Map.of()).body()).contains("Already paid");
    }

    @Test
    void aPaymentLinkLeadsBackWithItsOwnSignature() throws Exception {
        Map<String, Object> link = link("ORD-1", 0);
        assertThat(link)
                .containsEntry("status", "created")
                .doesNotContainKey("entity")
                .containsEntry("payments", null);
        assertThat(error(send("POST", "/v1/payment_links", linkBody("ORD-1", 0), Map.of())))
                .containsEntry("description", "payment link creation with reference ID already attempted");
        HttpResponse<String> opened = send("GET", "/l/" + id(link), "", Map.of());
        String checkout = opened.headers().firstValue("Location").orElseThrow();
        String form = checkout.substring(checkout.indexOf('?') + 1) + "&method=upi&outcome=SUCCESS";
        HttpResponse<String> paid = send("POST", "/checkout", form, Map.of());
        String payment =
                payment(Objects.toString(get("/v1/payment_links/" + id(link)).get("order_id")));
        assertThat(paid.headers().firstValue("Location").orElseThrow())
                .startsWith("http://shop.test/paid?razorpay_payment_id=" + payment)
                .endsWith(Signature.of(id(link) + "|ORD-1|paid|" + payment, "secret"));
        await().untilAsserted(() -> assertThat(told).extracting(Told::event).contains("payment_link.paid"));
        assertThat(told.stream().filter(event -> event.event().equals("payment_link.paid")))
                .allSatisfy(event -> assertThat(event.body())
                        .contains("\"order\":{\"entity\":{\"id\":\"")
                        .doesNotContain("\"order\":{\"entity\":{\"id\":\"order_"));
        assertThat(error(send("POST", "/v1/payment_links/" + id(link) + "/cancel", "", Map.of())))
                .containsEntry("description", "cannot cancel or expire an already paid/partially paid link");
    }

    @Test
    void aPaymentLinkExpiresByTheClock() throws Exception {
        long now = System.currentTimeMillis() / 1000;
        assertThat(error(send("POST", "/v1/payment_links", linkBody("ORD-2", now + 600), Map.of())))
                .containsEntry("description", "timestamp must be atleast 15 minutes in future");
        String link = id(link("ORD-2", now + 1000));
        send("POST", "/sandbox/clock", "{\"advanceSeconds\":1200}", Map.of());
        assertThat(get("/v1/payment_links/" + link)).containsEntry("status", "expired");
        assertThat(send("GET", "/l/" + link, "", Map.of()).body()).contains("This link is expired");
        assertThat(get("/v1/payment_links?reference_id=ORD-2")).containsOnlyKeys("payment_links");
        assertThat(error(send("POST", "/v1/payment_links/" + link + "/cancel", "", Map.of())))
                .containsEntry("description", "cannot cancel or expire an expired link");
    }

    @Test
    void aCodeIsPaidByWhoeverScansItUntilItIsClosed() throws Exception {
        Map<String, Object> code = code("{\"type\":\"upi_qr\",\"usage\":\"multiple_use\"}");
        assertThat(code)
                .containsEntry("entity", "qr_code")
                .containsEntry("status", "active")
                .containsEntry("payments_count_received", 0);
        String path = "/v1/payments/qr_codes/" + id(code);
        String scan = "/sandbox/qr_codes/" + id(code) + "/scan";
        Map<String, Object> payment =
                Json.object(send("POST", scan, "{\"amount\":5000}", Map.of()).body());
        assertThat(payment).containsEntry("order_id", null).containsEntry("method", "upi");
        assertThat(get(path)).containsEntry("payments_amount_received", 5000);
        assertThat(Json.write(get(path + "/payments"))).contains(id(payment));

        send("POST", path + "/close", "", Map.of());
        assertThat(get(path)).containsEntry("status", "closed").containsEntry("close_reason", "on_demand");
        assertThat(error(send("POST", scan, "{\"amount\":5000}", Map.of())))
                .containsEntry("description", "The QR Code is already closed.");
        await().untilAsserted(() -> assertThat(told)
                .extracting(Told::event)
                .containsExactlyInAnyOrder(
                        "qr_code.created", "payment.captured", "qr_code.credited", "qr_code.closed"));
    }

    @Test
    void aCodeForASingleUseAndAFixedAmountClosesWhenPaidOrByTheClock() throws Exception {
        String fixed =
                "{\"type\":\"upi_qr\",\"usage\":\"single_use\",\"fixed_amount\":true,\"payment_amount\":4200,\"close_by\":%d}";
        long now = System.currentTimeMillis() / 1000;
        assertThat(error(send("POST", "/v1/payments/qr_codes", fixed.formatted(now + 60), Map.of())))
                .containsEntry("field", "close_by");
        String paid = "/v1/payments/qr_codes/" + id(code(fixed.formatted(now + 300)));
        String forgotten = "/v1/payments/qr_codes/" + id(code(fixed.formatted(now + 300)));
        send("POST", paid.replace("/v1/payments", "/sandbox") + "/scan", "{}", Map.of());
        send("POST", "/sandbox/clock", "{\"advanceSeconds\":600}", Map.of());
        assertThat(get(paid)).containsEntry("close_reason", "paid").containsEntry("payments_amount_received", 4200);
        assertThat(get(forgotten)).containsEntry("status", "closed").containsEntry("close_reason", null);
    }

    private Map<String, Object> code(String body) throws Exception {
        return Json.object(send("POST", "/v1/payments/qr_codes", body, Map.of()).body());
    }

    @Test
    void showsNoStrangersMarkup() throws Exception {
        String query = "?key_id=rzp_test_key&order_id=" + id(order()) + "&name=%3Cscript%3E";
        assertThat(send("GET", "/checkout" + query, "", Map.of()).body()).doesNotContain("<script>");
    }

    @Test
    void servesAScriptForShops() throws Exception {
        HttpResponse<String> script = send("GET", "/v1/checkout.js", "", Map.of());
        assertThat(script.headers().firstValue("Content-Type")).hasValue("text/javascript; charset=utf-8");
        assertThat(script.body()).contains("window.Razorpay = Razorpay");
    }

    @Test
    void knowsEverythingAgainAfterARestart(@TempDir Path folder) throws Exception {
        razorpay.close();
        razorpay = RazorpaySandbox.open(0, account, Store.in(folder.resolve("state.jsonl")), 7);
        String order = id(order());
        String payment = paid();
        refund(payment, "{\"amount\":5000}", "key-number-one");
        Map<String, Object> before = get("/v1/payments/" + payment);
        razorpay.close();

        razorpay = RazorpaySandbox.open(0, account, Store.in(folder.resolve("state.jsonl")), 7);
        assertThat(get("/v1/payments/" + payment)).isEqualTo(before);
        assertThat(id(order())).isNotEqualTo(order);
        assertThat(refund(payment, "{\"amount\":6000}", "key-number-one").statusCode())
                .isEqualTo(409);
    }

    @Test
    void givesTheSameIdsForTheSameSeed() throws Exception {
        String first = id(order());
        razorpay.close();
        razorpay = RazorpaySandbox.open(0, account, Store.inMemory(), 7);
        assertThat(id(order())).isEqualTo(first).matches("order_[0-9A-Za-z]{14}");
    }

    private void webhook(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
        var headers = exchange.getRequestHeaders();
        told.add(new Told(
                Objects.toString(Json.object(body).get("event")),
                headers.getFirst("x-razorpay-event-id"),
                headers.getFirst("X-Razorpay-Signature"),
                body));
        exchange.sendResponseHeaders(shopAnswers, -1);
        exchange.close();
    }

    private Map<String, Object> order() throws Exception {
        return Json.object(send("POST", "/v1/orders", ORDER, Map.of()).body());
    }

    private Map<String, Object> link(String reference, long expireBy) throws Exception {
        return Json.object(send("POST", "/v1/payment_links", linkBody(reference, expireBy), Map.of())
                .body());
    }

    private static String linkBody(String reference, long expireBy) {
        return Json.write(Map.of(
                "amount",
                5000,
                "reference_id",
                reference,
                "expire_by",
                expireBy,
                "callback_url",
                "http://shop.test/paid",
                "callback_method",
                "get"));
    }

    private String paid() throws Exception {
        String order = id(order());
        razorpay.pay(order);
        return payment(order);
    }

    private String payment(String order) {
        return razorpay.paymentsOf(order).stream()
                .filter(payment -> !Objects.equals(payment.get("status"), "failed"))
                .map(RazorpaySandboxTest::id)
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> refund(String payment, String body, String key) throws Exception {
        return send("POST", "/v1/payments/" + payment + "/refund", body, Map.of("X-Refund-Idempotency", key));
    }

    private Map<String, Object> get(String path) throws Exception {
        return Json.object(send("GET", path, "", Map.of()).body());
    }

    private HttpResponse<String> send(String method, String path, String body, Map<String, String> headers)
            throws Exception {
        String pair = account.keyId() + ":" + account.keySecret();
        var request = HttpRequest.newBuilder(razorpay.uri().resolve(path))
                .header(
                        "Authorization",
                        "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)))
                .method(method, BodyPublishers.ofString(body));
        headers.forEach(request::header);
        return http.send(request.build(), BodyHandlers.ofString());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> error(HttpResponse<String> answer) {
        return (Map<String, Object>)
                Objects.requireNonNull(Json.object(answer.body()).get("error"));
    }

    private static String id(Map<String, Object> entity) {
        return Objects.toString(entity.get("id"));
    }
}
