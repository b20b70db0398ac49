package app.orchard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.orchard.browser.Customer.Ordered;
import com.microsoft.playwright.Locator;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The console, as those who work here use it. */
class ConsoleTest extends BrowserTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(2);

    @ParameterizedTest
    @CsvSource({
        "founder, /console/today, Today|Inbox|Orders|Calendar|Delivery runs|Stock|Stall sale|Incidents|Failed messages|Cash|Sales|Settlement|Catalogue|Staff|Zones|Shop|Process room|Changes, /console/deliveries",
        "packer, /console/inbox, Inbox|Orders|Stock, /console/incidents",
        "ravi, /console/deliveries, Inbox|My deliveries, /console/orders",
        "stall, /console/sale, Inbox|Stall sale, /console/orders"
    })
    void eachRoleLandsOnItsFirstPageAndSeesOnlyItsOwn(String login, String first, String pages, String forbidden) {
        try (Desk desk = desk(login, Desk.WIDE)) {
            assertThat(desk.page()).hasURL(Pattern.compile(".*" + first + ".*"));
            List<String> ways = desk.page().locator("vaadin-side-nav-item").allInnerTexts().stream()
                    .map(way -> way.replaceAll("[0-9]+", "").strip())
                    .toList();
            assertThat(ways).containsExactly(pages.split("\\|"));
            desk.open(forbidden);
            desk.see(desk.find("text=This page is not for your role"));
        }
    }

    @Test
    void refusesAWrongPasswordInWords() {
        try (Desk desk = new Desk(browser, orchard.uri(), Desk.PHONE)) {
            desk.open("/console/orders");
            desk.logIn("founder", "mango");
            desk.see(desk.find("text=Login or password is wrong"));
            desk.shot("login-360");
        }
    }

    @Test
    void logsOut() {
        try (Desk desk = desk("founder", Desk.WIDE)) {
            desk.find("vaadin-button[aria-label='Log out']").click();
            desk.see(desk.find("input[name=username]"));
            desk.open("/console/inbox");
            desk.see(desk.find("input[name=username]"));
        }
    }

    @Test
    void answersAnAddressThatLeadsNowhere() {
        try (Desk desk = desk("founder", Desk.WIDE)) {
            desk.open("/console/nowhere");
            desk.see(desk.find("text=Nothing is here"));
            desk.open("/console/orders/01a20615-5ad0-7ff8-8db3-e3beb22a1698");
            desk.see(desk.find("text=There is no such order"));
        }
    }

    @Test
    void showsANewTaskWithoutReloadAndTakesAwayWhatTheProcessCancels() {
        try (Desk founder = desk("founder", Desk.WIDE);
                Desk packer = desk("packer", Desk.PHONE)) {
            Customer customer = Customer.loggedIn(orchard);
            Ordered order = customer.order("cash");

            packer.see(row(packer, order));
            assertThat(sinceEvent(order, "JOB", "CREATED")).isLessThan(AT_ONCE);
            packer.shot("inbox-packer-360");
            founder.open("/console/inbox");
            founder.see(row(founder, order));
            row(founder, order).click();
            founder.see(founder.find(".task-panel"));
            founder.shot("inbox-task-1280");
            handsOverAndTakesBack(order, founder, packer);

            customer.cancel(order);

            packer.miss(row(packer, order));
            assertThat(sinceEvent(order, "JOB", "CANCELED")).isLessThan(AT_ONCE);
            founder.miss(row(founder, order));
            founder.see(founder.find("text=This task is no longer open"));
        }
    }

    @Test
    void opensTasksByKeyboard() {
        Ordered order = Customer.loggedIn(orchard).order("cash");
        try (Desk founder = desk("founder", Desk.WIDE)) {
            founder.open("/console/inbox");
            founder.see(row(founder, order));
            founder.page().keyboard().press("ArrowDown");
            founder.page().keyboard().press("Enter");
            founder.see(founder.find(".task-panel"));
            assertThat(founder.page()).hasURL(Pattern.compile(".*/console/inbox/\\d+"));
        }
    }

    @Test
    void saysBesideTheFieldWhatAFormLacks() {
        Ordered order = Customer.loggedIn(orchard).order("cash");
        try (Desk packer = desk("packer", Desk.WIDE)) {
            row(packer, order).click();
            packer.find(".task-panel .complete").click();
            packer.see(packer.find(".task-panel vaadin-checkbox[invalid]"));
        }
    }

    @Test
    void marksTheStepOfTheOrderOnItsDiagram() {
        Ordered order = Customer.loggedIn(orchard).order("cash");
        try (Desk founder = desk("founder", Desk.WIDE);
                Desk packer = desk("packer", Desk.WIDE)) {
            founder.open("/console/orders/" + order.id());
            founder.see(founder.find(".diagram[data-active~=userTask_packOrder]"));
            founder.see(founder.find(".diagram .token-here"));
            for (String step : List.of("flow_paidInCash", "serviceTask_confirmOrder", "flow_preparationStarts")) {
                founder.see(taken(founder, step));
            }
            assertThat(taken(founder, "flow_paidOnline")).hasCount(0);
            assertThat(taken(founder, "flow_orderPacked")).hasCount(0);
            founder.see(founder.find(".needs .need:has-text('Pack order')"));
            founder.see(founder.find(".block:has-text('Customer') a[href^='tel:+91']"));
            founder.see(founder.find(".sums .line:has-text('2 ×')"));
            founder.see(founder.find(".sums .whole:has-text('₹1,798.00')"));
            founder.see(founder.find(".timeline li"));
            founder.see(founder.find(".messages .bubble:has-text('" + order.number() + "')"));

            row(packer, order).locator("xpath=..").locator(".one-tap").click();

            founder.see(founder.find(".diagram[data-active~=receiveTask_awaitDispatch]"));
            assertThat(sinceEvent(order, "JOB", "COMPLETED")).isLessThan(AT_ONCE);
            founder.miss(founder.find(".needs .need:has-text('Pack order')"));
            founder.find(".process vaadin-tab").click();
            founder.see(taken(founder, "flow_orderPacked"));
            founder.shot("order-1280");
        }
        try (Desk founder = desk("founder", Desk.PHONE)) {
            founder.open("/console/orders/" + order.id());
            founder.see(founder.find(".diagram .token-here"));
            founder.shot("order-360");
        }
    }

    @Test
    void deliversForCashOnATelephone() {
        Customer customer = Customer.loggedIn(orchard);
        Ordered order = customer.order("cash");
        try (Desk packer = desk("packer", Desk.WIDE);
                Desk founder = desk("founder", Desk.WIDE);
                Desk driver = desk("ravi", Desk.PHONE)) {
            leave(order, packer, founder, driver, "Ravi");
            Locator stop = Departure.stop(driver, order.number());
            driver.see(stop.locator(".delivered"));
            assertThat(stop.locator("a[href^='tel:+91']")).isVisible();
            assertThat(stop.locator("a[href^='https://wa.me/91']")).isVisible();
            assertThat(stop.locator(".collect-amount")).hasText("₹1,798.00");
            driver.shot("deliveries-360");

            stop.locator(".delivered").click();
            driver.see(driver.find("vaadin-dialog .cash, vaadin-dialog-overlay .cash"));
            driver.shot("delivered-360");
            driver.find("vaadin-button:has-text('Cash received')").click();

            driver.miss(stop);
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> customer.statusOf(order).equalsIgnoreCase("delivered"));
        }
    }

    @Test
    void saysWhyAnOrderWasNotDelivered() {
        Ordered order = Customer.loggedIn(orchard).order("cash");
        try (Desk packer = desk("packer", Desk.WIDE);
                Desk founder = desk("founder", Desk.WIDE);
                Desk driver = desk("meena", Desk.PHONE)) {
            leave(order, packer, founder, driver, "Meena");
            Locator stop = Departure.stop(driver, order.number());
            stop.locator(".failed").click();
            driver.find("vaadin-radio-button:has-text('Wrong address')").click();
            driver.shot("not-delivered-360");
            driver.find("vaadin-button[theme~=primary]:has-text('Not delivered') >> visible=true")
                    .click();
            driver.miss(stop);
            founder.open("/console/orders/" + order.id());
            founder.see(founder.find(".timeline li:has-text('address was wrong')"));
        }
    }

    @Test
    void keepsTheFiltersOfTheOrdersListInItsAddress() {
        Ordered order = Customer.loggedIn(orchard).order("cash");
        try (Desk founder = desk("founder", Desk.WIDE)) {
            founder.open("/console/orders?status=CANCELLED,PREPARING&zone=north");
            founder.see(founder.find(".orders-grid a:has-text('" + order.number() + "')"));
            founder.shot("orders-1280");
            String place = "?slot=" + of(order, "slot_id") + "&apartment=" + of(order, "apartment_id");
            founder.open("/console/orders" + place);
            founder.see(founder.find(".orders-grid a:has-text('" + order.number() + "')"));
            Locator apartment = founder.find("vaadin-combo-box:has(label:has-text('Apartment')) input");
            assertThat(apartment).not().hasValue("");
            String where = apartment.inputValue();
            String elsewhere = orchard.jdbc()
                    .sql("select name from apartment where name <> ? order by name limit 1")
                    .param(where)
                    .query(String.class)
                    .single();
            assertThat(founder.find("vaadin-combo-box:has(label:has-text('Slot')) input"))
                    .not()
                    .hasValue("");
            apartment.fill(elsewhere);
            founder.find("vaadin-combo-box-item:has-text('" + elsewhere + "') >> visible=true")
                    .click();
            assertThat(apartment).hasValue(elsewhere);
            founder.miss(founder.find(".orders-grid a:has-text('" + order.number() + "')"));
            assertThat(founder.page())
                    .hasURL(Pattern.compile(".*\\?slot=" + of(order, "slot_id") + "&apartment=(?!"
                            + of(order, "apartment_id") + ")[-0-9a-f]{36}"));
            founder.page().goBack();
            founder.see(founder.find(".orders-grid a:has-text('" + order.number() + "')"));
            assertThat(apartment).hasValue(where);
            founder.open("/console/orders?zone=south");
            founder.see(founder.find(".total-count"));
            assertThat(founder.page().locator(".orders-grid a:has-text('" + order.number() + "')"))
                    .hasCount(0);
            founder.find("vaadin-button:has-text('Clear')").click();
            founder.see(founder.find(".orders-grid a:has-text('" + order.number() + "')"));
            assertThat(founder.page())
                    .hasURL(orchard.uri().resolve("/console/orders").toString());
        }
    }

    @Test
    void cancelsAnOrderWithAReason() {
        Customer customer = Customer.loggedIn(orchard);
        Ordered order = customer.order("cash");
        try (Desk founder = desk("founder", Desk.WIDE)) {
            founder.open("/console/orders/" + order.id());
            founder.find(".cancel-order").click();
            founder.find("vaadin-dialog textarea, vaadin-dialog-overlay textarea")
                    .fill("the crop failed");
            founder.find("vaadin-button:has-text('Cancel the order')").click();
            founder.see(founder.find(".order-head .tag:has-text('Cancelled')"));
            founder.see(founder.find(".timeline li:has-text('the crop failed')"));
        }
    }

    @Test
    void givesBackOnePackAndSaysWhatItComesTo() {
        Customer customer = Customer.loggedIn(orchard);
        Ordered order = customer.order("online");
        customer.pay(order);
        try (Desk founder = desk("founder", Desk.WIDE)) {
            founder.open("/console/orders/" + order.id());
            founder.find(".refund-order").click();
            founder.find("vaadin-dialog vaadin-integer-field input, vaadin-dialog-overlay vaadin-integer-field input")
                    .fill("1");
            founder.find("vaadin-dialog textarea, vaadin-dialog-overlay textarea")
                    .fill("one box was soft");
            founder.see(founder.find(".refund-preview:has-text('will be sent back')"));
            founder.shot("refund-1280");
            founder.find("vaadin-button:has-text('Give it back')").click();
            founder.see(founder.find(".timeline li:has-text('one box was soft')"));
            founder.see(founder.find(".refund:has-text('Refunded')"));
        }
    }

    @Test
    void sellsAtTheStallInThreeTaps() {
        try (Desk seller = desk("stall", Desk.PHONE)) {
            Locator pack = seller.find(".pack:has-text('Alphonso')");
            seller.see(pack);
            pack.locator("vaadin-button[aria-label^='One more']").click();
            assertThat(seller.find(".sale-total")).hasText("₹899.00");
            seller.find("vaadin-radio-button:has-text('UPI')").click();
            seller.shot("sale-360");
            seller.find(".sell").click();
            seller.see(seller.find("text=Sold for ₹899.00"));
            assertThat(pack.locator(".left")).hasText("79 left");
        }
    }

    private Desk desk(String login, int width) {
        return Desk.of(browser, orchard.uri(), login, width);
    }

    private static Locator row(Desk desk, Ordered order) {
        return desk.find("a.row:has-text('" + order.number() + "')");
    }

    /** The task that both look at. */
    private static void handsOverAndTakesBack(Ordered order, Desk founder, Desk packer) {
        founder.find(".task-panel .give").click();
        founder.see(founder.find(".colleague:has-text('Packer')"));
        assertThat(founder.page().locator(".colleague:has-text('Ravi')")).hasCount(0);
        founder.shot("task-hand-over-1280");
        founder.find(".colleague:has-text('Packer')").click();
        founder.see(founder.find(".toast:has-text('Pack order is handed over')"));
        packer.see(row(packer, order).locator(".who:has-text('With packer, given by founder')"));
        founder.shot("task-handed-over-1280");
        founder.find(".undo >> visible=true").click();
        packer.miss(row(packer, order).locator(".who"));
        founder.see(founder.find(".task-panel vaadin-button:has-text('I do it')"));

        row(packer, order).click();
        packer.find(".task-panel .give").click();
        packer.see(packer.find(".colleague"));
        packer.shot("task-hand-over-360");
        packer.find(".colleague:has-text('founder')").click();
        packer.see(packer.find(".task-panel vaadin-button:has-text('Take from founder')"));
        founder.see(row(founder, order).locator(".who:has-text('With founder, given by packer')"));
        packer.shot("task-handed-over-360");
        packer.find(".task-panel vaadin-button:has-text('Take from founder')").click();
        packer.miss(row(packer, order).locator(".who"));
        packer.open("/console/inbox");
        packer.see(row(packer, order));
    }

    /** A step or a way of the diagram that is drawn as one the order took. */
    private static Locator taken(Desk desk, String element) {
        return desk.page().locator(".diagram .djs-element[data-element-id=" + element + "]:is(.was-here, .way-taken)");
    }

    private String of(Ordered order, String column) {
        return orchard.jdbc()
                .sql("select " + column + " from sales_order where id = cast(? as uuid)")
                .param(order.id())
                .query(String.class)
                .single();
    }

    private void leave(Ordered order, Desk packer, Desk founder, Desk driver, String name) {
        Locator row = row(packer, order);
        row.locator("xpath=..").locator(".one-tap").click();
        packer.miss(row);
        Departure.of(orchard, order.id(), order.number(), founder, driver, name);
    }

    /** How long ago the engine wrote its latest such event of the order's user tasks: by then it was on the screen. */
    private Duration sinceEvent(Ordered order, String type, String intent) {
        Instant seen = Instant.now();
        Timestamp occurred = orchard.jdbc()
                .sql("""
                select max(e.occurred_at) from engine_event e
                join human_task t on t.key = e.key
                where t.order_id = cast(? as uuid) and e.value_type = ? and e.intent = ?""")
                .params(order.id(), type, intent)
                .query(Timestamp.class)
                .single();
        return Duration.between(occurred.toInstant(), seen);
    }
}
