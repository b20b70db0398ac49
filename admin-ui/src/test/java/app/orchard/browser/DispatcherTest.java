package app.orchard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** A founder who follows a tour on the map and gives its stop to another driver. */
class DispatcherTest extends BrowserTest {

    @Test
    void followsADriverAndGivesTheirStopToAnother() {
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.WIDE);
                Desk packer = Desk.of(browser, orchard.uri(), "packer", Desk.WIDE);
                Desk ravi = Desk.of(browser, orchard.uri(), "ravi", Desk.PHONE);
                Desk meena = Desk.of(browser, orchard.uri(), "meena", Desk.PHONE)) {
            Customer customer = Customer.loggedIn(orchard);
            Customer.Ordered order = customer.order("online");
            customer.pay(order);
            packer.find("a.row:has-text('" + order.number() + "')")
                    .locator("xpath=..")
                    .locator(".one-tap")
                    .click();
            Departure.of(orchard, order.id(), order.number(), founder, ravi, "Ravi");
            founder.see(founder.find(".tour .tag:has-text('On the road')"));
            ravi.see(Departure.stop(ravi, order.number()).locator(".delivered"));

            DriverPhone.isAt(orchard, order.id(), "12.93", "77.62");
            founder.see(founder.find(".route-map .map-driver"));
            assertThat(founder.find(".route-map .map-driver")).isInViewport();
            founder.shot("dispatch-1280");
            founder.find("tr[data-order='" + order.number() + "'] .give-stop").click();
            founder.find("vaadin-dialog .next-driver-choice, vaadin-dialog-overlay .next-driver-choice")
                    .click();
            founder.find("vaadin-select-item:has-text('Meena') >> visible=true").click();
            founder.find(".hand-over-confirm").click();

            founder.see(founder.find(".tag:has-text('Handed over')"));
            Locator stop = Departure.stop(meena, order.number());
            meena.see(stop.locator(".delivered"));
            ravi.miss(ravi.find(".stop:has-text('" + order.number() + "')"));
            meena.shot("taken-over-360");
            founder.shot("handed-over-1280");
            stop.locator(".delivered").click();
            // The policy asks for it as it did when the first driver left
            meena.find(".pin input").fill(pin(order));
            meena.find("vaadin-button:has-text('Confirm') >> visible=true").click();
            meena.miss(stop);
        }
    }

    private String pin(Customer.Ordered order) {
        return orchard.jdbc()
                .sql("select pin from delivery_attempt where order_id = cast(? as uuid)")
                .param(order.id())
                .query(String.class)
                .single();
    }
}
