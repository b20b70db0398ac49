package app.orchard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import app.orchard.browser.Customer.Ordered;
import com.microsoft.playwright.Locator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The founder's calendar, and another time for an order. */
class CalendarTest extends BrowserTest {

    @Test
    void showsHowFullEachSlotIsAndFollowsOrders() {
        Customer customer = Customer.loggedIn(orchard);
        try (Desk founder = calendar(Desk.WIDE)) {
            Ordered order = customer.order("cash");
            Locator row = founder.find(".slot-row[data-slot='" + slotOf(order) + "']");
            int taken = orchard.jdbc()
                    .sql("select booked + held from delivery_slot where id = cast(? as uuid)")
                    .param(slotOf(order))
                    .query(Integer.class)
                    .single();

            assertThat(row.locator(".bar-numbers").first()).hasText(Pattern.compile(taken + " of \\d+ stops"));
            assertThat(row.locator(".bar-numbers").last()).hasText(Pattern.compile("[1-9]\\d* of .* kitchen min"));
            founder.shot("calendar-1280");
            customer.cancel(order);
            assertThat(row.locator(".bar-numbers").first()).hasText(Pattern.compile((taken - 1) + " of \\d+ stops"));
        }
        try (Desk founder = calendar(Desk.PHONE)) {
            founder.see(founder.find(".slot-row .bar-numbers"));
            founder.shot("calendar-360");
            Object overflow = founder.page()
                    .evaluate("document.documentElement.scrollWidth > document.documentElement.clientWidth");
            assertEquals(false, overflow);
        }
    }

    @Test
    void closesADayWithAReasonListsTheOrdersThatStayAndOpensItAgain() {
        Ordered order = Customer.loggedIn(orchard).order("cash");
        try (Desk founder = calendar(Desk.WIDE)) {
            Locator row = founder.find(".slot-row[data-slot='" + slotOf(order) + "']");
            row.locator("xpath=ancestor::section")
                    .locator("vaadin-button[aria-label^='Close ']")
                    .click();
            founder.find(".close-reason input").fill("Heavy rain");
            founder.shot("calendar-close-1280");
            founder.find("vaadin-button[theme~=primary]:has-text('Close') >> visible=true")
                    .click();

            founder.see(founder.find(".booked a:has-text('" + order.number() + "')"));
            founder.shot("calendar-booked-1280");
            founder.page().keyboard().press("Escape");
            founder.see(row.locator(".tag:has-text('Heavy rain')"));
            founder.find(".closed-days:has-text('Heavy rain') vaadin-button").click();
            founder.miss(row.locator(".tag:has-text('Heavy rain')"));
        }
    }

    @Test
    void changesTheCapacityOfASlotButNotBelowWhatIsTaken() {
        Ordered order = Customer.loggedIn(orchard).order("cash");
        try (Desk founder = calendar(Desk.WIDE)) {
            Locator row = founder.find(".slot-row[data-slot='" + slotOf(order) + "']");
            row.locator("vaadin-button").click();
            Locator stops = founder.find("vaadin-dialog vaadin-integer-field >> nth=0 >> input");
            stops.fill("0");
            stops.press("Tab");
            founder.see(founder.find("text=It cannot be less than"));
            stops.fill("77");
            stops.press("Tab");
            founder.find("vaadin-button:has-text('Change') >> visible=true").click();
            assertThat(row.locator(".bar-numbers").first()).hasText(Pattern.compile("\\d+ of 77 stops"));
        }
    }

    @Test
    void addsAWeeklyWindowAndEndsIt() {
        try (Desk founder = calendar(Desk.WIDE)) {
            founder.find(".add-window").click();
            founder.shot("calendar-window-1280");
            founder.find("vaadin-time-picker >> nth=0 >> input").fill("20:00");
            founder.find("vaadin-time-picker >> nth=1 >> input").fill("21:30");
            founder.page().keyboard().press("Tab");
            founder.find("vaadin-button[theme~=primary]:has-text('Add') >> visible=true")
                    .click();
            Locator window = founder.find(".weekly li:has-text('20:00–21:30')");
            founder.see(window);
            founder.see(founder.find(".slot-row:has-text('20:00–21:30')"));

            window.locator("vaadin-button").click();
            founder.find("vaadin-dialog vaadin-button:has-text('End') >> visible=true")
                    .click();
            founder.see(founder.find("text=The window is ended"));
        }
    }

    @Test
    void givesAnOrderAnotherTimeOnItsPage() {
        Ordered order = Customer.loggedIn(orchard).order("online");
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.WIDE)) {
            founder.open("/console/orders/" + order.id());
            founder.find(".reschedule-order").click();
            founder.find("vaadin-dialog vaadin-select").click();
            founder.find("vaadin-select-item >> nth=3 >> visible=true").click();
            founder.find("vaadin-button:has-text('Move the order') >> visible=true")
                    .click();
            founder.see(founder.find(".timeline li:has-text('Moved to')"));
        }
    }

    private Desk calendar(int width) {
        Desk desk = Desk.of(browser, orchard.uri(), "founder", width);
        desk.open("/console/calendar");
        desk.see(desk.find(".slot-row"));
        return desk;
    }

    private String slotOf(Ordered order) {
        return orchard.jdbc()
                .sql("select slot_id::text from sales_order where id = cast(? as uuid)")
                .param(order.id())
                .query(String.class)
                .single();
    }
}
