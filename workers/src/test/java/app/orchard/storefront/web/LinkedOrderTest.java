package app.orchard.storefront.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** An order's page by its link, which tells nothing about people and changes nothing. */
class LinkedOrderTest extends PagesTest {

    @Test
    void tellsNothingAboutWhoOrderedAndWhereTheyLive() {
        String phone = newPhone();
        String order = placed(phone);
        String link = linkOf(order);
        jdbc.sql("insert into order_event (order_id, at, kind, actor, sentence) values "
                        + "(?::uuid, now(), 'dispatched', 'Ravi', 'Ravi Kumar is on the way.'), "
                        + "(?::uuid, now(), 'unheard-of', 'Ravi', 'At Flat 1204.')")
                .params(order, order)
                .update();

        PlainBrowser stranger = new PlainBrowser(port);
        HttpResponse<String> page = stranger.open(link);

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body())
                .contains("Kesar", "To pay at the door: ₹689", "The driver is on the way.", "Order placed, ₹689.00.")
                .contains("/login?next=" + link, "data-events=\"" + link + "/events\"")
                .doesNotContain("Lakshmi", "1204", "Ring twice", "Ravi", phone.substring(5), order)
                .doesNotContain("method=\"post\" action=\"/o", "invoice", "/cancel", "/slot", "Flat");
        String apartment = jdbc.sql("select apartment from sales_order where id = ?::uuid")
                .param(order)
                .query(String.class)
                .single();
        assertThat(page.body().replaceAll("(?s)<select.*?</select>", "")).doesNotContain(apartment);
        assertThat(page.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(page.headers().firstValue("X-Robots-Tag")).hasValue("noindex");
        assertThat(page.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        assertThat(page.body()).contains("<meta name=\"robots\" content=\"noindex\">");
    }

    @Test
    void changesNothingAndKnowsNoOtherOrder() {
        String link = linkOf(placed(newPhone()));
        PlainBrowser stranger = new PlainBrowser(port);
        stranger.open("/login");
        Map<String, String> token = stranger.hiddenFields("/login/code");

        for (String change : List.of("/cancel", "/slot", "/choice", "/feedback", "/repeat")) {
            assertThat(stranger.post(link + change, token).statusCode())
                    .as(change)
                    .isIn(404, 405);
        }
        assertThat(stranger.open(link + "/invoice.pdf").statusCode()).isEqualTo(404);
        for (String page : List.of("", "/events", "/roads", "/pay")) {
            HttpResponse<String> wrong = stranger.open("/o/" + UUID.randomUUID() + page);
            assertThat(wrong.statusCode()).as(page).isEqualTo(404);
            assertThat(wrong.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
        }
        assertThat(stranger.open(link + "/roads").statusCode())
                .as("before it is on its way")
                .isEqualTo(404);
        assertThat(stranger.open("/o/12").statusCode()).isEqualTo(404);
    }

    @Test
    void leadsToPaymentWithoutSayingWhoPays() {
        String phone = newPhone();
        checkOutUntilDoor("kesar", phone);
        address();
        chooseTime();
        browser.submit("/checkout", Map.of("method", "ONLINE"));
        String link = linkOf(browser.path().replaceAll("/orders/(.*)/pay", "$1"));

        PlainBrowser stranger = new PlainBrowser(port);
        assertThat(stranger.open(link).body()).contains("Waiting for your payment", link + "/pay?start=1");
        assertThat(stranger.open(link + "/pay").body())
                .contains("Getting your payment ready", "href=\"" + link + "\"")
                .doesNotContain("Lakshmi", phone.substring(5));
    }

    @Test
    void showsItsOwnCustomerTheWholePage() {
        String phone = newPhone();
        String order = placed(phone);

        browser.open(linkOf(order));
        assertThat(browser.path()).isEqualTo("/orders/" + order);

        PlainBrowser elsewhere = new PlainBrowser(port);
        elsewhere.open(linkOf(order));
        elsewhere.open(elsewhere.first("id=\"log-in\" href=\"([^\"]*)\""));
        logIn(elsewhere, "/login", phone);
        assertThat(elsewhere.path()).isEqualTo("/orders/" + order);
        PlainBrowser another = new PlainBrowser(port);
        another.open("/login");
        logIn(another, "/login");
        another.open(linkOf(order));
        assertThat(another.path()).isEqualTo(linkOf(order));
    }

    @Test
    void speaksHindiAndStaysOnThePage() {
        String link = linkOf(placed(newPhone()));
        PlainBrowser stranger = new PlainBrowser(port);
        stranger.open(link);

        stranger.open(stranger.first("href=\"(/language/hi[^\"]*)\""));

        assertThat(stranger.path()).isEqualTo(link);
        assertThat(stranger.html()).contains("ऑर्डर मिला, ₹689.00।");
    }

    private String placed(String phone) {
        checkOutUntilDoor("kesar", phone);
        address();
        chooseTime();
        browser.submit("/checkout", Map.of("method", "CASH", "note", "Ring twice"));
        return browser.path().substring("/orders/".length());
    }

    private String linkOf(String order) {
        return "/o/"
                + jdbc.sql("select link::text from sales_order where id = ?::uuid")
                        .param(order)
                        .query(String.class)
                        .single();
    }
}
