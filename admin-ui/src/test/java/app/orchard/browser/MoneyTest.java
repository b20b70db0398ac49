package app.orchard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import app.orchard.browser.Customer.Ordered;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import java.io.IOException;
import java.nio.file.Files;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;

/** Cash from the door to the founder's hands, and the day's sums after it. */
class MoneyTest extends BrowserTest {

    @Test
    void cashIsHandedOverCountedAndSettled() throws IOException {
        Customer customer = Customer.loggedIn(orchard);
        Ordered order = customer.order("cash");
        try (Desk packer = desk("packer", Desk.WIDE);
                Desk founder = desk("founder", Desk.WIDE);
                Desk phone = desk("founder", Desk.PHONE);
                Desk driver = desk("meena", Desk.PHONE)) {
            deliver(order, packer, founder, driver);
            driver.see(driver.find(".carried:has-text('You carry ₹1,798.00')"));
            driver.shot("carried-360");

            phone.open("/console/cash");
            phone.see(phone.find(".holders li:has-text('Meena')"));
            phone.shot("cash-360");
            founder.open("/console/cash");
            Locator card = founder.find(".holders li:has-text('Meena')");
            assertThat(card.locator(".carries")).hasText("₹1,798.00");
            founder.shot("cash-1280");

            card.locator(".count-cash").click();
            founder.find(".counted input").fill("1788");
            founder.see(founder.find(".verdict:has-text('₹10.00 missing')"));
            founder.find("vaadin-button:has-text('I counted it')").click();
            founder.see(founder.find("text=Please write down why"));
            founder.find("vaadin-text-area textarea >> visible=true").fill("Gave ten rupees too much change");
            founder.shot("count-1280");
            founder.find("vaadin-button:has-text('I counted it')").click();

            founder.see(founder.find(".counts li:has-text('₹10.00 missing')"));
            founder.miss(founder.find(".holders li:has-text('Meena')"));
            driver.miss(driver.find(".carried"));

            founder.open("/console/settlement");
            Locator row = founder.find(".settlement-row:has-text('Cash'):has-text('missing')");
            founder.see(row);
            row.locator("vaadin-details-summary").click();
            founder.see(row.locator("li:has-text('" + order.number() + "')"));
            founder.shot("settlement-1280");
            Download sheet = founder.page()
                    .waitForDownload(() -> founder.find(".download").click());
            Assertions.assertThat(Files.readString(sheet.path())).startsWith("day,method,expected");
            phone.open("/console/settlement");
            phone.see(phone.find(".settlement-row"));
            phone.shot("settlement-360");
        }
    }

    private void deliver(Ordered order, Desk packer, Desk founder, Desk driver) {
        packer.find("a.row:has-text('" + order.number() + "')")
                .locator("xpath=..")
                .locator(".one-tap")
                .click();
        packer.miss(packer.find("a.row:has-text('" + order.number() + "')"));
        Departure.of(orchard, order.id(), order.number(), founder, driver, "Meena");
        Locator stop = Departure.stop(driver, order.number());
        stop.locator(".delivered").click();
        driver.find("vaadin-button:has-text('Cash received')").click();
        driver.miss(stop);
    }

    private Desk desk(String login, int width) {
        return Desk.of(browser, orchard.uri(), login, width);
    }
}
