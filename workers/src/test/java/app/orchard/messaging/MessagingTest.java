package app.orchard.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import app.orchard.DatabaseTest;
import app.orchard.customer.Customers;
import app.orchard.customer.Phone;
import app.orchard.messaging.wati.Recipient;
import app.orchard.messaging.wati.Wati;
import app.orchard.sandbox.Sandbox;
import app.orchard.sandbox.SandboxOptions;
import app.orchard.sandbox.http.Fault;
import app.orchard.sandbox.http.Fault.Kind;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages on a real database, against the simulated provider over HTTP. */
@DatabaseTest
class MessagingTest {
    private static final String HOOK_TOKEN = "a-long-secret-of-the-webhook-address";
    private static final String SEND = "/messageTemplates/send";
    private static final AtomicLong NUMBERS = new AtomicLong(9_100_000_000L);
    private static final Sandbox SANDBOX = sandbox();
    private static final Staff FOUNDER = new Staff(UUID.randomUUID(), "maya", "Maya", "", Set.of(Role.FOUNDER));
    private static final Staff PACKER = new Staff(UUID.randomUUID(), "ravi", "Ravi", "", Set.of(Role.PACKER));

    @Autowired
    private Messages messages;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private MessageQueue queue;

    @Autowired
    private Wati wati;

    @Autowired
    private MeterRegistry meters;

    @LocalServerPort
    private int port;

    private final HttpClient http = HttpClient.newHttpClient();

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry properties) {
        properties.add("orchard.wati.endpoint", () -> SANDBOX.watiUri().toString());
        properties.add("orchard.wati.tenant", () -> "1001");
        properties.add("orchard.wati.token", () -> "Bearer orchard_wati_token");
        properties.add("orchard.wati.webhook-token", () -> HOOK_TOKEN);
        properties.add("orchard.wati.timeout", () -> "600ms");
        properties.add("orchard.wati.window", () -> "2s");
        properties.add("orchard.messaging.first-check-after", () -> "300ms");
        properties.add("orchard.messaging.next-check-after", () -> "300ms");
        properties.add("orchard.messaging.retry-after", () -> "50ms");
    }

    private static Sandbox sandbox() {
        try {
            return Sandbox.start(SandboxOptions.inMemory());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    @AfterAll
    static void close() {
        SANDBOX.close();
    }

    @BeforeEach
    void providerAsNew() throws Exception {
        post(SANDBOX.watiUri() + "/sandbox/reset", "");
        switches("windowMillis", 2000);
        SANDBOX.wati().tell(URI.create("http://127.0.0.1:" + port + "/hooks/wati/" + HOOK_TOKEN));
    }

    @Test
    void tellsACustomerAndFollowsTheMessageUntilItIsRead() throws Exception {
        CustomerId asha = customer("Asha");
        OrderId order = OrderId.next();
        messages.send(delivered(asha, order));

        await().until(() -> stateOf(order), MessageState.DELIVERED::equals);
        assertThat(textsOn(asha))
                .singleElement()
                .asString()
                .startsWith("Hello Asha, your order A-7 has been delivered");

        post(SANDBOX.watiUri() + "/sandbox/phones/" + phone(asha) + "/read", "");
        await().until(() -> stateOf(order), MessageState.READ::equals);
        MessageView read = messages.ofOrder(order).getFirst();
        assertThat(read.sentAt()).isNotNull();
        assertThat(read.deliveredAt()).isNotNull();
        assertThat(read.phone()).isEqualTo("••• " + phone(asha).substring(8));
        assertThat(read.attempts()).isEqualTo(1);
    }

    @Test
    void letsAFounderTryATextOutOnTheirOwnPhone() {
        String own = String.valueOf(NUMBERS.incrementAndGet());
        Staff founder = new Staff(UUID.randomUUID(), "maya", "Maya", own, Set.of(Role.FOUNDER));
        Map<String, String> examples = Map.of("name", "Priya", "order_number", "A-1");

        messages.tryOut(MessageTemplate.DELIVERED, examples, founder);

        await().until(() -> jdbc.sql("select state from message where phone = ?")
                .param("+91" + own)
                .query(String.class)
                .list()
                .equals(List.of("DELIVERED")));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> messages.tryOut(MessageTemplate.LOGIN_CODE, Map.of("1", "1"), founder));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> messages.tryOut(MessageTemplate.DELIVERED, examples, FOUNDER))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("bad-phone"));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> messages.tryOut(MessageTemplate.DELIVERED, examples, PACKER))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("forbidden"));
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "ORDER_CONFIRMED",
                "PAYMENT_RECEIVED",
                "PAYMENT_REMINDER",
                "OUT_FOR_DELIVERY",
                "DELIVERED",
                "DELIVERY_FAILED"
            })
    void bringsTheNewsOfAnOrderOntoThePhone(MessageTemplate template) throws Exception {
        CustomerId asha = customer("Asha");
        OrderId order = OrderId.next();
        Map<String, String> params = template.parameters().stream()
                .filter(name -> !name.equals("name"))
                .collect(Collectors.toMap(name -> name, name -> "the " + name));
        messages.send(new MessageRequest(asha, template, params, order, template + ":" + order));

        await().until(() -> stateOf(order), MessageState.DELIVERED::equals);
        var filled = new HashMap<>(params);
        filled.put("name", "Asha");
        assertThat(textsOn(asha)).containsExactly(template.text(filled));
    }

    @Test
    void tellsAnOccasionOnce() throws Exception {
        CustomerId asha = customer("Asha");
        OrderId order = OrderId.next();
        messages.send(delivered(asha, order));
        messages.send(delivered(asha, order));
        await().until(() -> stateOf(order), MessageState.DELIVERED::equals);
        messages.send(delivered(asha, order));
        assertThat(messages.ofOrder(order)).hasSize(1);
        assertThat(textsOn(asha)).hasSize(1);
    }

    @Test
    void tellsNothingOfAChangeThatWasRolledBack() throws Exception {
        CustomerId asha = customer("Asha");
        OrderId order = OrderId.next();
        transaction.executeWithoutResult(status -> {
            messages.send(delivered(asha, order));
            status.setRollbackOnly();
        });
        OrderId next = OrderId.next();
        messages.send(delivered(asha, next));
        await().until(() -> stateOf(next), MessageState.DELIVERED::equals);
        assertThat(messages.ofOrder(order)).isEmpty();
        assertThat(textsOn(asha)).hasSize(1);
    }

    @Test
    void failsWithTheReasonWhenTheProviderRefusesInsideA200() throws Exception {
        switches("refuseWith", "Insufficient credits in wallet of 919845012345");
        OrderId order = OrderId.next();
        messages.send(delivered(customer("Asha"), order));
        await().until(() -> stateOf(order), MessageState.FAILED::equals);
        assertThat(messages.ofOrder(order).getFirst().problem())
                .isEqualTo("The WhatsApp provider refused: Insufficient credits in wallet of …");
    }

    @Test
    void failsOnlyTheRecipientWhoIsNotOnWhatsApp() throws Exception {
        CustomerId asha = customer("Asha");
        CustomerId bala = customer("Bala");
        switches("notOnWhatsApp", Map.of(phone(bala), true));
        OrderId ofAsha = OrderId.next();
        OrderId ofBala = OrderId.next();
        transaction.executeWithoutResult(status -> {
            messages.send(delivered(asha, ofAsha));
            messages.send(delivered(bala, ofBala));
        });
        await().until(() -> stateOf(ofAsha), MessageState.DELIVERED::equals);
        await().until(() -> stateOf(ofBala), MessageState.FAILED::equals);
        assertThat(messages.ofOrder(ofBala).getFirst().problem()).contains("not a valid WhatsApp number");
    }

    @Test
    void sendsTheOthersWhenOneMessageGetsTheWholeRequestRefused() {
        List<OrderId> good = Stream.generate(OrderId::next).limit(3).toList();
        OrderId bad = OrderId.next();
        transaction.executeWithoutResult(status -> {
            good.forEach(order -> messages.send(delivered(customer("Asha"), order)));
            messages.send(delivered(customer("Bala"), bad));
            jdbc.sql("update message set params = '{\"name\": \"Bala\"}' where order_id = ?")
                    .param(bad.value())
                    .update();
        });
        await().untilAsserted(() -> assertThat(good).extracting(this::stateOf).containsOnly(MessageState.DELIVERED));
        await().until(() -> stateOf(bad), MessageState.FAILED::equals);
        assertThat(messages.ofOrder(bad).getFirst().problem()).contains("Parameter order_number");
    }

    @Test
    void sendsAgainToARecipientWhoWasLeftOutSilently() throws Exception {
        CustomerId asha = customer("Asha");
        switches("omittedRecipients", Map.of(phone(asha), true));
        OrderId order = OrderId.next();
        messages.send(delivered(asha, order));
        await().until(() -> stateOf(order), MessageState.UNKNOWN::equals);
        switches("omittedRecipients", Map.of());
        await().until(() -> stateOf(order), MessageState.DELIVERED::equals);
        assertThat(textsOn(asha)).hasSize(1);
    }

    @Test
    void givesUpARecipientWhoIsLeftOutEveryTime() throws Exception {
        CustomerId asha = customer("Asha");
        switches("omittedRecipients", Map.of(phone(asha), true));
        OrderId order = OrderId.next();
        messages.send(delivered(asha, order));
        await().atMost(Duration.ofSeconds(30)).until(() -> stateOf(order), MessageState.FAILED::equals);
        assertThat(messages.ofOrder(order).getFirst().problem()).contains("Sent 3 times", "Call the customer");
    }

    @Test
    void waitsAndSaysWhyWhileTheTokenIsRefused() throws Exception {
        switches("tokenRevoked", true);
        OrderId order = OrderId.next();
        messages.send(delivered(customer("Asha"), order));
        await().untilAsserted(() -> assertThat(messages.trouble())
                .hasValueSatisfying(trouble -> assertThat(trouble).contains("orchard.wati.token", "1 message is")));
        assertThat(stateOf(order)).isEqualTo(MessageState.QUEUED);
        switches("tokenRevoked", false);
        await().until(() -> stateOf(order), MessageState.DELIVERED::equals);
        assertThat(messages.trouble()).isEmpty();
    }

    @Test
    void deliversABurstOfTwoHundredOnceEachWithoutFloodingTheProvider() throws Exception {
        List<CustomerId> everyone =
                Stream.generate(() -> customer("Asha")).limit(200).toList();
        everyone.forEach(customer -> messages.send(delivered(customer, OrderId.next())));
        for (CustomerId customer : everyone) {
            await().atMost(Duration.ofSeconds(30)).until(() -> textsOn(customer).size() == 1);
        }
        assertThat(SANDBOX.wati().journal().of("POST", ".*" + SEND))
                .allSatisfy(entry -> assertThat(entry.status()).isEqualTo(200));
        settled();
        for (CustomerId customer : everyone) {
            assertThat(textsOn(customer)).hasSize(1);
        }
    }

    @Test
    void backsOffWhenTheProviderIsStricterThanItsPlanAndLosesNothing() throws Exception {
        switches("sendsPerWindow", 2);
        switches("retryAfterHeader", true);
        CustomerId asha = customer("Asha");
        List<OrderId> orders = Stream.generate(OrderId::next).limit(6).toList();
        orders.forEach(order -> messages.send(delivered(asha, order)));
        await().atMost(Duration.ofSeconds(40))
                .untilAsserted(
                        () -> assertThat(orders).extracting(this::stateOf).containsOnly(MessageState.DELIVERED));
        assertThat(textsOn(asha)).hasSize(6);
        assertThat(SANDBOX.wati().journal().of("POST", ".*" + SEND))
                .filteredOn(entry -> entry.status() == 429)
                .isNotEmpty()
                .hasSizeLessThan(12);
    }

    @ParameterizedTest
    @EnumSource(
            names = {
                "SERVER_ERROR",
                "BAD_GATEWAY",
                "SERVER_ERROR_AFTER",
                "TIMEOUT_BEFORE",
                "TIMEOUT_AFTER",
                "DROP_BEFORE",
                "DROP_AFTER",
                "MALFORMED_JSON"
            })
    void sendsExactlyOnceWhateverTheAnswer(Kind kind) throws Exception {
        switches("loseWebhooks", true);
        SANDBOX.wati().faults().plan(new Fault(kind, "POST", SEND, 0, 1, 1500));
        CustomerId asha = customer("Asha");
        OrderId order = OrderId.next();
        messages.send(delivered(asha, order));
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> stateOf(order),
                        state -> Set.of(MessageState.SENT, MessageState.DELIVERED)
                                .contains(state));
        Thread.sleep(1200);
        assertThat(textsOn(asha)).hasSize(1);
    }

    /** As a killed process leaves it: marked before the provider was asked, the answer never noted. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sendsExactlyOnceWhenTheProcessDiedInBetween(boolean providerHadTakenIt) throws Exception {
        CustomerId asha = customer("Asha");
        OrderId order = OrderId.next();
        transaction.executeWithoutResult(status -> {
            messages.send(delivered(asha, order));
            jdbc.sql("update message set state = 'SENDING', attempts = 1, asked_at = now(),"
                            + " next_attempt_at = now() + interval '1 second' where order_id = ?")
                    .param(order.value())
                    .update();
        });
        if (providerHadTakenIt) {
            wati.send(
                    "delivered",
                    "before the crash",
                    List.of(new Recipient("+" + phone(asha), "lost", Map.of("name", "Asha", "order_number", "A-7"))));
        }
        await().atMost(Duration.ofSeconds(20))
                .until(
                        () -> stateOf(order),
                        state -> Set.of(MessageState.SENT, MessageState.DELIVERED)
                                .contains(state));
        Thread.sleep(1200);
        assertThat(textsOn(asha)).hasSize(1);
    }

    @Test
    void givesEachMessageToOneOfManySenders() throws Exception {
        switches("tokenRevoked", true);
        List<CustomerId> everyone =
                Stream.generate(() -> customer("Asha")).limit(60).toList();
        var claimed = new ConcurrentLinkedQueue<UUID>();
        transaction.executeWithoutResult(status -> {
            everyone.forEach(customer -> messages.send(delivered(customer, OrderId.next())));
            jdbc.sql("update message set template = 'ORDER_EXPIRED', next_attempt_at = now() + interval '1 second'"
                            + " where state = 'QUEUED' and template = 'DELIVERED'")
                    .update();
        });
        try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < 8; i++) {
                senders.submit(() -> {
                    long end = System.nanoTime() + Duration.ofSeconds(3).toNanos();
                    while (System.nanoTime() < end) {
                        queue.claim(7).forEach(message -> claimed.add(message.id()));
                    }
                });
            }
        }
        assertThat(claimed).doesNotHaveDuplicates();
        assertThat(claimed).isNotEmpty();
        jdbc.sql("delete from message where template = 'ORDER_EXPIRED'").update();
        switches("tokenRevoked", false);
    }

    @Test
    void learnsFromTheWebhookThatAnUnansweredMessageWentOut() throws Exception {
        SANDBOX.wati().faults().plan(new Fault(Kind.TIMEOUT_AFTER, "POST", SEND, 0, 1, 1500));
        SANDBOX.wati().faults().plan(new Fault(Kind.SERVER_ERROR, "GET", "getMessages", 0, 100, 0));
        CustomerId asha = customer("Asha");
        OrderId order = OrderId.next();
        messages.send(delivered(asha, order));
        await().until(() -> stateOf(order), MessageState.DELIVERED::equals);
        assertThat(textsOn(asha)).hasSize(1);
    }

    @Test
    void neverSendsAgainWhileTheHistoryCannotBeRead() throws Exception {
        switches("loseWebhooks", true);
        SANDBOX.wati().faults().plan(new Fault(Kind.DROP_AFTER, "POST", SEND, 0, 1, 0));
        SANDBOX.wati().faults().plan(new Fault(Kind.SERVER_ERROR, "GET", "getMessages", 0, 100, 0));
        CustomerId asha = customer("Asha");
        OrderId order = OrderId.next();
        messages.send(delivered(asha, order));
        await().until(() -> stateOf(order), MessageState.UNKNOWN::equals);
        Thread.sleep(2500);
        assertThat(stateOf(order)).isEqualTo(MessageState.UNKNOWN);
        assertThat(textsOn(asha)).hasSize(1);
    }

    @Test
    void believesWebhooksOnlyForwardHoweverOftenAndInWhichOrderTheyCome() throws Exception {
        switches("duplicateWebhooks", true);
        switches("disorderedWebhooks", true);
        switches("versionOnePairs", true);
        switches("statusesWithoutWaId", true);
        switches("readAfterMillis", 0);
        OrderId order = OrderId.next();
        messages.send(delivered(customer("Asha"), order));
        await().until(() -> stateOf(order), MessageState.READ::equals);
        settled();
        assertThat(stateOf(order)).isEqualTo(MessageState.READ);
        assertThat(jdbc.sql("select count(*) from wati_event e join message m on m.whatsapp_id = e.whatsapp_message_id"
                                + " where m.order_id = ?")
                        .param(order.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(3);
    }

    @Test
    void failsWithASentenceAndIsSentAgainOnceByTheFounder() throws Exception {
        CustomerId asha = customer("Asha");
        switches("failCodes", Map.of(phone(asha), "131026"));
        OrderId order = OrderId.next();
        messages.send(delivered(asha, order));
        await().until(() -> stateOf(order), MessageState.FAILED::equals);
        MessageView failed = messages.ofOrder(order).getFirst();
        assertThat(failed.problem()).contains("not on WhatsApp", "Call the customer");
        assertThat(messages.failed(10)).extracting(MessageView::id).contains(failed.id());

        assertThatThrownBy(() -> messages.resend(failed.id(), PACKER)).isInstanceOf(Refusal.class);
        switches("failCodes", Map.of());
        messages.resend(failed.id(), FOUNDER);
        assertThatThrownBy(() -> messages.resend(failed.id(), FOUNDER))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("already sent again");
        await().untilAsserted(() -> assertThat(messages.ofOrder(order))
                .extracting(MessageView::state)
                .containsExactly(MessageState.FAILED, MessageState.DELIVERED));
        assertThat(messages.failed(10)).extracting(MessageView::id).doesNotContain(failed.id());
    }

    @Test
    void holdsOffersBackAfterStopButNotReceipts() throws Exception {
        CustomerId asha = customer("Asha");
        customers.allowMarketing(asha);
        write(asha, " Stop. ");
        await().until(() -> !customers.contact(asha).marketingAllowed());
        await().untilAsserted(() -> assertThat(textsOn(asha)).anyMatch(text -> text.contains("no more offers")));

        String offer = offer(asha);
        OrderId order = OrderId.next();
        messages.send(delivered(asha, order));
        await().until(() -> stateOf(order), MessageState.DELIVERED::equals);
        assertThat(stateOf(offer)).isEqualTo(MessageState.SUPPRESSED);

        write(asha, "START");
        await().until(() -> customers.contact(asha).marketingAllowed());
        String next = offer(asha);
        await().until(() -> stateOf(next), MessageState.DELIVERED::equals);
    }

    /** As the form of the page does it: no header says that it is JSON. */
    @Test
    void hearsWhatIsTypedOnThePageOfTheSimulatedPhones() throws Exception {
        CustomerId asha = customer("Asha");
        customers.allowMarketing(asha);
        String page = http.send(HttpRequest.newBuilder(SANDBOX.watiUri()).build(), BodyHandlers.ofString())
                .body();
        assertThat(page)
                .contains("`/sandbox/phones/${open}/messages`, { method: 'POST', body: JSON.stringify({ text })");

        URI form = URI.create(SANDBOX.watiUri() + "/sandbox/phones/" + phone(asha) + "/messages");
        HttpRequest typed = HttpRequest.newBuilder(form)
                .header("Content-Type", "text/plain;charset=UTF-8")
                .POST(BodyPublishers.ofString("{\"text\":\"STOP\"}"))
                .build();
        assertThat(http.send(typed, BodyHandlers.discarding()).statusCode()).isEqualTo(200);

        await().until(() -> !customers.contact(asha).marketingAllowed());
    }

    @Test
    void takesAnOrdinaryReplyForWhatItIs() throws Exception {
        CustomerId asha = customer("Asha");
        customers.allowMarketing(asha);
        write(asha, "Please stop at the gate");
        await().until(() -> customers.contact(asha).lastInboundAt() != null);
        assertThat(customers.contact(asha).marketingAllowed()).isTrue();
    }

    @Test
    void keepsMessagesToOnePhoneInOrder() throws Exception {
        CustomerId asha = customer("Asha");
        for (int i = 0; i < 5; i++) {
            messages.send(delivered(asha, OrderId.next(), "A-" + i));
            messages.send(new MessageRequest(
                    asha,
                    MessageTemplate.REFUNDED,
                    Map.of("amount", "₹1.00", "order_number", "R-" + i),
                    null,
                    UUID.randomUUID().toString()));
        }
        await().until(() -> textsOn(asha).size() == 10);
        assertThat(textsOn(asha).stream().map(text -> text.replaceAll(".*order ([AR]-\\d).*", "$1")))
                .containsExactly("A-0", "R-0", "A-1", "R-1", "A-2", "R-2", "A-3", "R-3", "A-4", "R-4");
    }

    @Test
    void sendsLoginCodesAheadOfAllElseAndKeepsThemNowhere() throws Exception {
        List<CustomerId> everyone =
                Stream.generate(() -> customer("Asha")).limit(60).toList();
        List<String> codes = new ArrayList<>();
        for (CustomerId customer : everyone) {
            String code = "%06d".formatted(NUMBERS.incrementAndGet() % 1_000_000);
            codes.add(code);
            messages.sendLoginCode("+" + phone(customer), code);
        }
        for (int i = 0; i < codes.size(); i++) {
            CustomerId customer = everyone.get(i);
            String text = codes.get(i) + " is your verification code. For your security, do not share this code.";
            await().untilAsserted(() -> assertThat(textsOn(customer)).containsExactly(text));
        }
        settled();
        List<String> rows = jdbc.sql("select m::text || coalesce((select string_agg(e::text, '') from wati_event e"
                        + " where e.local_message_id = m.id::text), '') from message m where template = 'LOGIN_CODE'")
                .query(String.class)
                .list();
        assertThat(rows).hasSizeGreaterThanOrEqualTo(60);
        // As a number of its own: moments and ids contain any six digits now and then
        Pattern anyCode = Pattern.compile("(?<![0-9a-f.])(" + String.join("|", codes) + ")(?![0-9a-f])");
        assertThat(rows).noneMatch(row -> anyCode.matcher(row).find());
    }

    @Test
    void refusesNewsWithoutTheSecretAndWhatIsTooLong() throws Exception {
        String hooks = "http://127.0.0.1:" + port + "/hooks/wati/";
        int before = events();
        assertThat(post(hooks + "guessed", "{}")).isEqualTo(404);
        assertThat(post(hooks + HOOK_TOKEN, "{\"text\":\"" + "x".repeat(64 * 1024) + "\"}"))
                .isEqualTo(413);
        assertThat(post(hooks + HOOK_TOKEN, "no json at all")).isEqualTo(200);
        assertThat(post(hooks + HOOK_TOKEN, "[1,2]")).isEqualTo(200);
        assertThat(events()).isEqualTo(before);
        String event = "{\"eventType\":\"message\",\"id\":\"%s\",\"waId\":null}".formatted(UUID.randomUUID());
        assertThat(post(hooks + HOOK_TOKEN, event)).isEqualTo(200);
        assertThat(post(hooks + HOOK_TOKEN, event)).isEqualTo(200);
        assertThat(events()).isEqualTo(before + 1);
    }

    @Test
    void refusesOldNewsAndCountsWhatBecomesOfAll() throws Exception {
        String hook = "http://127.0.0.1:" + port + "/hooks/wati/";
        String event = "{\"eventType\":\"message\",\"id\":\"%s\",\"timestamp\":\"%d\"}";
        Instant now = Instant.now();
        String old =
                event.formatted(UUID.randomUUID(), now.minus(Duration.ofDays(9)).getEpochSecond());
        String recent =
                event.formatted(UUID.randomUUID(), now.minus(Duration.ofDays(2)).getEpochSecond());
        int before = events();
        double stale = counted("stale");
        double forged = counted("forged");
        double kept = counted("kept");
        double repeated = counted("repeated");

        assertThat(post(hook + HOOK_TOKEN, old)).isEqualTo(410);
        assertThat(post(hook + "guessed", recent)).isEqualTo(404);
        assertThat(post(hook + HOOK_TOKEN, recent)).isEqualTo(200);
        assertThat(post(hook + HOOK_TOKEN, recent)).isEqualTo(200);

        assertThat(events()).isEqualTo(before + 1);
        assertThat(counted("stale")).isEqualTo(stale + 1);
        assertThat(counted("forged")).isEqualTo(forged + 1);
        assertThat(counted("kept")).isGreaterThanOrEqualTo(kept + 1);
        assertThat(counted("repeated")).isGreaterThanOrEqualTo(repeated + 1);
    }

    private double counted(String outcome) {
        return meters.counter("orchard.webhooks", "from", "wati", "outcome", outcome)
                .count();
    }

    private MessageRequest delivered(CustomerId to, OrderId order) {
        return delivered(to, order, "A-7");
    }

    private MessageRequest delivered(CustomerId to, OrderId order, String number) {
        return new MessageRequest(
                to, MessageTemplate.DELIVERED, Map.of("order_number", number), order, "delivered:" + order);
    }

    private String offer(CustomerId to) {
        String key = "season:" + UUID.randomUUID();
        var params = new HashMap<>(Map.of("offer", "the first Alphonso boxes", "link", "https://shop.example/"));
        messages.send(new MessageRequest(to, MessageTemplate.SEASON_OPENED, params, null, key));
        return key;
    }

    private MessageState stateOf(OrderId order) {
        return messages.ofOrder(order).getLast().state();
    }

    private MessageState stateOf(String dedupKey) {
        return MessageState.valueOf(jdbc.sql("select state from message where dedup_key = ?")
                .param(dedupKey)
                .query(String.class)
                .single());
    }

    private CustomerId customer(String name) {
        CustomerId customer = customers.withPhone(new Phone("+91" + NUMBERS.incrementAndGet()));
        customers.rename(customer, name);
        return customer;
    }

    private String phone(CustomerId customer) {
        return customers.contact(customer).phone().substring(1);
    }

    private void write(CustomerId customer, String text) throws Exception {
        post(
                SANDBOX.watiUri() + "/sandbox/phones/" + phone(customer) + "/messages",
                JsonMapper.shared().writeValueAsString(Map.of("text", text)));
    }

    /** What the phone shows that the business wrote. */
    private List<String> textsOn(CustomerId customer) throws Exception {
        URI uri = URI.create(SANDBOX.watiUri() + "/sandbox/phones/" + phone(customer) + "/messages");
        String body = http.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString())
                .body();
        var texts = new ArrayList<String>();
        for (JsonNode message : JsonMapper.shared().readTree(body)) {
            if (message.path("from").asString("").equals("business")) {
                texts.add(message.path("text").asString(""));
            }
        }
        return texts;
    }

    private void switches(String name, Object value) {
        SANDBOX.wati().switches().set(Map.of(name, value));
    }

    private int events() {
        return jdbc.sql("select count(*) from wati_event").query(Integer.class).single();
    }

    private void settled() throws InterruptedException {
        int seen = -1;
        while (seen != events()) {
            seen = events();
            Thread.sleep(500);
        }
        await().until(() -> jdbc.sql("select count(*) from wati_event where processed_at is null")
                        .query(Integer.class)
                        .single()
                == 0);
    }

    private int post(String uri, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(uri))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        return http.send(request, BodyHandlers.discarding()).statusCode();
    }
}
