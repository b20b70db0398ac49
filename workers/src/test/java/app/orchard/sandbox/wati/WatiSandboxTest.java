package app.orchard.sandbox.wati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.orchard.sandbox.http.Json;
import app.orchard.sandbox.http.Store;
import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class WatiSandboxTest {
    private static final String PHONE = "919845012345";
    private static final String SEND = "/api/ext/v3/messageTemplates/send";

    private final HttpClient http = HttpClient.newHttpClient();
    private final List<Map<String, Object>> told = new CopyOnWriteArrayList<>();
    private HttpServer shop;
    private WatiSandbox wati;

    @BeforeEach
    void open() throws Exception {
        shop = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        shop.createContext("/", exchange -> {
            told.add(Json.object(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8)));
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        shop.start();
        URI hook = URI.create("http://127.0.0.1:" + shop.getAddress().getPort() + "/hooks/wati/secret");
        wati = WatiSandbox.open(0, new WatiAccount("1001", "token", Optional.of(hook)), Store.inMemory(), 7);
    }

    @AfterEach
    void close() {
        wati.close();
        shop.stop(0);
        http.close();
    }

    @Test
    void showsAnAcceptedTemplateOnThePhoneAndTellsItsWay() throws Exception {
        Map<String, Object> answer = object(send(recipient(PHONE, "my-id", "Asha")));
        assertThat(answer).containsEntry("success", true);
        assertThat(Json.write(answer)).contains("my-id", "\"errors\":[]");

        assertThat(get("/sandbox/phones/+91 98450 12345/messages".replace(" ", "%20")))
                .contains("Hello Asha, your order A-1 has been delivered");
        await().untilAsserted(() -> assertThat(told)
                .extracting(event -> event.get("eventType"))
                .containsExactlyInAnyOrder("templateMessageSent_v2", "sentMessageDELIVERED_v2"));
        assertThat(told).allSatisfy(event -> assertThat(event).containsEntry("localMessageId", "my-id"));
    }

    @Test
    void refusesAWrongTokenInPlainText() throws Exception {
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(wati.uri().resolve(SEND))
                        .header("Authorization", "Bearer Bearer token")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("text/plain");
    }

    @Test
    void refusesAnEmptyParameterWithStatus200() throws Exception {
        HttpResponse<String> answer = send(recipient(PHONE, "my-id", " "));
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(object(answer)).containsEntry("success", false);
        assertThat(get("/sandbox/phones")).isEqualTo("[]");
    }

    @Test
    void refusesATemplateThatIsPaused() throws Exception {
        post("/sandbox/templates/delivered", "{\"status\":\"PAUSED\"}");
        assertThat(send(recipient(PHONE, "x", "Asha")).body()).contains("PAUSED");
    }

    @Test
    void saysPerRecipientWhoIsNotOnWhatsAppAndLeavesOthersOutSilently() throws Exception {
        wati.switches()
                .set(Map.of("notOnWhatsApp", Map.of(PHONE, true), "omittedRecipients", Map.of("919999999999", "")));
        Map<String, Object> answer = object(send(recipient(PHONE, "a", "Asha") + ","
                + recipient("919999999999", "b", "Bala") + "," + recipient("918888888888", "c", "Chitra")));
        assertThat(answer).containsEntry("success", true);
        assertThat(Json.write(answer))
                .contains("not a valid WhatsApp number", "\"c\"")
                .doesNotContain("\"b\"");
    }

    @Test
    void answers429AfterThirtyInTenSeconds() throws Exception {
        for (int i = 0; i < 30; i++) {
            assertThat(send(recipient(PHONE, "m" + i, "Asha")).statusCode()).isEqualTo(200);
        }
        assertThat(send(recipient(PHONE, "late", "Asha")).statusCode()).isEqualTo(429);
        wati.clock().advance(Duration.ofSeconds(11));
        assertThat(send(recipient(PHONE, "late", "Asha")).statusCode()).isEqualTo(200);
    }

    @Test
    void takesFreeTextOnlyForADayAfterTheCustomerWrote() throws Exception {
        String path = "/1001/api/v1/sendSessionMessage/" + PHONE + "?messageText=Hello";
        assertThat(post(path, "").body()).contains("\"result\":false", "Ticket has been expired.");
        post("/sandbox/phones/" + PHONE + "/messages", "{\"text\":\"Hi\"}");
        assertThat(post(path, "").body()).contains("\"result\":\"success\"");
        wati.clock().advance(Duration.ofHours(25));
        assertThat(post(path, "").body()).contains("Ticket has been expired.");
        await().untilAsserted(() ->
                assertThat(told).anySatisfy(event -> assertThat(event).containsEntry("eventType", "message")));
    }

    @Test
    void speaksTheOlderVersionsToo() throws Exception {
        String body =
                "{\"template_name\":\"login_code\",\"broadcast_name\":\"x\",\"parameters\":[{\"name\":\"1\",\"value\":\"123456\"}]}";
        assertThat(post("/1001/api/v1/sendTemplateMessage?whatsappNumber=" + PHONE, body)
                        .body())
                .contains("\"result\":true", "\"parameteres\"");
        assertThat(post("/1001/api/v2/sendTemplateMessage?whatsappNumber=" + PHONE, body)
                        .body())
                .contains("\"isValidWhatsAppNumber\":true", "\"receivers\"");
        assertThat(get("/1001/api/v1/getMessages/" + PHONE + "?pageSize=1"))
                .contains("broadcastMessage", "123456 is your verification code", "\"total\":3")
                .doesNotContain("wamid");
    }

    @Test
    void misbehavesAsToldWithPairsDuplicatesAndMissingNumbers() throws Exception {
        wati.switches().set(Map.of("versionOnePairs", true, "duplicateWebhooks", true, "statusesWithoutWaId", true));
        send(recipient(PHONE, "my-id", "Asha"));
        await().untilAsserted(() -> assertThat(told).hasSize(8));
        assertThat(told)
                .filteredOn(event -> event.getOrDefault("eventType", "").equals("templateMessageSent"))
                .hasSize(2)
                .allSatisfy(event -> assertThat(event).doesNotContainKey("localMessageId"));
        assertThat(told)
                .filteredOn(
                        event -> event.getOrDefault("eventType", "").toString().startsWith("sentMessage"))
                .allSatisfy(event -> assertThat(event).doesNotContainKey("waId"));
    }

    private static String recipient(String phone, String id, String name) {
        return """
                {"phone_number":"%s","local_message_id":"%s","custom_params":[
                  {"name":"name","value":"%s"},{"name":"order_number","value":"A-1"}]}""".formatted(phone, id, name);
    }

    private HttpResponse<String> send(String recipients) throws Exception {
        return post(
                SEND,
                "{\"template_name\":\"delivered\",\"broadcast_name\":\"b\",\"recipients\":[%s]}".formatted(recipients));
    }

    private HttpResponse<String> post(String path, String body) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(wati.uri() + path))
                        .header("Authorization", "Bearer token")
                        .POST(BodyPublishers.ofString(body))
                        .build(),
                BodyHandlers.ofString());
    }

    private String get(String path) throws Exception {
        return http.send(
                        HttpRequest.newBuilder(URI.create(wati.uri() + path))
                                .header("Authorization", "Bearer token")
                                .build(),
                        BodyHandlers.ofString())
                .body();
    }

    private static Map<String, Object> object(HttpResponse<String> response) {
        return Json.object(response.body());
    }
}
