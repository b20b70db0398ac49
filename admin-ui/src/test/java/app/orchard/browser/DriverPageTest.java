package app.orchard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.orchard.browser.Customer.Ordered;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** A driver with their phone: log in by code, doors, proofs, a dead spot, and second thoughts. */
class DriverPageTest extends BrowserTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void handsOverInADeadSpotAfterSecondThoughts() {
        Ordered order = Customer.loggedIn(orchard).order("cash");
        try (Desk packer = desk("packer", Desk.WIDE);
                Desk founder = desk("founder", Desk.WIDE);
                Desk phone = new Desk(browser, orchard.uri(), Desk.PHONE)) {
            pack(order, packer);
            logIn(phone, "kiran", "Kiran");
            phone.see(phone.find("h1:has-text('Nothing to deliver')"));
            Departure.approved(orchard, order.id(), order.number(), founder, "Kiran");
            phone.page().reload();
            phone.find(".tour .start").click();
            Locator stop = stop(phone, order);
            assertThat(stop).containsText("₹1,798");
            assertThat(stop.locator(".call")).hasAttribute("href", Pattern.compile("tel:\\+91.*"));
            phone.shot("driver-stop-360");
            phone.page().evaluate("navigator.serviceWorker.ready.then(() => true)");

            phone.page().context().setOffline(true);
            phone.see(phone.find("#unsent .away"));
            stop.locator(".arrive").click();
            handOver(phone);
            phone.find(".entry .undo").click();
            phone.see(stop);
            assertThat(phone.find("#unsent")).containsText("Everything sent");

            stop.locator(".delivered").click();
            phone.find("input[name=given]").fill("2000");
            assertThat(phone.find(".change")).hasText("Give back ₹202");
            phone.shot("driver-cash-360");
            phone.find(".confirm").click();
            phone.see(phone.find(".entry:has-text('not yet sent')"));
            phone.page().reload();
            phone.see(phone.find(".entry:has-text('" + order.number() + " delivered')"));
            assertThat(phone.find("#unsent")).containsText("1 not yet sent");
            phone.shot("driver-unsent-360");
            Assertions.assertThat(status(order)).isEqualTo("OUT_FOR_DELIVERY");

            phone.page().context().setOffline(false);
            phone.miss(phone.find(".entry"));
            assertThat(phone.find("#unsent")).containsText("Everything sent");
            await().atMost(PATIENCE).until(() -> status(order).equals("DELIVERED"));
        }
    }

    @Test
    void showsAClosedDoorAndASignature() throws IOException {
        Ordered closed = Customer.loggedIn(orchard).order("cash");
        Ordered signed = Customer.loggedIn(orchard).order("cash");
        try (Desk packer = desk("packer", Desk.WIDE);
                Desk founder = desk("founder", Desk.WIDE);
                Desk phone = new Desk(browser, orchard.uri(), Desk.PHONE)) {
            pack(closed, packer);
            pack(signed, packer);
            logIn(phone, "leela", "Leela");
            start(closed, founder, phone, "Leela");
            phone.see(phone.find(".stop"));
            phone.find(".replan").click();
            phone.see(phone.find("#note:has-text('The rest is planned anew.')"));
            phone.shot("driver-replanned-360");
            // As if the policy had wanted it when the tour left
            orchard.jdbc()
                    .sql("update delivery_attempt set proof = 'signature' where order_id = cast(? as uuid)")
                    .param(signed.id())
                    .update();
            phone.page().reload();
            phone.find(".rest .plain").click();
            phone.see(phone.find(".map[data-drawn] .map-stop"));
            phone.shot("driver-map-360");
            phone.find(".sheet > .plain").click();

            open(phone, closed);
            phone.find(".failed").click();
            phone.find(".choice:has-text('Nobody at home')").click();
            assertThat(phone.find(".confirm")).isDisabled();
            phone.find("input[type=file]").setInputFiles(new FilePayload("door.jpg", "image/jpeg", door()));
            phone.see(phone.find(".seen"));
            phone.shot("driver-fail-360");
            phone.find(".confirm").click();
            open(phone, signed);
            phone.find(".delivered").click();
            assertThat(phone.find(".confirm")).isDisabled();
            sign(phone);
            phone.shot("driver-signature-360");
            phone.find(".confirm").click();

            await().atMost(PATIENCE).until(() -> status(signed).equals("DELIVERED"));
            await().atMost(PATIENCE).until(() -> !status(closed).equals("OUT_FOR_DELIVERY"));
            phone.miss(phone.find(".entry"));
            founder.open("/console/orders/" + closed.id());
            Locator picture = founder.find(".evidence img");
            founder.see(picture);
            assertThat(picture).hasJSProperty("naturalWidth", 640);
            founder.shot("order-evidence-1280");
        }
    }

    @Test
    void letsACustomerPayByUpiInsteadOfInCash() {
        Customer customer = Customer.loggedIn(orchard);
        Ordered order = customer.order("cash");
        try (Desk packer = desk("packer", Desk.WIDE);
                Desk founder = desk("founder", Desk.WIDE);
                Desk phone = new Desk(browser, orchard.uri(), Desk.PHONE)) {
            pack(order, packer);
            logIn(phone, "nila", "Nila");
            start(order, founder, phone, "Nila");
            open(phone, order);

            phone.find(".upi").click();
            phone.see(phone.find(".qr"));
            String link = orchard.jdbc()
                    .sql("select link from sales_order where id = cast(? as uuid)")
                    .param(order.id())
                    .query(String.class)
                    .single();
            assertThat(phone.find(".send-link"))
                    .hasAttribute("href", Pattern.compile("https://wa\\.me/.*" + link + ".*pay.*"));
            phone.shot("driver-upi-360");
            customer.pay(order);

            phone.see(phone.find("#note:has-text('Paid by UPI')"));
            assertThat(phone.find(".confirm")).not().containsText("₹");
            phone.shot("driver-upi-paid-360");
            phone.find(".confirm").click();
            await().atMost(PATIENCE).until(() -> status(order).equals("DELIVERED"));
            Assertions.assertThat(orchard.jdbc()
                            .sql("select count(*) from payment_capture where order_id = cast(? as uuid)")
                            .param(order.id())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    /** An order that comes back from another slot meanwhile changes the plan; a phone can miss an answer. Once more, then. */
    private void start(Ordered order, Desk founder, Desk phone, String driver) {
        Departure.approved(orchard, order.id(), order.number(), founder, driver);
        phone.page().reload();
        try {
            phone.find(".tour .start").click(new Locator.ClickOptions().setTimeout(20_000));
        } catch (TimeoutError notThere) {
            founder.shot("driver-plan-changed-1280");
            phone.shot("driver-plan-changed-360");
            if (founder.find(".plan-now, .approve-run").first().isVisible()) {
                Departure.approved(orchard, order.id(), order.number(), founder, driver);
            }
            phone.page().reload();
            phone.find(".tour .start").click();
        }
    }

    private static void handOver(Desk phone) {
        phone.find(".delivered").click();
        phone.find(".confirm").click();
        phone.see(phone.find(".entry:has-text('is sent in')"));
    }

    /** Whichever is next: the tour may have taken along what other tests left. */
    private static Locator stop(Desk phone, Ordered order) {
        phone.see(phone.find(".stop"));
        phone.page().navigate(phone.page().url().replaceAll("#.*", "") + "#stop/" + order.id());
        Locator stop = phone.find(".stop:has-text('" + order.number() + "')");
        phone.see(stop);
        return stop;
    }

    private static void open(Desk phone, Ordered order) {
        stop(phone, order).locator(".arrive").click();
    }

    private static void sign(Desk phone) {
        Locator canvas = phone.find("canvas.signature");
        canvas.scrollIntoViewIfNeeded();
        BoundingBox box = canvas.boundingBox();
        phone.page().mouse().move(box.x + 30, box.y + 60);
        phone.page().mouse().down();
        phone.page().mouse().move(box.x + 120, box.y + 90);
        phone.page().mouse().move(box.x + 200, box.y + 40);
        phone.page().mouse().up();
    }

    private static byte[] door() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        return out.toByteArray();
    }

    private static void pack(Ordered order, Desk packer) {
        Locator row = packer.find("a.row:has-text('" + order.number() + "')");
        row.locator("xpath=..").locator(".one-tap").click();
        packer.miss(row);
    }

    private void logIn(Desk phone, String login, String name) {
        String number = Customer.newPhone();
        orchard.hireDriver(login, name, "+91" + number);
        phone.open("/driver/");
        phone.find("input[name=phone]").fill(number);
        phone.shot("driver-login-360");
        phone.find(".send-code").click();
        phone.see(phone.find("input[name=code]"));
        String code = await("login code")
                .atMost(PATIENCE)
                .until(() -> Customer.code(orchard, number), found -> !found.isEmpty());
        phone.find("input[name=code]").fill(code);
        phone.find(".log-in").click();
        phone.see(phone.find("#who:has-text('" + name + "')"));
    }

    private String status(Ordered order) {
        return orchard.jdbc()
                .sql("select status from sales_order where id = cast(? as uuid)")
                .param(order.id())
                .query(String.class)
                .single();
    }

    private Desk desk(String login, int width) {
        return Desk.of(browser, orchard.uri(), login, width);
    }
}
