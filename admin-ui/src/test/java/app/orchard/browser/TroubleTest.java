package app.orchard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.orchard.browser.Customer.Ordered;
import com.microsoft.playwright.Locator;
import io.camunda.zeebe.client.ZeebeClient;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What went wrong, as the founder sees it. */
class TroubleTest extends BrowserTest {

    @Test
    void namesTheOrderTheStepWhatHappenedAndGoesOnWhenRetryIsPressed() {
        Ordered order = Customer.loggedIn(orchard).order("cash");
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.PHONE);
                Desk packer = Desk.of(browser, orchard.uri(), "packer", Desk.WIDE)) {
            packer.see(packer.find("a.row:has-text('" + order.number() + "')"));
            breakDown(order, "A crate stands in the way. Take it away.");

            founder.open("/console/incidents");
            Locator incident = founder.find("li:has-text('" + order.number() + "')");
            founder.see(incident);
            assertThat(incident).containsText("Pack order");
            assertThat(incident).containsText("A crate stands in the way. Take it away.");
            assertThat(incident).containsText("then press Retry");
            founder.see(incident.locator("a:has-text('Open the order')"));
            founder.shot("incident-360");
            incident.locator("vaadin-button:has-text('Retry')").click();

            founder.miss(incident);
            packer.find("a.row:has-text('" + order.number() + "')")
                    .locator("xpath=..")
                    .locator(".one-tap")
                    .click();
            founder.open("/console/orders/" + order.id());
            founder.see(founder.find(".diagram[data-active~=receiveTask_awaitDispatch]"));
        }
    }

    /** As a worker that gave up would: the job of the order's open task is out of retries. */
    private void breakDown(Ordered order, String why) {
        long task = orchard.jdbc()
                .sql("select key from human_task where order_id = cast(? as uuid) and state = 'OPEN'")
                .param(order.id())
                .query(Long.class)
                .single();
        ZeebeClient engine = orchard.engine();
        await().until(() -> engine
                .newActivateJobsCommand()
                .jobType("io.camunda.zeebe:userTask")
                .maxJobsToActivate(1000)
                .timeout(Duration.ofSeconds(10))
                .send()
                .join()
                .getJobs()
                .stream()
                .anyMatch(job -> job.getKey() == task));
        engine.newFailCommand(task).retries(0).errorMessage(why).send().join();
    }

    @Test
    void showsAnOrderThatStandsStill() {
        UUID order = UUID.randomUUID();
        long number = place(order);

        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.WIDE)) {
            founder.open("/console/incidents");
            Locator standstill = founder.find(".standstills li:has-text('M-" + number + "')");
            founder.see(standstill);
            assertThat(standstill).containsText("Unknown to the engine");
            assertThat(standstill).containsText("was placed, but the engine does not know it");
            assertThat(standstill).containsText("See whether the engine runs");
            founder.shot("standstill-1280");
        } finally {
            end(order);
        }
    }

    private long place(UUID order) {
        return orchard.jdbc()
                .sql("""
                insert into sales_order (id, number, channel, address_line, apartment, zone, location, status,
                  payment_method, goods, discount, fee, tax, total, request_key, request_hash, placed_at)
                values (?, nextval('order_number'), 'STALL', '', '', 'stall', 'weekend-stall', 'PLACED',
                  'CASH', 100, 0, 0, 0, 100, ?, '', now() - interval '1 hour') returning number""")
                .params(order, order.toString())
                .query(Long.class)
                .single();
    }

    private void end(UUID order) {
        orchard.jdbc()
                .sql("update sales_order set status = 'CANCELLED' where id = ?")
                .param(order)
                .update();
    }
}
