package app.orchard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.BoundingBox;
import org.junit.jupiter.api.Test;

/** The founder draws a zone of their own, is told what that means, and takes it back. */
class ZonesPageTest extends BrowserTest {

    @Test
    void drawsAZoneAndSaysWhomItMovesBeforeItIsSaved() {
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.WIDE)) {
            founder.open("/console/zones");
            founder.see(founder.find(".zone-map .leaflet-overlay-pane path"));
            founder.shot("zones-1280");
            founder.find(".add-zone").click();
            founder.find("vaadin-dialog vaadin-text-field:has-text('Name') input")
                    .fill("Hill side");
            founder.find("vaadin-dialog vaadin-text-field:has-text('Code') input")
                    .fill("north");
            founder.find("vaadin-dialog .confirm").click();
            founder.see(founder.find("vaadin-text-field[invalid]:has-text('There is a zone')"));
            founder.find("vaadin-dialog vaadin-text-field:has-text('Code') input")
                    .fill("hill");
            founder.find("vaadin-dialog .confirm").click();
            founder.see(founder.find(".zone-panel h2:has-text('Hill side')"));

            Locator map = founder.find(".zone-map");
            BoundingBox box = map.boundingBox();
            // Where the town ends in the east: no other zone lies there
            double[][] corners = {{0.92, 0.3}, {0.97, 0.3}, {0.97, 0.5}};
            for (double[] corner : corners) {
                founder.page().mouse().click(box.x + box.width * corner[0], box.y + box.height * corner[1]);
            }
            assertThat(map).hasAttribute("data-corners", "3");
            Locator middle = founder.find(".map-middle");
            BoundingBox dot = middle.boundingBox();
            founder.page().mouse().move(dot.x + 9, dot.y + 9);
            founder.page().mouse().down();
            founder.page().mouse().move(dot.x + 9, dot.y - 30);
            founder.page().mouse().up();
            assertThat(map).hasAttribute("data-corners", "4");
            Locator pincodes = founder.find("vaadin-text-area textarea");
            pincodes.fill("56");
            pincodes.press("Tab");
            founder.find(".check-zone").click();
            founder.see(founder.find("vaadin-text-area[invalid]:has-text('six digits')"));
            pincodes.fill("560951");
            pincodes.press("Tab");
            founder.find(".check-zone").click();
            founder.see(founder.find("vaadin-dialog p:has-text('Orders already placed keep their zone')"));
            founder.see(founder.find("vaadin-dialog p:has-text('No customer')"));
            founder.shot("zones-preview-1280");
            founder.find("vaadin-dialog .confirm").click();
            founder.see(founder.find(".undo"));
            assertThat(cornersOf("hill")).isEqualTo(4);
            founder.shot("zones-drawn-1280");
            Accessibility.check(founder.page(), "the zones");
            founder.find(".undo").click();
            assertThat(map).hasAttribute("data-corners", "0");
            assertThat(cornersOf("hill")).isZero();
        }
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.PHONE)) {
            founder.open("/console/zones/south");
            founder.see(founder.find(".map-corner"));
            founder.shot("zones-360");
            founder.find(".map-corner").focus();
            founder.page().keyboard().press("ArrowUp");
            founder.find(".check-zone").scrollIntoViewIfNeeded();
            founder.shot("zones-panel-360");
            assertThat((Boolean) founder.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isTrue();
        }
    }

    private int cornersOf(String zone) {
        return orchard.jdbc()
                .sql("select count(*) from zone_corner c join zone z on z.id = c.zone_id where z.code = ?")
                .param(zone)
                .query(Integer.class)
                .single();
    }
}
