package app.orchard.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

/** What the team changed, as the founder reads it. */
class ChangesTest extends BrowserTest {

    @Test
    void saysWhoChangedWhatFromWhatToWhat() throws Exception {
        post("/api/staff/coupons", "{\"code\": \"CHANGES\", \"title\": \"10 % off\", \"percent\": 10}", 201);
        post("/api/staff/coupons/CHANGES/end", "", 200);

        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.PHONE)) {
            founder.open("/console/changes?who=founder");
            Locator ended =
                    founder.find(".change-list li:has-text('Coupons: end')").first();
            founder.see(ended);
            assertThat(ended).containsText("founder");
            assertThat(ended).containsText("nothing → ");
            Locator made =
                    founder.find(".change-list li:has-text('Coupons: create')").first();
            assertThat(made).containsText("10 % off");
            founder.shot("changes-360");
        }
        try (Desk founder = Desk.of(browser, orchard.uri(), "founder", Desk.WIDE)) {
            founder.open("/console/changes?who=nobody");
            founder.see(founder.find("text=No changes"));
            founder.open("/console/changes");
            founder.see(founder.find(".change-list li").first());
            founder.shot("changes-1280");
        }
    }

    private void post(String path, String body, int expected) throws Exception {
        String login = Base64.getEncoder().encodeToString("founder:orchard".getBytes(StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(orchard.uri().resolve(path))
                .header("Authorization", "Basic " + login)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.discarding()).statusCode())
                    .isEqualTo(expected);
        }
    }
}
