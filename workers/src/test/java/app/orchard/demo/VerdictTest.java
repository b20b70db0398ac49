package app.orchard.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An installation whose books somebody cooks: what the demo says of it. */
class VerdictTest {

    private static final String SLOT_STARTS = "2026-12-01T04:30:00Z";
    private static final String ALL_WELL = "1 of 1 orders in their end state, sums agree";
    private static final String OFF = " orders in their end state, see above";

    private final Map<String, String> answers = new ConcurrentHashMap<>();
    private HttpServer shop;
    private Api founder;
    private Books books;

    @BeforeEach
    void openTheBooks() throws IOException {
        shop = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        shop.createContext("/", exchange -> {
            byte[] answer = answers.getOrDefault(exchange.getRequestURI().getPath(), "[]")
                    .getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, answer.length);
            exchange.getResponseBody().write(answer);
            exchange.close();
        });
        shop.start();
        founder = Api.at(URI.create("http://127.0.0.1:" + shop.getAddress().getPort()));
        answers.put("/api/staff/checks", "{\"stock\": [], \"slots\": []}");
        stock(10, 0);
        placesFree(60);
        books = Books.open(founder, new Shelf(founder, Api.json("[]")));
        stock(8, 0);
        placesFree(59);
    }

    @AfterEach
    void close() {
        shop.stop(0);
    }

    @Test
    void saysThatAllIsWell() {
        assertThat(said(1, delivered("delivered", 50_000, 50_000))).endsWith("\ntrue " + ALL_WELL);
    }

    @Test
    void namesTheOrderThatIsNotInItsEndState() {
        assertThat(said(1, delivered("preparing", 50_000, 50_000)))
                .contains("Order M-7 (somebody pays) is off: it is preparing instead of delivered.")
                .endsWith("false 0 of 1" + OFF);
    }

    @Test
    void namesTheOrderWhosePriceOrMoneyIsOff() {
        assertThat(said(1, delivered("delivered", 50_100, 50_000)))
                .contains("Order M-7 (somebody pays) is off: it costs ₹501.00 instead of ₹500.00.")
                .endsWith("false 0 of 1" + OFF);
        assertThat(said(1, delivered("delivered", 50_000, 0)))
                .contains("Rupees in: ₹0.00, expected ₹500.00.")
                .contains("Order M-7 (somebody pays) is off: ₹0.00 came in instead of ₹500.00.")
                .endsWith("false 0 of 1" + OFF);
    }

    @Test
    void namesThePackWhoseStockIsOff() {
        stock(9, 1);

        assertThat(said(1, delivered("delivered", 50_000, 50_000)))
                .contains("Stock of pack@store is 9 with 1 promised, expected 8 with 0.")
                .endsWith("false 1 of 1" + OFF);
    }

    @Test
    void namesTheSlotWhosePlacesAreOff() {
        placesFree(60);

        assertThat(said(1, delivered("delivered", 50_000, 50_000)))
                .contains("Slot north@" + SLOT_STARTS + " has 0 places taken, expected 1.")
                .endsWith("false 1 of 1" + OFF);
    }

    @Test
    void tellsOfCountsThatAreNotTheSumOfTheirMovements() {
        answers.put("/api/staff/checks", "{\"stock\": [], \"slots\": [\"a slot\"]}");

        assertThat(said(1, delivered("delivered", 50_000, 50_000)))
                .contains("Counts are not the sums of their movements")
                .endsWith("false 1 of 1" + OFF);
    }

    @Test
    void isNotContentWithAnOrderTooFew() {
        assertThat(said(2, delivered("delivered", 50_000, 50_000))).endsWith("false 1 of 2" + OFF);
    }

    /** @return what it prints, with whether all is well before the last line */
    private String said(int orders, Act act) {
        List<String> complaints = books.complaints(List.of(act));
        ByteArrayOutputStream screen = new ByteArrayOutputStream();
        boolean allWell = new Verdict(orders, List.of(act), complaints)
                .print(new PrintStream(screen, true, StandardCharsets.UTF_8));
        List<String> lines = screen.toString(StandardCharsets.UTF_8).lines().toList();
        String before = String.join("\n", lines.subList(0, lines.size() - 1));
        return before + "\n" + allWell + " " + lines.getLast();
    }

    private Act delivered(String status, long total, long captured) {
        Map<String, Object> order = Map.of(
                "id",
                "1",
                "number",
                "M-7",
                "status",
                status,
                "zone",
                "north",
                "slotStartsAt",
                SLOT_STARTS,
                "totals",
                Map.of("total", Map.of("amount", total)),
                "payment",
                Map.of("captured", Map.of("amount", captured), "refunded", Map.of("amount", 0)));
        Purchase purchase = new Purchase(founder, "/api/orders/1", false, Api.json(json(order)));
        return new Act(
                "somebody pays",
                purchase,
                new Shop.Wish("pack", 2, "cash"),
                Shelf.STORE,
                50_000,
                4_000,
                Ending.DELIVERED,
                Optional.empty());
    }

    private void stock(int onHand, int reserved) {
        answers.put(
                "/api/staff/stock",
                json(List.of(Map.of("variant", "pack", "location", "store", "onHand", onHand, "reserved", reserved))));
    }

    private void placesFree(int free) {
        answers.put(
                "/api/staff/slots",
                json(List.of(Map.of("zone", "north", "startsAt", SLOT_STARTS, "capacity", 60, "free", free))));
    }

    private static String json(Object value) {
        return Objects.requireNonNull(
                tools.jackson.databind.json.JsonMapper.shared().writeValueAsString(value));
    }
}
