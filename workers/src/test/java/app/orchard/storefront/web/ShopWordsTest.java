package app.orchard.storefront.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.order.OrderStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Properties;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShopWordsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern USED = Pattern.compile("(?:#\\{|messages\\.msg\\(')([a-zA-Z0-9.]+)[})('(]");

    @Test
    void hasWordsForEveryKeyOfThePages() throws IOException {
        Properties words = words();
        assertThat(pages().flatMap(page -> USED.matcher(page).results()).map(found -> found.group(1)))
                .isNotEmpty()
                .allSatisfy(key -> assertThat(words).containsKey(key));
    }

    @Test
    void hasWordsForEveryStatus() throws IOException {
        Properties words = words();
        assertThat(Arrays.stream(OrderStatus.values()).map(Enum::name))
                .allSatisfy(status -> assertThat(words)
                        .containsKeys("status." + status, "status." + status + ".lede", "status.short." + status));
    }

    @Test
    void writesNoScriptAndNoStyleIntoPages() {
        assertThat(pages())
                .isNotEmpty()
                .allSatisfy(page -> assertThat(
                                Pattern.compile("\\son[a-z]+=|\\sstyle=|<style|<script(?![^>]*(th:src|ld\\+json))")
                                        .matcher(page)
                                        .results()
                                        .map(MatchResult::group))
                        .isEmpty());
    }

    private static Properties words() throws IOException {
        Properties words = new Properties();
        try (var file = Files.newBufferedReader(RESOURCES.resolve("messages.properties"), StandardCharsets.UTF_8)) {
            words.load(file);
        }
        return words;
    }

    private static Stream<String> pages() {
        try (Stream<Path> files = Files.walk(RESOURCES.resolve("templates"))) {
            return files.filter(Files::isRegularFile).toList().stream().map(ShopWordsTest::read);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
