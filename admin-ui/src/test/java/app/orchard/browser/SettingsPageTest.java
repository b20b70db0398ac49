package app.orchard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** What the business is called and how it is reached, and the messages it sends. */
class SettingsPageTest extends BrowserTest {

    @Test
    void changesTheLetterheadAndTakesItBack() {
        String before = gst();
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.WIDE)) {
            founder.open("/console/settings");
            Locator gst = founder.find("vaadin-text-field:has-text('GST') input");
            gst.fill("29ABC");
            gst.press("Tab");
            founder.find(".save-letterhead").click();
            founder.see(founder.find("vaadin-text-field[invalid]:has-text('fifteen letters')"));
            gst.fill("29ABCDE1234F1Z5");
            gst.press("Tab");
            founder.find(".save-letterhead").click();
            founder.see(founder.find(".undo"));
            assertThat(gst()).isEqualTo("29ABCDE1234F1Z5");
            founder.find("vaadin-details-summary:has-text('order_confirmed')").click();
            founder.see(founder.find(".bubble:has-text('Namaste Priya, your order A-1042')"));
            founder.find("vaadin-button[aria-label='Send order_confirmed to my phone']")
                    .click();
            founder.see(founder.find("text=The text is on its way to +9198"));
            founder.shot("settings-1280");
            Accessibility.check(founder.page(), "the settings of the shop");
            founder.find(".undo").click();
            assertThat(gst).hasValue(before);
            assertThat(gst()).isEqualTo(before);
        }
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.PHONE)) {
            founder.open("/console/settings");
            founder.see(founder.find(".templates"));
            founder.shot("settings-360");
            assertThat((Boolean) founder.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isTrue();
            founder.find("vaadin-drawer-toggle").click();
            founder.see(founder.find("vaadin-side-nav-item:has-text('Zones')"));
            founder.shot("settings-menu-360");
        }
    }

    private String gst() {
        return orchard.jdbc()
                .sql("select gst_number from business")
                .query(String.class)
                .single();
    }
}
