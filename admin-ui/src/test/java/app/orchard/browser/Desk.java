package app.orchard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ReducedMotion;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Somebody in front of a browser window of their own. */
final class Desk implements AutoCloseable {

    static final int WIDE = 1280;
    static final int PHONE = 360;

    /** Machines that build are slow; what must be quick is measured by its own clock. */
    private static final int PATIENCE_MILLIS = 30_000;

    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Windows of staff that nobody sits at: what a browser has loaded once it need not load for the next test. */
    private static final Map<Seat, Deque<BrowserContext>> EMPTY = new HashMap<>();

    private record Seat(String login, int width) {}

    private final BrowserContext window;
    private final Page page;
    private final URI uri;
    private final @Nullable Seat seat;

    Desk(Browser browser, URI uri, int width) {
        this(browser, uri, options(width));
    }

    Desk(Browser browser, URI uri, Browser.NewContextOptions options) {
        this(window(browser, options), uri, null);
    }

    private Desk(BrowserContext window, URI uri, @Nullable Seat seat) {
        this.uri = uri;
        this.window = window;
        this.seat = seat;
        page = window.newPage();
    }

    private static BrowserContext window(Browser browser, Browser.NewContextOptions options) {
        BrowserContext window = browser.newContext(options);
        window.setDefaultTimeout(PATIENCE_MILLIS);
        window.setDefaultNavigationTimeout(2.0 * PATIENCE_MILLIS);
        return window;
    }

    static Browser.NewContextOptions options(int width) {
        return new Browser.NewContextOptions()
                .setViewportSize(width, width == PHONE ? 760 : 900)
                .setLocale("en-IN")
                .setReducedMotion(ReducedMotion.REDUCE);
    }

    /** A member of staff, logged in on their first page. */
    static Desk of(Browser browser, URI uri, String login, int width) {
        Seat seat = new Seat(login, width);
        BrowserContext left =
                EMPTY.computeIfAbsent(seat, none -> new ArrayDeque<>()).poll();
        Desk desk = new Desk(left == null ? window(browser, options(width)) : left, uri, seat);
        desk.open("/console/");
        Locator page = desk.find("vaadin-app-layout .page, vaadin-app-layout .notice");
        Locator form = desk.find("input[name=username]");
        page.or(form).first().waitFor();
        if (form.isVisible()) {
            desk.logIn(login, "orchard");
        }
        page.waitFor();
        return desk;
    }

    void logIn(String login, String password) {
        page.locator("input[name=username]").fill(login);
        page.locator("input[name=password]").fill(password);
        page.locator("vaadin-login-form vaadin-button").first().click();
    }

    Page page() {
        return page;
    }

    void open(String path) {
        page.navigate(uri.resolve(path).toString());
    }

    Locator find(String selector) {
        return page.locator(selector).first();
    }

    void see(Locator what) {
        assertThat(what).isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(PATIENCE_MILLIS));
    }

    void miss(Locator what) {
        what.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.HIDDEN));
    }

    /** Keeps what is on the screen, for people to look at. */
    void shot(String name) {
        page.waitForTimeout(300);
        page.screenshot(new Page.ScreenshotOptions().setPath(SCREENSHOTS.resolve(name + ".png")));
    }

    /** What the browser keeps when it is closed. */
    String kept() {
        return window.storageState();
    }

    /** Another tab of this browser. */
    Desk tab() {
        return new Desk(window, uri, null);
    }

    void goOffline() {
        window.setOffline(true);
    }

    @Override
    public void close() {
        if (seat == null) {
            window.close();
        } else {
            window.pages().forEach(Page::close);
            EMPTY.computeIfAbsent(seat, none -> new ArrayDeque<>()).push(window);
        }
    }
}
