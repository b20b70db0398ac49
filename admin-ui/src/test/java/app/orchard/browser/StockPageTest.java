package app.orchard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import org.junit.jupiter.api.Test;

/** Stock in the console: what came is received, what is there is counted. */
class StockPageTest extends BrowserTest {

    @Test
    void receivesALotAndCountsIt() {
        try (Desk packer = Desk.of(browser, orchard.uri(), "packer", Desk.WIDE)) {
            packer.open("/console/stock/store/" + pack("TOTAPURI-2"));
            packer.find(".shelf-panel vaadin-button:has-text('Receive')").click();
            packer.find("vaadin-dialog .confirm").click();
            packer.see(packer.find("vaadin-integer-field[invalid]"));
            packer.shot("stock-receive-1280");

            fill(packer, "vaadin-integer-field", "7");
            fill(packer, "vaadin-text-field:has-text('Lot code')", "BR-77");
            packer.find("vaadin-dialog .confirm").click();
            Locator lot = packer.find(".lots li[data-lot='BR-77']");
            packer.see(lot.locator("text=7 packs"));

            lot.locator("vaadin-button:has-text('Count')").click();
            fill(packer, "vaadin-integer-field", "5");
            packer.find("vaadin-dialog .confirm").click();

            packer.see(lot.locator("text=5 packs"));
            packer.see(packer.find(".timeline li:has-text('2 fewer counted')"));
            packer.shot("stock-1280");
        }
        assertThat(onHand("BR-77")).isEqualTo(5);
    }

    @Test
    void saysBesideTheFieldWhatCannotBeBooked() {
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.PHONE)) {
            founder.open("/console/stock");
            founder.see(founder.find(".stock .rows li"));
            founder.shot("stock-360");
            founder.open("/console/stock/store/" + pack("TOTAPURI-1"));
            founder.see(founder.find(".lots li"));
            founder.shot("stock-lots-360");
            founder.find(".lots li vaadin-button:has-text('Write off')").click();
            fill(founder, "vaadin-integer-field", "9000");
            fill(founder, "vaadin-text-field:has-text('Reason')", "Squashed");
            founder.find("vaadin-dialog .confirm").click();

            founder.see(founder.find("vaadin-integer-field[invalid]:has-text('can be taken away')"));
            founder.shot("stock-write-off-360");
            assertThat((Boolean) founder.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .as("nothing sticks out at 360 px")
                    .isTrue();
        }
    }

    private static void fill(Desk desk, String field, String value) {
        Locator input = desk.find(field + " input");
        input.fill(value);
        input.press("Tab");
    }

    private String pack(String sku) {
        return orchard.jdbc()
                .sql("select id::text from variant where sku = ?")
                .param(sku)
                .query(String.class)
                .single();
    }

    private int onHand(String lot) {
        return orchard.jdbc()
                .sql("select on_hand from stock_lot where code = ?")
                .param(lot)
                .query(Integer.class)
                .single();
    }
}
