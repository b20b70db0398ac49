package app.orchard.storefront.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.order.OrderStatus;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ShopWordsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern USED = Pattern.compile("(?:#\\{|messages\\.msg\\(')([a-zA-Z0-9.]+)[})('(]");

    private static final Pattern VALUE = Pattern.compile("\\{(\\d)[,}]");

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
    void hasWordsForAllThatHappensToOrders() throws IOException {
        Properties words = words();
        Pattern told = Pattern.compile("(?s)(?:timeline\\.add|books\\.tell)\\(\\s*[\\w.()]+,\\s*\"([a-z-]+)\"");
        try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
            assertThat(sources.filter(file -> file.toString().endsWith(".java"))
                            .flatMap(file -> told.matcher(read(file)).results())
                            .map(found -> found.group(1))
                            .filter(kind -> !kind.startsWith("feedback"))
                            .distinct())
                    .hasSizeGreaterThan(20)
                    .allSatisfy(kind -> assertThat(words).containsKey("event." + kind));
        }
    }

    /** What only staff and programs are refused. */
    private static final Set<String> NOT_ON_PAGES = Set.of(
            "bad-area",
            "bad-blackout",
            "bad-capacity",
            "bad-coupon",
            "bad-day",
            "bad-distance",
            "code-taken",
            "homeless-apartment",
            "name-taken",
            "bad-reason",
            "bad-request-key",
            "bad-template",
            "below-taken",
            "bad-amount",
            "coupon-exists",
            "no-note",
            "no-such-line",
            "not-expired-yet",
            "nothing-to-refund",
            "refund-over",
            "refund-too-large",
            "refund-unknown",
            "template-overlaps",
            "view-many",
            "view-name");

    @Test
    void hasWordsInHindiForAllThatCustomersAreRefused() throws IOException {
        Properties hindi = words("messages_hi.properties");
        Pattern refused = Pattern.compile(
                "Refusal\\s*\\.\\s*(?:conflict|invalid|tooMany|unavailable|unauthenticated)\\(\\s*\"([a-z-]+[a-z])\"");
        List<String> types = new ArrayList<>();
        for (String capability :
                List.of("customer", "order", "slots", "promotion", "feedback", "refund", "storefront")) {
            try (Stream<Path> sources = Files.walk(Path.of("src/main/java/app/orchard", capability))) {
                sources.filter(file -> file.toString().endsWith(".java"))
                        .filter(file -> !file.toString().contains("/api/"))
                        .forEach(file ->
                                refused.matcher(read(file)).results().forEach(found -> types.add(found.group(1))));
            }
        }
        assertThat(types)
                .hasSizeGreaterThan(30)
                .filteredOn(type -> !NOT_ON_PAGES.contains(type))
                .allSatisfy(type -> assertThat(hindi).containsKey("refusal." + type));
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

    @Test
    void saysEverythingInHindiWithTheSameValues() throws IOException {
        Properties english = words();
        Properties hindi = words("messages_hi.properties");
        assertThat(english.stringPropertyNames())
                .filteredOn(key -> !key.startsWith("driver."))
                .allSatisfy(key -> assertThat(values(hindi.getProperty(key, "missing: " + key)))
                        .as(key)
                        .isEqualTo(values(english.getProperty(key))));
        assertThat(hindi.stringPropertyNames())
                .filteredOn(key -> !key.startsWith("refusal."))
                .allSatisfy(key -> assertThat(english).containsKey(key));
        assertThat(hindi.values())
                .allSatisfy(text -> assertThat(text.toString()).containsPattern("[\\u0900-\\u097f]"));
    }

    private static Set<String> values(String text) {
        return VALUE.matcher(text).results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    private static Properties words() throws IOException {
        return words("messages.properties");
    }

    private static Properties words(String bundle) throws IOException {
        Properties words = new Properties();
        try (var file = Files.newBufferedReader(RESOURCES.resolve(bundle), StandardCharsets.UTF_8)) {
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
