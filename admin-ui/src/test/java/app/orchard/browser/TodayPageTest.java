package app.orchard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.orchard.browser.Customer.Ordered;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The founder's first page. */
class TodayPageTest extends BrowserTest {

    private static final String CASH_IN_THE_SHOP = ".takings tr:has-text('In the shop, Cash')";

    @ParameterizedTest
    @ValueSource(ints = {Desk.WIDE, Desk.PHONE})
    void saysWhatNeedsTheFounderWhatIsOnAndWhatCameIn(int width) {
        Customer.loggedIn(orchard).order("cash");
        // Somebody else: a second open cash order of one customer is above the limit and becomes an online one
        Customer customer = Customer.loggedIn(orchard);
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", width)) {
            assertThat(founder.page()).hasURL(Pattern.compile(".*/console/today"));
            Locator row = founder.find(CASH_IN_THE_SHOP);
            founder.see(row);
            int before = Integer.parseInt(row.locator("td").nth(1).innerText());

            Ordered order = customer.order("cash");

            assertThat(founder.find(CASH_IN_THE_SHOP).locator("td").nth(1))
                    .hasText(String.valueOf(before + 1), new LocatorAssertions.HasTextOptions().setTimeout(30_000));
            founder.shot("today-" + width);
            assertThat((Boolean) founder.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("nothing sticks out")
                    .isTrue();
            founder.find(CASH_IN_THE_SHOP).locator("a").click();
            founder.see(founder.find(".orders-grid a:has-text('" + order.number() + "')"));
        }
    }

    @Test
    void leadsFromEachNumberToItsList() {
        Ordered order = Customer.loggedIn(orchard).order("cash");
        isDueInThreeDays(order);
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.WIDE)) {
            founder.find("[data-tile=later]").click();
            founder.see(founder.find("text=Only what has time"));
            founder.see(founder.find("a.row:has-text('" + order.number() + "')"));
            founder.open("/console/inbox?due=overdue");
            founder.see(founder.find("text=Only what is overdue"));
            assertThat(founder.page().locator("a.row:has-text('" + order.number() + "')"))
                    .hasCount(0);
            founder.open("/console/today");
            founder.find("[data-tile=cash]").click();
            assertThat(founder.page()).hasURL(Pattern.compile(".*/console/cash"));
            founder.open("/console/today");
            founder.find("[data-tile=low]").click();
            founder.see(founder.find("vaadin-checkbox[checked]:has-text('Only what is low')"));
        }
    }

    @Test
    void findsAnOrderByItsNumberWithoutWritingItIntoTheAddress() {
        Customer customer = Customer.loggedIn(orchard);
        Ordered wanted = customer.order("cash");
        Ordered other = customer.order("cash");
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.WIDE)) {
            founder.open("/console/orders");
            founder.find(".filters vaadin-text-field input").fill(wanted.number());
            founder.see(founder.find("text=1 order"));
            founder.see(founder.find(".orders-grid a:has-text('" + wanted.number() + "')"));
            founder.miss(founder.find(".orders-grid a:has-text('" + other.number() + "')"));
            assertThat(founder.page()).hasURL(Pattern.compile(".*/console/orders"));
            founder.shot("orders-search-1280");
            founder.open("/console/orders");
            founder.see(founder.find("text=1 order"));
            founder.find("vaadin-button:has-text('Clear')").click();
            founder.see(founder.find(".orders-grid a:has-text('" + other.number() + "')"));
        }
        assertThat(wanted.number()).isNotEqualTo(other.number());
    }

    @Test
    void cancelsSeveralOrdersAtOnceAndSaysWhatBecameOfEach() {
        Customer customer = Customer.loggedIn(orchard);
        Ordered one = customer.order("cash");
        Ordered other = customer.order("cash");
        Ordered gone = customer.order("cash");
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.WIDE)) {
            founder.open("/console/orders");
            for (Ordered order : new Ordered[] {one, other, gone}) {
                Locator link = founder.find(".orders-grid a:has-text('" + order.number() + "')");
                founder.see(link);
                founder.find(".orders-grid vaadin-checkbox[data-order='" + order.number() + "']")
                        .click();
            }
            customer.cancel(gone);
            founder.find(".bulk-bar vaadin-button:has-text('Cancel orders')").click();
            founder.see(founder.find(".bulk-rows li[data-order='" + one.number() + "']:has-text('will be done')"));
            founder.shot("bulk-1280");
            founder.find("vaadin-dialog textarea").fill("no mangoes today");
            founder.find("vaadin-dialog .confirm").click();
            for (Ordered order : new Ordered[] {one, other}) {
                founder.see(founder.find(".bulk-rows li[data-order='" + order.number() + "']:has-text('done')"));
                await().atMost(Duration.ofSeconds(20))
                        .until(() -> customer.statusOf(order).equalsIgnoreCase("cancelled"));
            }
        }
    }

    @Test
    void keepsAViewUnderItsName() {
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.PHONE)) {
            founder.open("/console/orders?payment=CASH&zone=north");
            founder.find(".save-view").click();
            founder.find("vaadin-dialog vaadin-text-field input").fill("Cash up north");
            founder.find("vaadin-dialog .confirm").click();
            Locator chip = founder.find(".chip:has-text('Cash up north')");
            founder.see(chip);
            founder.shot("orders-360");
            founder.open("/console/orders");
            chip.locator("a").click();
            assertThat(founder.page()).hasURL(Pattern.compile(".*payment=CASH&zone=north|.*zone=north&payment=CASH"));
            chip.locator("vaadin-button").click();
            founder.miss(chip);
        }
    }

    @Test
    void sumsUpSalesAndGivesThemAsASheet() {
        Customer.loggedIn(orchard).order("cash");
        for (int width : new int[] {Desk.WIDE, Desk.PHONE}) {
            try (Desk founder = Desk.of(browser, orchard.uri(), "founder", width)) {
                founder.open("/console/sales?by=CHANNEL");
                founder.see(founder.find("tr[data-name='ONLINE/CASH']:has-text('In the shop')"));
                founder.open("/console/sales");
                founder.see(founder.find(".sales-table tr:has-text('Today')"));
                founder.shot("sales-" + width);
                Download sheet = founder.page()
                        .waitForDownload(() -> founder.find(".download").click());
                assertThat(sheet.suggestedFilename())
                        .startsWith("sales-by-day-")
                        .endsWith(".csv");
                assertThat((Boolean)
                                founder.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                        .as("nothing sticks out")
                        .isTrue();
            }
        }
    }

    /** Whatever the hour: the first slot that is free may be today's or tomorrow's. */
    private void isDueInThreeDays(Ordered order) {
        await().atMost(Duration.ofSeconds(30))
                .until(() -> orchard.jdbc().sql("""
                                update human_task set due_at = now() + interval '3 days'
                                where order_id = ?::uuid and state = 'OPEN'""").param(order.id()).update() == 1);
    }
}
