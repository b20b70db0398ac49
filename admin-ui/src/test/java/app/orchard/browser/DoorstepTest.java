package app.orchard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One order from the shop to the doorstep, shop and console open side by side; no page is ever reloaded. */
class DoorstepTest extends BrowserTest {

    @ParameterizedTest
    @ValueSource(ints = {Desk.WIDE, Desk.PHONE})
    void bringsAPrepaidOrderToTheDoorstep(int width) {
        try (ShopPages shopper = new ShopPages(browser, orchard, width);
                ShopPages neighbour = new ShopPages(browser, orchard, width);
                Desk founder = staff("founder", width);
                Desk packer = staff("packer", width);
                Desk driver = staff("ravi", Desk.PHONE)) {
            shopper.checkOut("Alphonso").placeToPayOnline().pay().seeStatus("We are packing your order");
            String order = shopper.orderId();
            founder.open("/console/orders/" + order);
            founder.see(founder.find(".diagram[data-active~=userTask_packOrder]"));
            founder.see(founder.find(".tag:has-text('Paid')"));
            String number = founder.find(".order-head h1").innerText();

            packer.find("a.row:has-text('" + number + "')")
                    .locator("xpath=..")
                    .locator(".one-tap")
                    .click();
            shopper.seeStatus("Packed and ready");
            neighbour.openLinkTo(order).seeStatus("Packed and ready");

            Departure.of(orchard, order, number, founder, driver, "Ravi");
            shopper.seeStatus("On the way to you");
            founder.shot("run-" + width);
            driver.shot("tour-" + width);
            DriverPhone.isAt(orchard, order, "12.93", "77.62");
            shopper.seeDriverAt("12.93,77.62")
                    .see("Expected at your door at about")
                    .see("Ravi was here at");
            neighbour.seeStatus("On the way to you").seeDriverAt("12.93,77.62").see("The driver was here at");
            neighbour.shot("linked-way-" + width);
            DriverPhone.isAt(orchard, order, "12.934", "77.623");
            shopper.seeDriverAt("12.934,77.623").shot("doorstep-way-" + width);
            founder.open("/console/orders/" + order);

            Locator stop = Departure.stop(driver, number);
            assertThat(stop).containsText("Paid, nothing to collect");
            stop.locator(".delivered").click();
            driver.find("vaadin-button:has-text('Confirm') >> visible=true").click();
            driver.miss(stop);

            shopper.seeStatus("Delivered");
            founder.see(founder.find(".order-head .tag:has-text('Delivered')"));
            shopper.seeNoMap().shot("doorstep-shop-" + width);
            complain(shopper, founder, width);
            org.assertj.core.api.Assertions.assertThat(shopper.complaints()).isEmpty();
            founder.shot("doorstep-console-" + width);
        }
    }

    /** Two taps, a picture of what was wrong, and the founder's answer; the page hears of it by itself. */
    private static void complain(ShopPages shopper, Desk founder, int width) {
        shopper.click("#score-2").see("What was wrong?");
        shopper.click("#feedback button[value=DAMAGED]").see("A picture of it");
        shopper.fill("#comment", "The box was open.").attach("#photo", picture());
        shopper.click("#feedback form[enctype] button")
                .see("We have 1 from you")
                .shot("feedback-" + width);

        founder.see(founder.find(".evidence img"));
        founder.find(".need:has-text('Answer complaint') vaadin-button").click();
        founder.see(founder.find(".task-panel .about:has-text('2 of 5: damaged. “The box was open.” Pictures: 1.')"));
        founder.shot("complaint-" + width);
        founder.find(".task-panel vaadin-text-area textarea").fill("We are sorry. Half of it comes back to you.");
        founder.find(".task-panel .complete").click();
        shopper.see("Half of it comes back to you").shot("feedback-answered-" + width);
    }

    private static Path picture() {
        try {
            BufferedImage box = new BufferedImage(640, 480, BufferedImage.TYPE_INT_RGB);
            Path file = Files.createTempFile("box", ".jpg");
            ImageIO.write(box, "jpeg", file.toFile());
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void endsAnOrderThatItsCustomerCancels() {
        try (ShopPages shopper = new ShopPages(browser, orchard, Desk.PHONE);
                Desk founder = staff("founder", Desk.WIDE)) {
            shopper.checkOut("Alphonso").placeToPayOnline().pay().seeStatus("We are packing your order");
            founder.open("/console/orders/" + shopper.orderId());
            founder.see(founder.find(".diagram[data-active~=userTask_packOrder]"));

            shopper.cancel();

            founder.see(founder.find(".order-head .tag:has-text('Cancelled')"));
            founder.see(founder.find(".sum:has-text('Kept') .money:has-text('₹0.00')"));
            founder.shot("order-cancelled-1280");
        }
    }

    private Desk staff(String login, int width) {
        return Desk.of(browser, orchard.uri(), login, width);
    }
}
