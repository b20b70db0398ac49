package app.orchard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** The founder takes somebody into the team, and switches them off again. */
class StaffPageTest extends BrowserTest {

    @Test
    void addsAPackerAndLogsThemOutAtOnceWhenTheyAreSwitchedOff() {
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.WIDE);
                Desk packer = new Desk(browser, orchard.uri(), Desk.WIDE)) {
            founder.open("/console/staff");
            founder.find(".add-staff").click();
            fill(founder, "Name", "Lata");
            fill(founder, "Login", "founder");
            fill(founder, "Phone", "123");
            founder.find("vaadin-dialog .confirm").click();
            founder.see(founder.find("vaadin-checkbox-group[invalid]"));
            founder.find("vaadin-checkbox:has-text('Packer') input").click();
            founder.find("vaadin-dialog .confirm").click();
            founder.see(founder.find("vaadin-text-field[invalid]:has-text('ten digits, such as')"));
            fill(founder, "Phone", "98450 00931");
            founder.find("vaadin-dialog .confirm").click();
            founder.see(founder.find("vaadin-text-field[invalid]:has-text('Somebody has the login')"));
            founder.shot("staff-add-1280");
            fill(founder, "Login", "lata.b");
            founder.find("vaadin-dialog .confirm").click();
            Locator shown = founder.find(".new-password");
            founder.see(shown);
            String password = shown.textContent();
            founder.shot("staff-password-1280");
            founder.find("vaadin-dialog:has(.new-password) .confirm").click();
            founder.miss(shown);

            packer.open("/console/");
            packer.logIn("lata.b", password);
            packer.see(packer.find(".person-name:has-text('Lata')"));
            founder.find(".rows a:has-text('lata.b')").click();
            founder.find(".switch-off").click();
            founder.see(founder.find("vaadin-dialog p:has-text('logged out everywhere at once')"));
            founder.shot("staff-switch-off-1280");
            founder.find("vaadin-dialog .confirm").click();

            packer.see(packer.find("input[name=username]"));
            packer.logIn("lata.b", password);
            packer.see(packer.find("text=That did not work"));
            founder.see(founder.find(".staff-panel .tag:has-text('Switched off')"));
            founder.find(".undo").click();
            founder.miss(founder.find(".staff-panel .tag"));
            founder.find(".switch-off").click();
            founder.find("vaadin-dialog .confirm").click();
            founder.see(founder.find(".staff-panel .tag:has-text('Switched off')"));
            founder.shot("staff-1280");
            Accessibility.check(founder.page(), "the team");
        }
    }

    @Test
    void theOnlyFounderStaysOne() {
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.PHONE)) {
            founder.open("/console/staff");
            founder.see(founder.find(".rows li"));
            founder.shot("staff-360");
            founder.find(".rows a:has-text('Founder')").click();
            founder.find(".switch-off").click();
            founder.find("vaadin-dialog .confirm").click();
            founder.see(founder.find("text=is the only founder"));
            founder.shot("staff-founder-360");
            assertThat((Boolean) founder.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isTrue();
        }
    }

    private static void fill(Desk desk, String label, String value) {
        Locator input = desk.find("vaadin-dialog vaadin-text-field:has-text('" + label + "') input");
        input.fill(value);
        input.press("Tab");
    }
}
