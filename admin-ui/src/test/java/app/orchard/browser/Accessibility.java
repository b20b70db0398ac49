package app.orchard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** What axe finds on a page that keeps people out. */
final class Accessibility {

    private static final String AXE = axe();
    private static final String SERIOUS = """
            () => axe.run(document, {resultTypes: ['violations']}).then(found => found.violations
              .filter(one => ['serious', 'critical'].includes(one.impact))
              .map(one => one.id + ' (' + one.help + '): '
                + one.nodes.map(node => node.target.join(' ') + ' ' + (node.any[0]?.message ?? '')).join('; ')))
            """;

    private Accessibility() {}

    static void check(Page page, String name) {
        page.evaluate(AXE);
        Object found = page.evaluate(SERIOUS);
        assertThat((List<?>) found).as("what axe finds serious on %s", name).isEmpty();
    }

    private static String axe() {
        try (InputStream script = Objects.requireNonNull(
                Accessibility.class.getResourceAsStream("/META-INF/resources/webjars/axe-core/4.6.3/axe.min.js"))) {
            return new String(script.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
