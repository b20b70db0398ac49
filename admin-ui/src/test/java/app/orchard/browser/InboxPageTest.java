package app.orchard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.orchard.browser.Customer.Ordered;
import com.microsoft.playwright.Locator;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A day's work in the inbox: putting off, talking, packing many, and the keys. */
class InboxPageTest extends BrowserTest {

    @Test
    void putsOffTalksAndFindsItAgain() {
        Ordered order = Customer.loggedIn(orchard).order("cash");
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.WIDE);
                Desk packer = Desk.of(browser, orchard.uri(), "packer", Desk.PHONE)) {
            hasTime(order);
            founder.open("/console/inbox");
            row(founder, order).click();
            founder.find(".conversation textarea").fill("The customer wants it at the gate");
            founder.find(".add-comment").click();
            founder.see(founder.find(".comments li:has-text('at the gate')"));
            row(packer, order).click();
            packer.see(packer.find(".comments li:has-text('at the gate')"));
            packer.shot("inbox-comments-360");
            Accessibility.check(packer.page(), "a task at 360");

            founder.find(".snooze-task").click();
            founder.see(founder.find("vaadin-dialog .snooze-hour"));
            founder.shot("inbox-snooze-1280");
            founder.find("vaadin-dialog .snooze-hour").click();
            founder.miss(row(founder, order));
            founder.see(founder.find("a:has-text('Snoozed (')"));
            packer.open("/console/inbox");
            packer.see(row(packer, order));
            founder.find("a:has-text('Snoozed (')").click();
            founder.see(row(founder, order).locator(".due:has-text('Comes back')"));
            founder.shot("inbox-snoozed-1280");
            row(founder, order).click();
            founder.find("vaadin-button:has-text('Back to the inbox')").click();
            founder.see(founder.find(".snooze-task"));
            founder.open("/console/inbox");
            founder.see(row(founder, order));
            founder.open("/console/orders/" + order.id());
            founder.see(founder.find(".comments li:has-text('at the gate')"));
            founder.shot("order-comments-1280");
        }
    }

    @Test
    void packsWhatWasChosenByKeyAndSaysWhatBecameOfEach() {
        // New customers pay one order in cash: each buys one
        List<Ordered> orders = List.of(
                Customer.loggedIn(orchard).order("cash"),
                Customer.loggedIn(orchard).order("cash"));
        Customer fickle = Customer.loggedIn(orchard);
        Ordered gone = fickle.order("cash");
        try (Desk packer = Desk.of(browser, orchard.uri(), "packer", Desk.WIDE)) {
            for (Ordered order : List.of(orders.get(0), orders.get(1), gone)) {
                packer.see(row(packer, order));
                row(packer, order).focus();
                packer.page().keyboard().press("x");
            }
            packer.see(packer.find(".bulk-bar:has-text('3 orders chosen')"));
            packer.shot("inbox-bulk-bar-1280");
            Accessibility.check(packer.page(), "the inbox at 1280");
            packer.find(".bulk-pack").click();
            packer.see(result(packer, gone, "will be done"));
            packer.shot("inbox-bulk-1280");
            fickle.cancel(gone);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> orchard.jdbc()
                                    .sql("select count(*) from human_task where order_id = ?::uuid and state = 'OPEN'")
                                    .param(gone.id())
                                    .query(Integer.class)
                                    .single()
                            == 0);
            packer.find("vaadin-dialog .confirm").click();
            for (Ordered order : orders) {
                packer.see(result(packer, order, "done"));
            }
            packer.see(result(packer, gone, "no longer needed"));
            packer.shot("inbox-bulk-done-1280");
            packer.open("/console/inbox?due=done");
            packer.see(
                    packer.find(".done-list li:has-text('" + orders.getFirst().number() + "'):has-text('packer')"));
            packer.shot("inbox-done-1280");
        }
        Ordered late = Customer.loggedIn(orchard).order("cash");
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.PHONE)) {
            isOverdue(late);
            founder.open("/console/inbox");
            founder.see(founder.find(".task-row.late a.row:has-text('" + late.number() + "')"));
            founder.shot("inbox-overdue-360");
            row(founder, late).click();
            founder.find(".task-panel vaadin-checkbox").click();
            founder.page().keyboard().press("Control+Enter");
            founder.miss(row(founder, late));
            assertThat(founder.find(".toast:has-text('" + late.number() + "')")).isVisible();
        }
    }

    private static Locator row(Desk desk, Ordered order) {
        return desk.find("a.row:has-text('" + order.number() + "')");
    }

    private static Locator result(Desk desk, Ordered order, String words) {
        return desk.find(".bulk-rows li[data-order='" + order.number() + "']:has-text('" + words + "')");
    }

    private void hasTime(Ordered order) {
        due(order, "now() + interval '3 days'");
    }

    private void isOverdue(Ordered order) {
        due(order, "now() - interval '1 hour'");
    }

    private void due(Ordered order, String when) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> orchard.jdbc()
                                .sql("update human_task set due_at = " + when
                                        + " where order_id = ?::uuid and state = 'OPEN'")
                                .param(order.id())
                                .update()
                        == 1);
    }
}
