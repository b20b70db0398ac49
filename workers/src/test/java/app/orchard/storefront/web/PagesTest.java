package app.orchard.storefront.web;

import app.orchard.DemoBusinessTest;
import app.orchard.customer.LoginCodeIssued;
import app.orchard.inventory.Shelves;
import app.orchard.sandbox.Sandbox;
import app.orchard.sandbox.SandboxOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.context.TestPropertySource;

/** The shop as a browser without a script sees it. One application and one pair of vendors for all tests of pages. */
@DemoBusinessTest
@TestPropertySource(properties = "orchard.login.codes-an-hour-from-one-address=1000")
@Import(PagesTest.Postbox.class)
abstract class PagesTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(100_000);

    private static final String PACK_RADIO = "type=\"radio\" name=\"pack\" id=\"pack-([^\"]*)\"";
    private static final Sandbox SANDBOX = sandbox();

    @LocalServerPort
    int port;

    @Autowired
    Shelves shelves;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Postbox postbox;

    PlainBrowser browser;

    @DynamicPropertySource
    static void vendors(DynamicPropertyRegistry properties) {
        properties.add("orchard.wati.endpoint", () -> SANDBOX.watiUri().toString());
        properties.add("orchard.wati.tenant", () -> "1001");
        properties.add("orchard.wati.token", () -> "orchard_wati_token");
        properties.add("orchard.razorpay.base-url", () -> SANDBOX.razorpayUri().toString());
    }

    @BeforeEach
    void open() {
        browser = new PlainBrowser(port);
    }

    static class Postbox {

        private volatile @Nullable String last;

        @EventListener
        void on(LoginCodeIssued issued) {
            last = issued.code();
        }

        String last() {
            return String.valueOf(last);
        }
    }

    private static Sandbox sandbox() {
        try {
            return Sandbox.start(SandboxOptions.inMemory());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void add(String slug) {
        browser.open("/products/" + slug);
        browser.submit("/cart/lines", Map.of("pack", browser.first(PACK_RADIO)));
    }

    void checkOutUntilDoor(String slug) {
        checkOutUntilDoor(slug, newPhone());
    }

    void checkOutUntilDoor(String slug, String phone) {
        add(slug);
        browser.open("/checkout");
        logIn(browser, "/checkout/login", phone);
    }

    void logInAtCheckout(String slug) {
        checkOutUntilDoor(slug);
        address();
    }

    void address() {
        String apartment = browser.first("<option value=\"([0-9a-f-]{36})\"");
        browser.submit(
                "/checkout/address", Map.of("name", "Lakshmi", "apartment", apartment, "tower", "B", "flat", "1204"));
    }

    void checkOutUntilPayment(String slug) {
        logInAtCheckout(slug);
        chooseTime();
    }

    void chooseTime() {
        browser.submit(
                "/checkout/slot",
                Map.of("slot", browser.all("name=\"slot\" value=\"([^\"]*)\"").getLast()));
    }

    void logIn(PlainBrowser with, String where) {
        logIn(with, where, newPhone());
    }

    void logIn(PlainBrowser with, String where, String phone) {
        with.submit(where + "/code", Map.of("phone", phone));
        with.submit(where, Map.of("code", postbox.last()));
    }

    static String newPhone() {
        return "9844%06d".formatted(NUMBERS.incrementAndGet());
    }

    void stock(String slug, int onHand) {
        jdbc.sql("select v.id from variant v join product p on p.id = v.product_id where p.slug = ?")
                .param(slug)
                .query(UUID.class)
                .list()
                .forEach(pack -> shelves.stock(pack, onHand));
    }

    void coupon(String code, int percent, long minGoods) {
        jdbc.sql("""
                insert into coupon (id, code, title, percent, min_goods, starts_at, created_by)
                values (gen_random_uuid(), ?, 'A test', ?, ?, now() - interval '1 hour', 'founder')""").params(code, percent, minGoods).update();
    }

    void moveCutOff(String order, String by) {
        jdbc.sql("update delivery_slot set starts_at = starts_at, cutoff_at = cutoff_at " + by
                        + " where id = (select slot_id from sales_order where id = ?::uuid)")
                .param(order.substring("/orders/".length()))
                .update();
    }
}
