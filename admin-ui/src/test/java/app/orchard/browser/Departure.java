package app.orchard.browser;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.Optional;

/** A packed order leaves: the founder plans and approves its run, the driver starts the tour, each on their page. */
final class Departure {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private Departure() {}

    /** @param name of the driver, as founders see it */
    static void of(RunningOrchard orchard, String order, String number, Desk founder, Desk driver, String name) {
        approved(orchard, order, number, founder, name);
        driver.find(".tour-card:has-text('" + number + "') .start-tour").click();
        driver.see(driver.find(".tour-card.started:has-text('" + number + "')"));
    }

    /** The tour of an order is its driver's, and can start. */
    static void approved(RunningOrchard orchard, String order, String number, Desk founder, String name) {
        founder.open("/console/runs/" + run(orchard, order));
        founder.see(founder.find(".plan-now, .approve-run"));
        if (founder.find(".plan-now").isVisible()) {
            founder.find(".plan-now").click();
        }
        Locator tour = founder.find(".tour:has-text('" + number + "')");
        founder.see(tour);
        founder.see(founder.find(".route-map .map-stop"));
        tour.locator(".tour-driver").click();
        founder.find("vaadin-select-item:has-text('" + name + "') >> visible=true")
                .click();
        founder.find(".approve-run").click();
        founder.see(founder.find(".order-head .tag:has-text('Approved')"));
    }

    /** The card of a stop, opened when it is not the next one. */
    static Locator stop(Desk driver, String number) {
        Locator line = driver.find(".later-stop:has-text('" + number + "') vaadin-details-summary");
        if (line.isVisible()) {
            line.click();
        }
        return driver.find(".stop:has-text('" + number + "')");
    }

    private static String run(RunningOrchard orchard, String order) {
        return await().atMost(PATIENCE)
                .until(
                        () -> orchard.jdbc()
                                .sql("""
                                select r.id::text from delivery_run r join sales_order o on o.slot_id = r.slot_id
                                where o.id = cast(? as uuid) and r.state in ('COLLECTING', 'PLANNED')""")
                                .param(order)
                                .query(String.class)
                                .optional(),
                        Optional::isPresent)
                .orElseThrow();
    }
}
