package app.orchard.storefront.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What was typed stays, whatever ran out while it was typed, and whatever changed meanwhile. */
class StaleFormsTest extends PagesTest {

    private static final String AGAIN = "please press once more";

    @Test
    void givesAnAddressBackWhoseTokenIsTooOld() {
        checkOutUntilDoor("kesar");
        HttpResponse<String> late = browser.post(
                "/checkout/address",
                Map.of("name", "Lakshmi", "street", "3rd Cross", "pincode", "560032", "flat", "7", "_csrf", "old"));

        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains(AGAIN, "value=\"Lakshmi\"", "value=\"3rd Cross\"", "value=\"560032\"");
        browser.submit(
                "/checkout/address",
                Map.of("name", "Lakshmi", "apartment", "", "street", "3rd Cross", "pincode", "560032", "flat", "7"));
        assertThat(browser.html()).contains("7, 3rd Cross 560032", "name=\"slot\"");
    }

    @Test
    void givesTheLastStepBackAndPlacesNothingUntilItIsPressedAgain() {
        checkOutUntilPayment("kesar");
        Map<String, String> pressed = new TreeMap<>(browser.hiddenFields("/checkout"));
        pressed.putAll(Map.of("method", "CASH", "note", "Gate 2 please", "feedback", "true", "_csrf", "old"));

        HttpResponse<String> late = browser.post("/checkout", pressed);

        assertThat(late.statusCode()).isEqualTo(403);
        assertThat(late.body()).contains(AGAIN, "Gate 2 please");
        assertThat(browser.all("id=\"(method-cash)\" value=\"CASH\" checked")).hasSize(1);
        assertThat(browser.all("id=\"(feedback)\" name=\"feedback\" value=\"true\" checked"))
                .hasSize(1);
        assertThat(browser.all("id=\"(news)\" name=\"news\" value=\"true\" checked"))
                .isEmpty();
        browser.submit("/checkout", Map.of("method", "CASH", "note", "Gate 2 please"));
        assertThat(browser.path()).matches("/orders/[0-9a-f-]{36}");
        assertThat(browser.html()).contains("Gate 2 please");
    }

    @Test
    void comesBackFilledAfterALogInThatRanOut() {
        String phone = newPhone();
        checkOutUntilDoor("kesar", phone);
        Map<String, String> typed = new TreeMap<>(browser.hiddenFields("/checkout/address"));
        typed.putAll(Map.of("name", "Asha & Co", "street", "4th Main", "pincode", "560032", "flat", "9"));
        jdbc.sql("delete from customer_session").update();

        browser.post("/checkout/address", typed, "/checkout");
        assertThat(browser.html()).contains("You were logged out meanwhile");
        logIn(browser, "/login", phone);

        assertThat(browser.html()).contains(AGAIN, "value=\"Asha &amp; Co\"", "value=\"4th Main\"", "value=\"9\"");
        browser.submit(
                "/checkout/address",
                Map.of("name", "Asha & Co", "apartment", "", "street", "4th Main", "pincode", "560032", "flat", "9"));
        assertThat(browser.html()).contains("9, 4th Main 560032", "name=\"slot\"");
    }

    @Test
    void keepsWhatWasMeantForTheCart() {
        browser.open("/products/kesar");
        Map<String, String> pressed = new TreeMap<>(browser.hiddenFields("/cart/lines"));
        pressed.putAll(Map.of("quantity", "4", "_csrf", "old"));
        browser.post("/cart/lines", pressed);

        assertThat(browser.path()).isEqualTo("/products/kesar");
        assertThat(browser.html()).contains(AGAIN, "value=\"4\"").doesNotContain("class=\"count\"");
        add("kesar");
        browser.open("/cart");
        assertThat(browser.post("/cart/coupon", Map.of("coupon", "MANGO-10", "_csrf", "old"))
                        .body())
                .contains(AGAIN, "value=\"MANGO-10\"", "Kesar");
    }

    @Test
    void isNotThatKindToFormsOfOtherSites() {
        for (String from : List.of("//evil.example/", "")) {
            HttpResponse<String> answer = from.isEmpty()
                    ? browser.post("/stale/checkout/address", Map.of("name", "Mallory"))
                    : browser.postFrom("http:" + from, "/checkout/address", Map.of("name", "Mallory"));
            assertThat(answer.statusCode()).as(from).isEqualTo(403);
            assertThat(answer.body()).doesNotContain("Mallory");
        }
    }

    @Test
    void showsNewPricesAndWantsThemAgreedTo() {
        checkOutUntilPayment("kesar");
        Map<String, String> pressed = new TreeMap<>(browser.hiddenFields("/checkout"));
        pressed.put("method", "CASH");
        jdbc.sql("update quote set expires_at = now() - interval '1 second' where id = ?::uuid")
                .param(pressed.get("quote"))
                .update();
        jdbc.sql("update variant set price = price + 5000 where sku = 'KESAR-1'")
                .update();
        try {
            HttpResponse<String> answer = browser.post("/checkout", pressed);

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("we looked the prices up again", "Place order for ₹739");
            browser.submit("/checkout", Map.of("method", "CASH"));
            assertThat(browser.html()).contains("To pay at the door: ₹739");
        } finally {
            jdbc.sql("update variant set price = price - 5000 where sku = 'KESAR-1'")
                    .update();
        }
    }

    @Test
    void makesOneCartOfTwoWhenSomebodyLogsIn() {
        String phone = newPhone();
        add("kesar");
        browser.open("/login");
        logIn(browser, "/login", phone);

        PlainBrowser other = new PlainBrowser(port);
        browser = other;
        add("alphonso");
        browser.open("/login");
        logIn(browser, "/login", phone);

        assertThat(browser.open("/cart").body()).contains("Kesar", "Alphonso");
    }

    @Test
    void findsTheZoneOfAPinOnTheMap() {
        checkOutUntilDoor("kesar");
        assertThat(browser.open("/place/zone?latitude=12.90&longitude=77.60").body())
                .contains("South side", "true");
        assertThat(browser.open("/place/zone?latitude=19.0&longitude=72.8").body())
                .contains("not deliver", "false");
        assertThat(browser.open("/place/zone?latitude=190&longitude=72.8").statusCode())
                .isEqualTo(400);
        assertThat(browser.open("/place/roads?latitude=12.90&longitude=77.60").body())
                .contains("FeatureCollection");

        browser.open("/checkout");
        browser.submit(
                "/checkout/address",
                Map.of(
                        "name", "Lakshmi",
                        "apartment", "",
                        "street", "Border Road",
                        "pincode", "560032",
                        "latitude", "12.90",
                        "longitude", "77.60",
                        "flat", "7"));
        String slot = browser.first("name=\"slot\" value=\"([^\"]*)\"");
        assertThat(jdbc.sql("select z.code from delivery_slot s join zone z on z.id = s.zone_id where s.id = ?::uuid")
                        .param(slot)
                        .query(String.class)
                        .single())
                .isEqualTo("south");
    }
}
