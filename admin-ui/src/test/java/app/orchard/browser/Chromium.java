package app.orchard.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The browser of this machine. Without one, tests that need it are skipped and say so. */
final class Chromium {

    /** The one without windows comes first: it needs less of the machine for the same pages. */
    private static final List<String> NAMES = List.of(
            "chromium-headless-shell",
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "chrome");

    private static final List<String> PLACES = List.of(
            "/usr/bin",
            "/usr/local/bin",
            "/snap/bin",
            "/opt/google/chrome",
            "/Applications/Chromium.app/Contents/MacOS/Chromium",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome");

    private static @Nullable Browser running;

    private Chromium() {}

    /** Started once for all tests, which open windows of their own; it ends with this JVM. */
    static synchronized Browser get() {
        if (running == null) {
            running = launch();
        }
        return running;
    }

    private static Browser launch() {
        Optional<Path> found = find();
        Assumptions.assumeTrue(
                found.isPresent(),
                "No Chromium was found on the PATH or in the usual places; name one with ORCHARD_CHROMIUM.");
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        return playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(found.orElseThrow())
                        .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage")));
    }

    static Optional<Path> find() {
        String named = System.getenv("ORCHARD_CHROMIUM");
        if (named != null) {
            return Optional.of(Path.of(named));
        }
        Stream<String> folders = Stream.concat(
                Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator)), PLACES.stream());
        return folders.filter(folder -> !folder.isBlank())
                .map(Path::of)
                .flatMap(folder -> Stream.concat(NAMES.stream().map(folder::resolve), Stream.of(folder)))
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .findFirst();
    }
}
