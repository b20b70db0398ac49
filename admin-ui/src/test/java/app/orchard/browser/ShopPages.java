package app.orchard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.LoadState;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;

/** The shop as a customer uses it, one step a method; each leaves the window on the page that follows. */
final class ShopPages implements AutoCloseable {

    private static final int MOST_TABS = 120;
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    private final RunningOrchard orchard;
    private final Desk desk;
    private final Page page;
    private final String phone = Customer.newPhone();
    private final List<String> complaints = new CopyOnWriteArrayList<>();
    private final Set<String> asked = new ConcurrentSkipListSet<>();

    ShopPages(Browser browser, RunningOrchard orchard, int width) {
        this(browser, orchard, Desk.options(width));
    }

    ShopPages(Browser browser, RunningOrchard orchard, Browser.NewContextOptions options) {
        this.orchard = orchard;
        this.desk = new Desk(browser, orchard.uri(), options);
        this.page = desk.page();
        page.onPageError(complaints::add);
    }

    /** From the home page to the last step before the order. */
    ShopPages checkOut(String product) {
        return home().add(product)
                .openCart()
                .openCheckout()
                .logIn()
                .deliverTo("Kavya Rao", "C", "1204")
                .chooseTime();
    }

    /** The same browser, opened again later. */
    ShopPages later(Browser browser, int width) {
        return new ShopPages(browser, orchard, Desk.options(width).setStorageState(desk.kept()));
    }

    /** Somebody who comes to look at their account, without a cart. */
    ShopPages logInFirst() {
        open("/login");
        sendCode();
        desk.see(desk.find("#account-link"));
        return this;
    }

    ShopPages enterCoupon(String code) {
        desk.find("#coupon").fill(code);
        desk.find("form:has(#coupon) button").click();
        return this;
    }

    ShopPages seeCoupon(String code) {
        desk.see(desk.find(".coupon strong:has-text('" + code + "')"));
        return this;
    }

    /** In another tab of the same browser, with what was chosen in this one. */
    String placeInAnotherTab() {
        Desk other = desk.tab();
        other.open("/checkout");
        other.find("#method-cash").check();
        other.find("#place-order").click();
        other.see(other.find("#status"));
        String order = other.page().url().replaceAll(".*/orders/([0-9a-f-]{36}).*", "$1");
        other.page().close();
        return order;
    }

    ShopPages place() {
        desk.find("#method-cash").check();
        desk.find("#place-order").click();
        return this;
    }

    /** The time they held ran out meanwhile. */
    ShopPages loseTime() {
        orchard.jdbc()
                .sql("update slot_hold set expires_at = now() - interval '1 second' where id = cast(? as uuid)")
                .param(desk.find("input[name=hold]").getAttribute("value"))
                .update();
        return this;
    }

    /** Moves the order to the first time that is offered. */
    ShopPages moveToAnotherTime() {
        desk.find("#reschedule summary").click();
        desk.find("#reschedule button[name=slot]").click();
        return this;
    }

    ShopPages click(String selector) {
        desk.find(selector).click();
        return this;
    }

    ShopPages fill(String selector, String text) {
        desk.find(selector).fill(text);
        return this;
    }

    ShopPages choose(String selector, int index) {
        desk.find(selector).selectOption(new SelectOption().setIndex(index));
        return this;
    }

    ShopPages tick(String selector) {
        desk.find(selector).check();
        return this;
    }

    ShopPages attach(String selector, Path file) {
        desk.find(selector).setInputFiles(file);
        return this;
    }

    /** By the keyboard alone. @param css of what has the focus then */
    ShopPages tabTo(String css) {
        for (int n = 0; n < MOST_TABS; n++) {
            if (Boolean.TRUE.equals(page.evaluate("css => document.activeElement.matches(css)", css))) {
                return this;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("The keyboard does not lead to " + css);
    }

    ShopPages press(String key) {
        page.keyboard().press(key);
        return this;
    }

    ShopPages type(String text) {
        page.keyboard().type(text);
        return this;
    }

    ShopPages await(String selector) {
        desk.see(desk.find(selector));
        return this;
    }

    /** The phone rang: types what stands on it. */
    ShopPages typeCode() {
        return type(code());
    }

    String phone() {
        return phone;
    }

    /** What a link downloads. */
    String download(String selector) {
        try {
            return Files.readString(
                    page.waitForDownload(() -> desk.find(selector).click()).path());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The page for that is kept by now. */
    ShopPages loseTheNetwork() {
        page.evaluate("() => navigator.serviceWorker.ready.then(() => true)");
        desk.goOffline();
        return this;
    }

    ShopPages home() {
        return open("/");
    }

    ShopPages open(String path) {
        desk.open(path);
        return this;
    }

    /** Loads a page as a browser that was never here. @return bytes over the wire, headers included */
    long weigh(String path) {
        CDPSession wire = page.context().newCDPSession(page);
        AtomicLong bytes = new AtomicLong();
        wire.on(
                "Network.loadingFinished",
                loaded -> bytes.addAndGet((long) loaded.get("encodedDataLength").getAsDouble()));
        wire.send("Network.enable");
        page.onRequest(request -> asked.add(URI.create(request.url()).getAuthority()));
        desk.open(path);
        page.waitForLoadState(LoadState.NETWORKIDLE);
        wire.detach();
        return bytes.get();
    }

    /** Whom pages asked for something while they were weighed: host and port. */
    Set<String> asked() {
        return asked;
    }

    String host() {
        return orchard.uri().getAuthority();
    }

    /** As somebody to whom the customer sent the link of their message. */
    ShopPages openLinkTo(String order) {
        return open("/o/"
                + orchard.jdbc()
                        .sql("select link::text from sales_order where id = cast(? as uuid)")
                        .param(order)
                        .query(String.class)
                        .single());
    }

    /** By the button on the product's card. */
    ShopPages add(String product) {
        desk.find(".card:has-text('" + product + "') button").click();
        desk.see(desk.find("#cart-link .count"));
        return this;
    }

    ShopPages openProduct(String product) {
        desk.find(".card h3 a:has-text('" + product + "')").click();
        desk.see(desk.find(".product"));
        return this;
    }

    ShopPages addFromProductPage(int quantity) {
        desk.find("#quantity").fill(Integer.toString(quantity));
        desk.find("#add").click();
        desk.see(desk.find("#cart-link .count:has-text('" + quantity + "')"));
        return this;
    }

    private String code() {
        return Awaitility.await("login code")
                .atMost(Duration.ofSeconds(20))
                .until(() -> Customer.code(orchard, phone), found -> !found.isEmpty());
    }

    ShopPages openCart() {
        desk.find("#cart-link").click();
        desk.see(desk.find("#checkout"));
        return this;
    }

    ShopPages openCheckout() {
        desk.find("#checkout").click();
        desk.see(desk.find(".steps"));
        return this;
    }

    ShopPages logIn() {
        sendCode();
        desk.see(desk.find("#flat"));
        return this;
    }

    private void sendCode() {
        desk.find("#phone").fill(phone);
        desk.find("form[action$='/login/code'] button").click();
        desk.see(desk.find("#code"));
        desk.find("#code").fill(code());
        desk.find("form[action$='/login'] button").click();
    }

    ShopPages deliverTo(String name, String tower, String flat) {
        desk.find("#name").fill(name);
        desk.find("#apartment").selectOption(new SelectOption().setIndex(1));
        desk.find("#tower").fill(tower);
        desk.find("#flat").fill(flat);
        desk.find("form[action$='/checkout/address'] button:not([type=button])").click();
        desk.see(desk.find("button[name=slot]"));
        return this;
    }

    ShopPages chooseTime() {
        desk.find("button[name=slot]").click();
        desk.see(desk.find("#place-order"));
        return this;
    }

    ShopPages chooseLastTime() {
        desk.page().locator("button[name=slot]").last().click();
        desk.see(desk.find("#place-order"));
        return this;
    }

    ShopPages placeForCash() {
        desk.find("#method-cash").check();
        desk.find("#place-order").click();
        desk.see(desk.find("#status"));
        return this;
    }

    /** Leads to the gateway's page. */
    ShopPages placeToPayOnline() {
        desk.find("#method-online").check();
        desk.find("#place-order").click();
        return seeGateway();
    }

    /** The page asks itself again until the gateway knows of the order. */
    ShopPages placeWithoutAScript() {
        desk.find("#method-online").check();
        desk.find("#place-order").click();
        desk.see(desk.find("#pay"));
        return this;
    }

    ShopPages seeGateway() {
        desk.see(desk.find("button[name=outcome][value=SUCCESS]"));
        return this;
    }

    ShopPages pay() {
        desk.find("button[name=outcome][value=SUCCESS]").click();
        desk.see(desk.find("#status"));
        return this;
    }

    ShopPages failToPay() {
        desk.find("button[name=outcome][value=FAILURE]").click();
        desk.see(desk.find("text=Payment failed."));
        return this;
    }

    /** Leads back to the shop's page before the gateway's. */
    ShopPages walkAwayFromPayment() {
        desk.find(".leave").click();
        desk.see(desk.find("#pay:enabled"));
        return this;
    }

    ShopPages payAfterAll() {
        desk.find("#pay-now").click();
        return seeGateway().pay();
    }

    ShopPages askToCancel() {
        desk.find("#cancel summary").click();
        return this;
    }

    ShopPages cancel() {
        if (!desk.find("#cancel button.danger").isVisible()) {
            askToCancel();
        }
        desk.find("#cancel button.danger").click();
        return this;
    }

    /** On the order's page. */
    String orderId() {
        return page.url().replaceAll(".*/orders/([0-9a-f-]{36}).*", "$1");
    }

    /** The step that the order's page marks as the present one. */
    String presentStep() {
        return desk.find(".track [aria-current=step] span").innerText();
    }

    /** Waits until the order's page says so by itself. */
    ShopPages seeStatus(String headline) {
        desk.see(desk.find("#status h1:has-text('" + headline + "')"));
        return this;
    }

    /** @param place latitude and longitude, on the map */
    ShopPages seeDriverAt(String place) {
        desk.see(desk.find("#way .map[data-driver='" + place + "'] .map-driver"));
        return this;
    }

    ShopPages seeNoMap() {
        desk.miss(desk.find("#way"));
        return this;
    }

    ShopPages see(String words) {
        assertThat(desk.find("main")).containsText(words);
        return this;
    }

    /** Keeps the whole page for people to look at, and makes sure that nothing sticks out of the window. */
    ShopPages shot(String name) {
        Object tooWide = page.evaluate("() => document.documentElement.scrollWidth - innerWidth");
        assertThat(tooWide).as("pixels by which %s is too wide", name).isEqualTo(0);
        Accessibility.check(page, name);
        page.waitForTimeout(300);
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SCREENSHOTS.resolve("shop-" + name + ".png"))
                .setFullPage(true));
        return this;
    }

    /** The page as it was sent, with what is shown only where no script runs. */
    String source() {
        return page.content();
    }

    /** What scripts of the pages stumbled over. */
    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        desk.close();
    }
}
