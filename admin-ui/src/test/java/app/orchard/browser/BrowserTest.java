package app.orchard.browser;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What tests of pages share: one browser per class, and the one product that runs for all of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

    Browser browser;
    RunningOrchard orchard;

    @BeforeAll
    void start() {
        browser = Chromium.launch();
        orchard = RunningOrchard.get();
    }

    @AfterAll
    void stop() {
        if (browser != null) {
            browser.close();
        }
    }
}
