package app.orchard.storefront.driver;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.delivery.EvidenceKind;
import app.orchard.delivery.FailureReason;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class DriverWordsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");

    @Test
    void hasWordsForEverythingThatThePageSays() throws IOException {
        Properties words = words();
        String page = Files.readString(RESOURCES.resolve("static/driver/app.js"));

        assertThat(Pattern.compile("say\\('([a-z.]+)'").matcher(page).results().map(found -> found.group(1)))
                .hasSizeGreaterThan(30)
                .allSatisfy(key -> assertThat(words).containsKey("driver." + key));
        assertThat(Arrays.stream(FailureReason.values()).map(FailureReason::wireName))
                .allSatisfy(reason -> assertThat(words).containsKey("driver.reason." + reason));
        assertThat(Arrays.stream(EvidenceKind.values()).map(EvidenceKind::wireName))
                .allSatisfy(kind -> assertThat(words).containsKey("driver.proof." + kind));
    }

    private static Properties words() throws IOException {
        Properties words = new Properties();
        try (var file = Files.newBufferedReader(RESOURCES.resolve("messages.properties"), StandardCharsets.UTF_8)) {
            words.load(file);
        }
        return words;
    }
}
