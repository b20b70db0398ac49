package app.orchard.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.DemoBusinessTest;
import app.orchard.storefront.ApiOperations.Operation;
import app.orchard.storefront.Guests.Guest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/**
 * Asks for each route of the staff as each role, as a customer and as nobody. Who may is written in
 * {@code who-may-ask.txt}; a route that is not there yet fails this test until somebody decides.
 */
@DemoBusinessTest
class RouteMatrixTest {

    private static final Path DECIDED = Path.of("src/test/resources/who-may-ask.txt");

    @LocalServerPort
    private int port;

    @Autowired
    private Guests guests;

    @Test
    void letsEachRoleAskForWhatItMayAndNobodyElse() throws IOException {
        ApiOperations api = new ApiOperations(new Http(port));
        Http customer = guests.arrive(port).http();
        Map<String, Http> staff = Map.of(
                "founder", new Http(port).basic("founder", "orchard"),
                "packer", new Http(port).basic("packer", "orchard"),
                "driver", new Http(port).basic("ravi", "orchard"),
                "stall", new Http(port).basic("stall", "orchard"));
        List<String> lines = new ArrayList<>();
        for (Operation operation : api.all()) {
            if (operation.isForStaff()) {
                assertThat(ask(new Http(port), api, operation))
                        .as(operation + " as nobody")
                        .isEqualTo(401);
                assertThat(ask(customer, api, operation))
                        .as(operation + " as a customer")
                        .isEqualTo(401);
                lines.add(operation + ": "
                        + Stream.of("founder", "packer", "driver", "stall")
                                .filter(role -> ask(staff.getOrDefault(role, customer), api, operation) != 403)
                                .collect(Collectors.joining(", ")));
            }
        }
        String table = lines.stream().sorted().collect(Collectors.joining("\n", "", "\n"));
        Files.writeString(Path.of("target/who-may-ask.txt"), table);

        assertThat(table).as("target/who-may-ask.txt against " + DECIDED).isEqualTo(Files.readString(DECIDED));
    }

    @Test
    void showsNoCustomerWhatBelongsToAnother() {
        Guest owner = guests.arrive(port);
        Http other = guests.arrive(port).http();
        ApiOperations api = new ApiOperations(new Http(port));
        String order = owner.place(owner.basket(guests.pack("KESAR-1"), 1), "k").text("id");
        String quote = owner.quote(guests.pack("KESAR-1"), 1);
        List<String> wrong = new ArrayList<>();

        for (Operation operation : api.all()) {
            if (!operation.isForStaff() && operation.path().startsWith("/api/orders/{")) {
                Object body = operation.body() == null ? null : api.members(operation.body());
                Http.Answer answer = other.send(
                        operation.method(),
                        operation.path().replace("{id}", order),
                        body == null ? null : new tools.jackson.databind.json.JsonMapper().writeValueAsString(body));
                if (answer.status() != 404 && answer.status() != 400) {
                    wrong.add(operation + " " + answer);
                }
            }
        }

        assertThat(wrong).isEmpty();
        assertThat(owner.http().get("/api/orders/" + order).text("status")).isEqualTo("placed");
        assertThat(other.with("Idempotency-Key", "k")
                        .post("/api/orders", Map.of("quote", quote, "hold", UUID.randomUUID(), "payment", "cash"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void givesNobodyAnothersPlaceOrAddress() {
        Guest owner = guests.arrive(port);
        Http other = guests.arrive(port).http();
        String hold = owner.hold(owner.slot().path("id").asString()).text("id");
        Map<String, Object> wanted = Map.of(
                "address", owner.address(), "lines", List.of(Map.of("variant", guests.pack("KESAR-1"), "quantity", 1)));

        other.send("DELETE", "/api/holds/" + hold, null);
        assertThat(other.post("/api/quotes", wanted).status()).isEqualTo(404);
        assertThat(other.get("/api/slots?address=" + owner.address()).status()).isEqualTo(404);

        Map<String, Object> basket =
                Map.of("quote", owner.quote(guests.pack("KESAR-1"), 1), "hold", hold, "payment", "cash");
        assertThat(owner.place(basket, "k").status())
                .as("the place is still held")
                .isEqualTo(201);
    }

    private static int ask(Http http, ApiOperations api, Operation operation) {
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        for (ApiOperations.Parameter parameter : operation.parameters()) {
            String value = String.valueOf(api.example(parameter.schema())).replace("\"", "");
            if (parameter.in().equals("path")) {
                path = path.replace("{" + parameter.name() + "}", value);
            } else if (parameter.in().equals("query") && parameter.required()) {
                query.append(query.isEmpty() ? '?' : '&')
                        .append(parameter.name())
                        .append('=')
                        .append(value);
            } else if (parameter.in().equals("header")) {
                http = http.with(parameter.name(), "matrix-" + UUID.randomUUID());
            }
        }
        String body = operation.body() == null
                ? null
                : new tools.jackson.databind.json.JsonMapper().writeValueAsString(api.members(operation.body()));
        return operation.as(http).send(operation.method(), path + query, body).status();
    }
}
