package app.orchard.browser;

import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.options.SelectOption;
import java.time.Duration;

/** Somebody who buys on the shop's pages, and pays on the simulated gateway's. */
final class Shopper implements AutoCloseable {

    private final RunningOrchard orchard;
    private final Desk desk;
    private final String phone = Customer.newPhone();

    Shopper(Browser browser, RunningOrchard orchard, int width) {
        this.orchard = orchard;
        this.desk = new Desk(browser, orchard.uri(), width);
    }

    Desk desk() {
        return desk;
    }

    /** From the product to the gateway's page. */
    void orderToPayOnline() {
        desk.open("/products/alphonso");
        desk.find("#add").click();
        desk.see(desk.find("#notice .toast"));
        desk.open("/cart");
        desk.find("#checkout").click();
        logIn();
        desk.find("#name").fill("Kavya Rao");
        desk.find("#apartment").selectOption(new SelectOption().setIndex(1));
        desk.find("#tower").fill("C");
        desk.find("#flat").fill("1204");
        desk.find("form[action$='/checkout/address'] button").click();
        desk.find("button[name=slot]").click();
        desk.see(desk.find("#place-order"));
        desk.shot("shop-checkout");
        desk.find("#place-order").click();
        desk.see(desk.find("button[name=outcome][value=SUCCESS]"));
        desk.shot("shop-pay");
    }

    void pay() {
        desk.find("button[name=outcome][value=SUCCESS]").click();
        desk.page().waitForURL(url -> url.contains("/orders/"));
    }

    /** On the order's page. */
    String orderId() {
        return desk.page().url().replaceAll(".*/orders/([0-9a-f-]{36}).*", "$1");
    }

    /** Waits until the page says so by itself. */
    void seeStatus(String headline) {
        desk.see(desk.find("#status h1:has-text('" + headline + "')"));
    }

    private void logIn() {
        desk.find("#phone").fill(phone);
        desk.find("form[action$='/login/code'] button").click();
        desk.see(desk.find("#code"));
        String code = await("login code")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Customer.code(orchard, phone), found -> !found.isEmpty());
        desk.find("#code").fill(code);
        desk.find("form[action$='/login'] button").click();
    }

    @Override
    public void close() {
        desk.close();
    }
}
