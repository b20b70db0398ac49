package app.orchard.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.DemoBusinessTest;
import app.orchard.inventory.Inventory;
import app.orchard.slots.Slots;
import app.orchard.storefront.ApiOperations.Operation;
import app.orchard.storefront.ApiOperations.Parameter;
import app.orchard.storefront.Guests.Guest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks for everything that the API describes in every wrong way we know, as a customer and as the founder. */
@DemoBusinessTest
@ExtendWith(OutputCaptureExtension.class)
class FuzzTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final int ROUNDS = 25;
    private static final List<Object> NASTY = Arrays.asList(
            null,
            "",
            " ",
            "x".repeat(5_000),
            "\u0000",
            "a\u0000b",
            "\ud800",
            "\u202eevil\u202c",
            "'; drop table customer; --",
            "=cmd|' /C calc'!A0",
            "<script>alert(1)</script>",
            "../../etc/passwd",
            "%00",
            "${jndi:ldap://x}",
            -1,
            0,
            Integer.MIN_VALUE,
            Long.MAX_VALUE,
            1e308,
            new java.math.BigDecimal("99999999999999999999999999.99"),
            "NaN",
            true,
            List.of(),
            List.of(List.of(List.of())),
            Map.of("a", Map.of("b", 1)),
            "00000000-0000-0000-0000-000000000000",
            "not-a-uuid",
            "9999-99-99",
            "+919845000001");

    @LocalServerPort
    private int port;

    @Autowired
    private Guests guests;

    @Autowired
    private Inventory inventory;

    @Autowired
    private Slots slots;

    @Autowired
    private JdbcClient jdbc;

    private ApiOperations api;
    private final Random random = new Random(20261123);
    private int keysUsedAgain;

    @BeforeEach
    void readDescription() {
        api = new ApiOperations(new Http(port));
    }

    @Test
    void answersEveryWrongRequestWithAProblemAndChangesNoSum(CapturedOutput output) {
        Guest guest = guests.arrive(port);
        Guest other = guests.arrive(port);
        String othersOrder =
                other.place(other.basket(guests.pack("KESAR-1"), 1), "k").text("id");
        List<String> ids =
                List.of(othersOrder, other.address(), UUID.randomUUID().toString());
        List<String> bad = new ArrayList<>();
        Map<String, Object> money = money();

        for (Operation operation : api.all()) {
            if (!operation.isStream()) {
                Http http = operation.isForStaff() ? new Http(port).basic("founder", "orchard") : guest.http();
                for (int round = 0; round < ROUNDS; round++) {
                    ask(http, operation, ids, bad);
                }
            }
        }

        assertThat(bad).isEmpty();
        assertThat(keysUsedAgain).isGreaterThan(20);
        assertThat(output.getAll()).doesNotContain("Unexpected failure");
        assertThat(inventory.disagreements()).isEmpty();
        assertThat(slots.disagreements()).isEmpty();
        assertThat(money()).isEqualTo(money);
        assertThat(other.http().get("/api/orders/" + othersOrder).text("status"))
                .isIn("placed", "cancelled");
    }

    private Map<String, Object> money() {
        return jdbc.sql("select sum(captured) captured, sum(refunded) refunded from payment")
                .query()
                .singleRow();
    }

    @Test
    void answersBodiesThatAreNoJson() {
        Guest guest = guests.arrive(port);
        List<String> bodies =
                List.of("", "{", "[]", "null", "1", "\"x\"", "{\"a\":", "\ufeff{}", "[".repeat(2_000), "{}{}");
        List<String> bad = new ArrayList<>();

        for (Operation operation : api.all()) {
            if (operation.body() != null) {
                Http http = operation.isForStaff() ? new Http(port).basic("founder", "orchard") : guest.http();
                for (String body : bodies) {
                    judge(
                            operation,
                            body,
                            operation
                                    .as(http.with("Idempotency-Key", "k"))
                                    .send(operation.method(), plain(operation), body),
                            bad);
                }
                judge(
                        operation,
                        "latin",
                        http.with("Content-Type", "application/json;charset=utf-16")
                                .send(operation.method(), plain(operation), "{}"),
                        bad);
                judge(
                        operation,
                        "gzip",
                        http.with("Content-Encoding", "gzip").send(operation.method(), plain(operation), "{}"),
                        bad);
            }
        }

        assertThat(bad).isEmpty();
    }

    @Test
    void asksForNoPersonInAnAddress() {
        assertThat(api.all())
                .flatExtracting(Operation::parameters)
                .filteredOn(parameter -> !parameter.in().equals("header"))
                .extracting(Parameter::name)
                .doesNotContain("phone", "name", "email", "token", "password");
    }

    private void ask(Http http, Operation operation, List<String> ids, List<String> bad) {
        StringBuilder query = new StringBuilder();
        String path = operation.path();
        Http asking = http;
        for (Parameter parameter : operation.parameters()) {
            String value = value(parameter, ids);
            switch (parameter.in()) {
                case "path" -> path = path.replace("{" + parameter.name() + "}", encoded(value));
                case "query" ->
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(parameter.name())
                            .append('=')
                            .append(encoded(value));
                default ->
                    asking = asking.with(
                            parameter.name(), value.replaceAll("[^ -~]", "?").strip() + "k");
            }
        }
        String body = operation.body() == null ? null : body(operation.body(), ids);
        String shown = path + query + " " + body;
        Http.Answer answer = operation.as(asking).send(operation.method(), path + query, body);
        judge(operation, shown, answer, bad);
        if (answer.status() / 100 == 2 && operation.body() != null && operation.hasKey()) {
            String another = body(operation.body(), ids);
            Http.Answer again = operation.as(asking).send(operation.method(), path + query, another);
            judge(operation, another, again, bad);
            keysUsedAgain++;
            if (again.status() / 100 == 2 && !JSON.readTree(another).equals(JSON.readTree(body))) {
                bad.add(operation + " took the key of " + body + " for " + another);
            }
        }
    }

    private String value(Parameter parameter, List<String> ids) {
        return switch (random.nextInt(3)) {
            case 0 -> ids.get(random.nextInt(ids.size()));
            case 1 -> String.valueOf(api.example(parameter.schema())).replace("\"", "");
            default -> String.valueOf(NASTY.get(random.nextInt(NASTY.size())));
        };
    }

    private String body(JsonNode schema, List<String> ids) {
        return JSON.writeValueAsString(twisted(api.members(schema), ids));
    }

    private Map<String, Object> twisted(Map<?, ?> members, List<String> ids) {
        Map<String, Object> twisted = new LinkedHashMap<>();
        members.forEach((name, value) -> {
            if (random.nextInt(16) != 0) {
                twisted.put(String.valueOf(name), twisted(value, ids));
            }
        });
        return twisted;
    }

    /** A list or object is wrong as a whole, or somewhere within. */
    private @Nullable Object twisted(Object value, List<String> ids) {
        Object known = value instanceof JsonNode json ? JSON.convertValue(json, Object.class) : value;
        int way = random.nextInt(4);
        if (known instanceof Map<?, ?> members && way != 0) {
            return twisted(members, ids);
        }
        if (known instanceof List<?> elements && way != 0) {
            return elements.stream().map(element -> twisted(element, ids)).toList();
        }
        return switch (way) {
            case 0 -> NASTY.get(random.nextInt(NASTY.size()));
            case 1 -> ids.get(random.nextInt(ids.size()));
            default -> known;
        };
    }

    private String plain(Operation operation) {
        return operation
                .path()
                .replace("{key}", "1")
                .replaceAll("\\{[A-Za-z]+}", UUID.randomUUID().toString());
    }

    private static void judge(Operation operation, String asked, Http.Answer answer, List<String> bad) {
        boolean fine = answer.status() / 100 == 2 || answer.status() / 100 == 3;
        boolean refused = answer.status() / 100 == 4 && answer.type().startsWith("/problems/");
        // No codes are sent without a provider of messages, and this test has none
        boolean noCodes = operation.path().equals("/api/login/codes") && answer.status() == 503;
        if (!fine && !refused && !noCodes) {
            bad.add(operation + " asked " + asked.substring(0, Math.min(asked.length(), 200)) + " answered " + answer);
        }
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
