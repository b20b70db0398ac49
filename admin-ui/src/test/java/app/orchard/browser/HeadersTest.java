package app.orchard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What pages tell browsers to keep out. */
class HeadersTest extends BrowserTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cart", "/console/login", "/driver/"})
    void noPageLetsItselfBeFramedOrGuessed(String path) throws Exception {
        HttpResponse<String> page = get(path);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(policy(page)).contains("default-src 'self'").contains("object-src 'none'");
        assertThat(policy(page)).contains("frame-ancestors 'none'");
        assertThat(page.headers().firstValue("X-Frame-Options")).hasValue("DENY");
        assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/cart", "/driver/"})
    void pagesOfOursRunNothingThatIsWrittenIntoThem(String path) throws Exception {
        assertThat(policy(get(path))).doesNotContain("unsafe-inline").doesNotContain("unsafe-eval");
    }

    @Test
    void aLogInMakesAnotherSessionThatNoScriptReads() {
        try (Desk founder = new Desk(browser, orchard.uri(), Desk.WIDE)) {
            founder.open("/console/login");
            founder.find("input[name=username]").waitFor();
            String before = session(founder).value;

            founder.logIn("founder", "orchard");
            founder.find("vaadin-app-layout .page").waitFor();

            assertThat(session(founder).value).isNotEqualTo(before);
            assertThat(session(founder).httpOnly).isTrue();
            assertThat(String.valueOf(session(founder).sameSite)).isEqualToIgnoringCase("lax");
        }
    }

    private static Cookie session(Desk desk) {
        return desk.page().context().cookies().stream()
                .filter(cookie -> cookie.name.equals("JSESSIONID"))
                .findFirst()
                .orElseThrow();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(HttpRequest.newBuilder(orchard.uri().resolve(path)).build(), BodyHandlers.ofString());
        }
    }

    private static String policy(HttpResponse<String> page) {
        return page.headers().firstValue("Content-Security-Policy").orElse("");
    }
}
