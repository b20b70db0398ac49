package app.orchard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

/** What went wrong, as the founder sees it. */
class TroubleTest extends BrowserTest {

    private static final AtomicLong KEYS = new AtomicLong(1);

    @Test
    void namesTheOrderTheStepWhatHappenedAndWhatToDo() {
        UUID order = UUID.randomUUID();
        long number = place(order);
        long process = KEYS.getAndIncrement();
        orchard.jdbc().sql("""
                insert into process_instance (key, process, definition_key, version, order_id, state, started_at)
                values (?, 'order', 1, 1, ?, 'ACTIVE', now())""").params(process, order).update();
        orchard.jdbc().sql("""
                insert into incident (key, instance_key, process, definition_key, element, type, sentence, created_at)
                values (?, ?, 'order', 1, 'serviceTask_confirmOrder', 'JOB_NO_RETRIES',
                  'A crate stands in the way. Take it away.', now())""").params(KEYS.getAndIncrement(), process).update();

        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.PHONE)) {
            founder.open("/console/incidents");
            Locator incident = founder.find("li:has-text('M-" + number + "')");
            founder.see(incident);
            assertThat(incident).containsText("serviceTask_confirmOrder");
            assertThat(incident).containsText("A crate stands in the way. Take it away.");
            assertThat(incident).containsText("then press Retry");
            founder.see(incident.locator("vaadin-button:has-text('Retry')"));
            founder.see(incident.locator("a:has-text('Open the order')"));
            founder.shot("incident-360");
        } finally {
            orchard.jdbc()
                    .sql("update incident set resolved_at = now() where instance_key = ?")
                    .param(process)
                    .update();
            end(order);
        }
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
