package app.orchard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.FilePayload;
import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** The founder adds a product, with a pack and a photo, and customers see it until it is taken off sale. */
class CataloguePageTest extends BrowserTest {

    @Test
    void addsAProductThatCustomersSeeUntilItIsTakenOffSale() throws IOException {
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.WIDE)) {
            founder.open("/console/catalogue");
            founder.find(".add-product").click();
            founder.find("vaadin-dialog .confirm").click();
            founder.see(founder.find("vaadin-text-field[invalid]:has-text('enter a name')"));
            fill(founder, "vaadin-text-field:has-text('Name')", "Alphonso");
            fill(founder, "vaadin-text-area:has-text('Description') textarea", "Late, small and very sweet.");
            founder.find("vaadin-dialog .confirm").click();
            founder.see(founder.find("vaadin-text-field[invalid]:has-text('Another product has the address')"));
            founder.shot("catalogue-add-1280");
            fill(founder, "vaadin-text-field:has-text('Name')", "Noor Jehan");
            fill(founder, "vaadin-text-field:has-text('Address') input", "noor-jehan");
            fill(founder, "vaadin-text-field:has-text('Origin') input", "Kathiwada, Madhya Pradesh");
            founder.find("vaadin-dialog .confirm").click();

            founder.see(founder.find(".product-panel h2:has-text('Noor Jehan')"));
            founder.find(".add-pack").click();
            fill(founder, "vaadin-text-field:has-text('Pack size')", "One fruit, about 2 kg");
            fill(founder, "vaadin-big-decimal-field", "-5");
            fill(founder, "vaadin-integer-field:has-text('Weight')", "2300");
            founder.find("vaadin-dialog .confirm").click();
            founder.see(founder.find("vaadin-big-decimal-field[invalid]"));
            fill(founder, "vaadin-big-decimal-field", "799.50");
            founder.find("vaadin-dialog .confirm").click();
            founder.see(founder.find("li[data-pack='NOOR-JEHAN-1']:has-text('₹799.50')"));

            founder.find("vaadin-upload input[type=file]")
                    .setInputFiles(new FilePayload("fruit.png", "image/png", photo()));
            assertThat(founder.find(".product-picture")).hasAttribute("src", Pattern.compile(".*-800\\.jpg"));
            founder.miss(founder.find("vaadin-dialog"));
            founder.shot("catalogue-1280");
            Accessibility.check(founder.page(), "the catalogue");
        }
        try (Desk customer = new Desk(browser, orchard.uri(), Desk.PHONE)) {
            customer.open("/products/noor-jehan");
            customer.see(customer.find("dd:has-text('Kathiwada')"));
            assertThat((Boolean) customer.page().evaluate("document.querySelector('.picture img').naturalWidth > 0"))
                    .isTrue();
            assertThat(customer.page().content()).contains("srcset=\"/images/", "PropertyValue");
            customer.shot("catalogue-shop-360");
        }
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.PHONE)) {
            founder.open("/console/catalogue");
            fill(founder, ".catalogue .stock-tools vaadin-text-field", "noor");
            founder.see(founder.find(".rows li:has-text('Noor Jehan')"));
            assertThat(founder.page().locator(".rows li")).hasCount(1);
            founder.shot("catalogue-360");
            founder.find(".rows li a").click();
            founder.find(".offer-product").click();
            founder.see(founder.find(".product-panel > .inline .tag:has-text('Not on sale')"));
            founder.find(".undo").click();
            founder.miss(founder.find(".product-panel > .inline .tag"));
            founder.find(".offer-product").click();
            founder.see(founder.find(".product-panel > .inline .tag:has-text('Not on sale')"));
            founder.shot("catalogue-product-360");
            assertThat((Boolean) founder.page().evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                    .isTrue();
            founder.find(".product-panel > .buttons a:has-text('History')").click();
            founder.see(founder.find(".change-list li:has-text('Catalog desk: offer')"));
        }
        try (Desk customer = new Desk(browser, orchard.uri(), Desk.PHONE)) {
            customer.open("/products/noor-jehan");
            assertThat(customer.page().content()).doesNotContain("Kathiwada");
        }
    }

    private static void fill(Desk desk, String field, String value) {
        Locator found = desk.find(field);
        Locator input = field.endsWith("input") || field.endsWith("textarea") ? found : found.locator("input");
        input.fill(value);
        input.press("Tab");
    }

    private static byte[] photo() throws IOException {
        BufferedImage picture = new BufferedImage(1600, 1200, BufferedImage.TYPE_INT_RGB);
        Graphics2D pencil = picture.createGraphics();
        pencil.setPaint(new GradientPaint(0, 0, new Color(0xf6d9a8), 1600, 1200, new Color(0xb9cf8d)));
        pencil.fillRect(0, 0, 1600, 1200);
        pencil.setPaint(new GradientPaint(500, 300, new Color(0xffc14d), 1100, 900, new Color(0xd9541e)));
        pencil.fillOval(450, 250, 700, 700);
        pencil.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }
}
