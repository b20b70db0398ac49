package app.orchard.browser;

import com.microsoft.playwright.Browser;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** What tests of pages share: the one browser and the one product that run for all of them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class BrowserTest {

    Browser browser;
    RunningOrchard orchard;

    @BeforeAll
    void start() {
        browser = Chromium.get();
        orchard = RunningOrchard.get();
    }
}
