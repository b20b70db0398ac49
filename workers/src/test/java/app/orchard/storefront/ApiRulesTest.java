package app.orchard.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.DatabaseTest;
import app.orchard.storefront.Http.Answer;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

@DatabaseTest
class ApiRulesTest {

    private static final List<String> FOR_EVERYBODY = List.of(
            "GET /api/products",
            "GET /api/products/{slug}",
            "GET /api/apartments",
            "GET /api/slots",
            "POST /api/carts",
            "GET /api/carts/{id}",
            "PUT /api/carts/{id}/lines/{variant}",
            "POST /api/login",
            "POST /api/login/codes",
            "POST /api/login/driver");

    @LocalServerPort
    private int port;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    private RequestMappingHandlerMapping routes;

    private Http http;

    @BeforeEach
    void connect() {
        http = new Http(port);
    }

    @Test
    void asksEverybodyToLogInBeforeAnythingOfACustomerOrStaff() {
        var open = new TreeSet<String>();
        routes().filter(route -> http.send(method(route), filled(route), null).status() != 401)
                .forEach(open::add);

        assertThat(open).isEqualTo(new TreeSet<>(FOR_EVERYBODY));
    }

    @Test
    void doesNotKnowAWrongToken() {
        assertThat(http.bearer("wrong").get("/api/orders").type()).isEqualTo("/problems/log-in-first");
        assertThat(http.bearer("wrong").get("/api/products").status()).isEqualTo(200);
    }

    @Test
    void answersEveryMistakeWithProblemDetails() {
        assertProblem(http.get("/api/products/no-such"), 404, "/problems/not-found");
        assertProblem(http.get("/api/carts/7"), 400, "/problems/invalid");
        assertProblem(http.get("/api/slots"), 400, "/problems/where");
        assertProblem(http.delete("/api/products"), 405, "/problems/method-not-allowed");
        assertProblem(http.send("POST", "/api/login", "{not json"), 400, "/problems/unreadable");
        assertProblem(http.send("POST", "/api/login", "[]"), 400, "/problems/unreadable");
        assertProblem(
                http.with("Content-Type", "text/plain").send("POST", "/api/login", "hello"),
                415,
                "/problems/unsupported-media-type");
        assertProblem(http.post("/api/login", Map.of("phone", "x".repeat(70_000))), 413, "/problems/too-large");
    }

    @Test
    void namesEachWrongField() {
        Answer answer = http.post("/api/login", Map.of("code", "12"));

        assertProblem(answer, 400, "/problems/invalid");
        assertThat(answer.json().path("fields").path("code").asString()).isEqualTo("must have six digits");
        assertThat(answer.json().path("fields").has("phone")).isTrue();
    }

    @Test
    void letsNoBrowserShowOrStoreAnAnswer() {
        var headers = http.get("/api/products").response().headers();

        assertThat(headers.firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Cache-Control"))
                .hasValueSatisfying(value -> assertThat(value).contains("no-store"));
        assertThat(headers.firstValue("Set-Cookie")).isEmpty();
    }

    @Test
    void describesItself() {
        Answer description = http.get("/api/openapi.json");

        assertThat(description.status()).isEqualTo(200);
        assertThat(description.json().path("paths").propertyNames()).contains("/api/orders", "/api/staff/tasks");
        assertThat(description
                        .json()
                        .at("/components/schemas/Problem/properties/type")
                        .isMissingNode())
                .isFalse();
        assertThat(http.get("/api/docs").response().headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).contains("/api/swagger-ui/index.html"));
        assertThat(http.get("/api/swagger-ui/index.html").status()).isEqualTo(200);
    }

    @Test
    void namesTheCurrencyOfMoneyInEachAnswer() {
        assertThat(new ApiOperations(http).moneyWithoutCurrency()).isEmpty();
        assertThat(http.get("/api/openapi.json")
                        .json()
                        .at("/components/schemas/Amount/properties")
                        .propertyNames())
                .containsExactlyInAnyOrder("amount", "currency");
    }

    @Test
    void givesAnExampleOfEverything() {
        assertThat(new ApiOperations(http).withoutExample()).isEmpty();
    }

    private static void assertProblem(Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.toString()).isEqualTo(status);
        assertThat(answer.type()).isEqualTo(type);
        assertThat(answer.text("title")).isNotBlank();
        assertThat(answer.text("detail")).endsWith(".");
        assertThat(answer.response().headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private Stream<String> routes() {
        return routes.getHandlerMethods().keySet().stream()
                .flatMap(route -> route.getPatternValues().stream()
                        .flatMap(path -> route.getMethodsCondition().getMethods().stream()
                                .map(method -> method + " " + path)))
                .filter(route -> route.contains(" /api/") && !route.matches(".*/(docs|openapi|swagger).*"));
    }

    private static String method(String route) {
        return route.substring(0, route.indexOf(' '));
    }

    private static String filled(String route) {
        return route.substring(route.indexOf(' ') + 1)
                .replace("{key}", "1")
                .replaceAll("\\{[a-z]+}", UUID.randomUUID().toString());
    }
}
