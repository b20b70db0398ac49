package app.orchard.storefront.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every page as a browser without a script sees it, and what each refuses. */
class ShopPagesTest extends PagesTest {

    @Test
    void showsWhatThereIsWithPicturesOfItsOwn() {
        assertThat(browser.html()).contains("Alphonso", "Country sourdough", "₹899");
        List<String> pictures = browser.all("<img src=\"([^\"]*)\"");
        List<String> elsewhere = browser.all("(?:src|href)=\"(https?://(?!localhost)[^\"]*)\"");
        int weight = browser.html().length();
        Set<String> assets = new HashSet<>(pictures);
        assets.addAll(browser.all("href=\"(/shop/[^\"]*)\""));
        assets.addAll(browser.all("src=\"(/shop/[^\"]*)\""));
        assertThat(elsewhere).isEmpty();
        assertThat(pictures).hasSizeGreaterThanOrEqualTo(12);
        for (String asset : assets) {
            HttpResponse<String> answer = browser.open(asset);
            weight += answer.body().length();
            assertThat(answer.statusCode()).as(asset).isEqualTo(200);
            assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("max-age=31536000");
        }
        assertThat(weight).as("bytes before compression").isLessThan(120_000);
    }

    @Test
    void showsOnlyWhatIsLookedFor() {
        stock("totapuri", 0);
        assertThat(browser.open("/?now=true&most=500").body())
                .contains("Dasheri", "Country sourdough")
                .doesNotContain(">Totapuri<", ">Alphonso<");
        browser.submit("/cart/lines", Map.of());
        assertThat(browser.html()).contains("Added to your cart").doesNotContain(">Alphonso<");
        assertThat(browser.open("/?plain=true").body()).contains("Alphonso").doesNotContain("Country sourdough");
        assertThat(browser.open("/?most=1").body()).contains("There is nothing like that just now.", "Show everything");
        stock("totapuri", 400);
    }

    @Test
    void describesAProductToSearchEngines() {
        browser.open("/products/alphonso");

        JsonNode product = JsonMapper.shared().readTree(browser.first("ld\\+json\">(.*?)</script>"));
        assertThat(product.path("@type").asString()).isEqualTo("Product");
        assertThat(product.path("offers").get(0).path("price").asString()).isEqualTo("899.00");
        assertThat(browser.html()).contains("rel=\"canonical\"", "property=\"og:image\"", "In season");
    }

    @Test
    void tellsMachinesWhereItsPagesAre() {
        assertThat(browser.open("/robots.txt").body()).contains("Disallow: /checkout", "/sitemap.xml");
        assertThat(browser.open("/sitemap.xml").body()).contains("/products/alphonso</loc>", "/products/sourdough");
        JsonNode app = JsonMapper.shared()
                .readTree(browser.open("/manifest.webmanifest").body());
        assertThat(app.path("display").asString()).isEqualTo("standalone");
        assertThat(app.path("icons"))
                .hasSize(4)
                .allSatisfy(icon -> assertThat(
                                browser.open(icon.path("src").asString()).statusCode())
                        .isEqualTo(200));
    }

    @Test
    void keepsAPageForWhenThereIsNoNetwork() {
        HttpResponse<String> script = browser.open("/sw.js");
        assertThat(script.headers().firstValue("Content-Type").orElse("")).startsWith("text/javascript");
        assertThat(script.headers().firstValue("Cache-Control").orElse("")).isEqualTo("no-cache");
        JsonNode files = JsonMapper.shared().readTree(browser.first("const FILES = (.*?);"));
        assertThat(files.get(0).asString()).isEqualTo("/offline");
        assertThat(files)
                .hasSizeGreaterThan(3)
                .allSatisfy(file -> assertThat(browser.open(file.asString()).statusCode())
                        .as(file.asString())
                        .isEqualTo(200));

        assertThat(browser.open("/offline").body()).contains("This page needs the internet", "Try again");
    }

    @Test
    void saysThatMessagesComeLaterWhileTheEngineIsAway() {
        jdbc.sql("""
                insert into outbox (ordering_key, kind, command, variables, created_at, next_attempt_at)
                values ('a test', 'Publish', '{}', '{}', now() - interval '1 minute', now())""").update();
        try {
            await().atMost(Duration.ofSeconds(20))
                    .untilAsserted(() -> assertThat(browser.open("/").body())
                            .contains("Confirmations and messages come a little later"));
        } finally {
            jdbc.sql("delete from outbox where ordering_key = 'a test'").update();
        }
    }

    @Test
    void refusesAndTellsWhatHappenedInHindi() {
        browser.open("/language/hi", "/");
        coupon("HINDI-DEAR", 10, 9_000_000);
        checkOutUntilPayment("raspuri");
        assertThat(browser.submit("/checkout/coupon", Map.of("coupon", "HINDI-DEAR"))
                        .body())
                .contains("यह कूपन ₹90,000.00 से ऊपर के ऑर्डर के लिए है")
                .doesNotContain("is for orders from");
        stock("raspuri", 0);
        assertThat(browser.submit("/checkout", Map.of("method", "CASH")).body())
                .contains("8 to 10 fruits” बिक चुका है।")
                .doesNotContain("sold out");
        stock("raspuri", 400);
        browser.submit("/checkout", Map.of("method", "CASH"));

        assertThat(browser.html()).contains("ऑर्डर मिला, ₹").doesNotContain("Order placed", "set aside");
    }

    @Test
    void speaksHindiWhenAskedAndRemembersIt() {
        browser.open("/products/kesar");
        browser.open("/language/hi", "/products/kesar");
        assertThat(browser.path()).isEqualTo("/products/kesar");
        assertThat(browser.html()).contains("lang=\"hi\"", "टोकरी में डालें", "/language/en");
        assertThat(browser.open("/").body()).contains("अपने आम पहचानिए");

        browser.open("/language/en", "/cart/coupon");
        assertThat(browser.path()).isEqualTo("/cart");
        assertThat(browser.html()).contains("Nothing in your cart yet");
        browser.open("/language/en", "//evil.example");
        assertThat(browser.path()).isEqualTo("/");
    }

    @Test
    void comesBackToTheFormAfterALogInThatRanOut() {
        checkOutUntilDoor("kesar");
        Map<String, String> typed = new java.util.TreeMap<>(browser.hiddenFields("/checkout/address"));
        jdbc.sql("delete from customer_session").update();

        browser.post("/checkout/address", typed, "/checkout");

        assertThat(browser.html()).contains("You were logged out meanwhile");
        assertThat(browser.hiddenFields("/login/code")).containsEntry("next", "/checkout");
    }

    @Test
    void saysWhatIsLeftWhenItIsLittleAndWhatIsSoldOut() {
        stock("totapuri", 3);
        assertThat(browser.open("/products/totapuri").body()).contains("Only 3 left");
        stock("totapuri", 0);
        assertThat(browser.open("/products/totapuri").body())
                .contains("Sold out")
                .doesNotContain("Add to cart");
        stock("totapuri", 400);
    }

    @Test
    void keepsACartAndTakesBackARemoval() {
        add("alphonso");
        add("alphonso");
        assertThat(browser.open("/cart").body()).contains("Alphonso", "₹1,798");

        String line = browser.first("action=\"(/cart/lines/[^\"]*)\"");
        browser.submit(line, Map.of("quantity", "0"));
        assertThat(browser.html()).contains("Nothing in your cart yet", "Put it back");

        browser.submit(line, Map.of());
        assertThat(browser.html()).contains("₹1,798");
    }

    @Test
    void takesACouponOffFromTheCartToTheOrder() {
        coupon("SHOP-TEN", 10, 0);
        add("kesar");
        browser.open("/cart");
        browser.submit("/cart/coupon", Map.of("coupon", " shop-ten "));
        assertThat(browser.path()).isEqualTo("/cart");
        assertThat(browser.html()).contains("SHOP-TEN", "−₹64.90", "Remove the coupon SHOP-TEN");

        browser.submit("/cart/coupon", Map.of("coupon", ""));
        assertThat(browser.html()).doesNotContain("−₹64.90").contains("id=\"coupon\"");

        checkOutUntilPayment("kesar");
        browser.submit("/checkout/coupon", Map.of("coupon", "SHOP-TEN"));
        assertThat(browser.html()).contains("−₹129.80", "id=\"place-order\"");
        browser.submit("/checkout", Map.of("method", "CASH"));
        assertThat(browser.html()).contains("−₹129.80", "Coupon SHOP-TEN: ₹129.80 off.");

        add("kesar");
        browser.open("/cart");
        HttpResponse<String> again = browser.submit("/cart/coupon", Map.of("coupon", "shop-ten"));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(again.body()).contains("The coupon SHOP-TEN is used up.", "value=\"shop-ten\"");
    }

    @Test
    void saysBesideTheFieldWhyACouponTakesNothingOff() {
        coupon("SHOP-DEAR", 10, 9_000_000);
        add("kesar");
        browser.open("/cart");

        HttpResponse<String> unknown = browser.submit("/cart/coupon", Map.of("coupon", "<no>"));
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.body()).contains("We do not know this coupon", "value=\"&lt;no&gt;\"", "aria-invalid");
        assertThat(browser.submit("/cart/coupon", Map.of("coupon", "SHOP-DEAR")).body())
                .contains("is for orders from ₹90,000.00; ₹89,351.00 are missing.");

        checkOutUntilPayment("kesar");
        HttpResponse<String> late = browser.submit("/checkout/coupon", Map.of("coupon", "SHOP-DEAR"));
        assertThat(late.statusCode()).isEqualTo(422);
        assertThat(late.body()).contains("are missing.", "value=\"SHOP-DEAR\"", "id=\"place-order\"");
    }

    @Test
    void asksToAgreeAnewWhenACouponEndedMeanwhile() {
        coupon("SHOP-GONE", 10, 0);
        checkOutUntilPayment("kesar");
        browser.submit("/checkout/coupon", Map.of("coupon", "SHOP-GONE"));
        jdbc.sql("update coupon set ends_at = now() where code = 'SHOP-GONE'").update();

        browser.open("/checkout");

        assertThat(browser.html()).contains("The coupon SHOP-GONE is over.", "Place order for ₹689");
    }

    @Test
    void bringsNothingBelowTheLeastOrder() {
        jdbc.sql("update variant set price = 5000 where sku = 'COOKIES-1'").update();
        try {
            checkOutUntilPayment("cookies");
            assertThat(browser.html()).contains("We bring orders from ₹199: ₹149 more", "id=\"minimum\"");

            HttpResponse<String> answer = browser.submit("/checkout", Map.of("method", "CASH"));

            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("Please add something for ₹149.00 more.");
            browser.open("/");
            browser.submit("/place", Map.of("apartment", browser.first("name=\"apartment\" value=\"([^\"]*)\"")));
            assertThat(browser.open("/cart").body()).contains("We bring orders from ₹199: ₹149 more");
        } finally {
            jdbc.sql("update variant set price = 32000 where sku = 'COOKIES-1'").update();
        }
    }

    @Test
    void promisesNoMoreThanThereIs() {
        add("langra");
        stock("langra", 0);
        assertThat(browser.open("/cart").body()).contains("Sold out meanwhile");
        stock("langra", 400);
    }

    @Test
    void saysOnEachPageWhenItComesAndWhatThatCosts() {
        assertThat(browser.html()).contains("Where do you live? See delivery days", "Come to our stall");
        String apartment = browser.first("name=\"apartment\" value=\"([^\"]*)\"");
        browser.submit("/place", Map.of("apartment", apartment));

        assertThat(browser.html())
                .contains("Next free time at", "In season now, and at Lakeview Residency as early as");
        assertThat(browser.open("/products/alphonso").body()).contains("Next free time at");
        for (String page : List.of("/", "/products/kesar", "/cart", "/login")) {
            assertThat(browser.open(page).body())
                    .as(page)
                    .contains("<strong>Lakeview Residency</strong>", "every day", "delivery ₹40, free from ₹999");
        }
        browser.open("/place?next=/cart");
        browser.submit(
                "/place",
                Map.of(
                        "apartment",
                        browser.all("name=\"apartment\" value=\"([^\"]*)\"").getLast()));
        assertThat(browser.path()).isEqualTo("/cart");
        assertThat(browser.html()).contains("<strong>Palm Grove Towers</strong>");
    }

    @Test
    void takesAPincodeAndOffersTheStallWhereItDoesNotDeliver() {
        HttpResponse<String> wrong = browser.submit("/place", Map.of("pincode", "5600"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("A pincode has six digits", "value=\"5600\"", "aria-invalid");

        browser.open("/place?next=/products/kesar");
        browser.submit("/place", Map.of("pincode", "560 032"));
        assertThat(browser.path()).isEqualTo("/products/kesar");
        assertThat(browser.html()).contains("560032 (North side)", "delivery ₹40");

        browser.open("/place");
        browser.submit("/place", Map.of("pincode", "400001"));
        assertThat(browser.html())
                .contains("We do not deliver to 400001 yet.")
                .contains("Sunday Market stall, Market Square, by the clock tower. Sat, Sun, 9 am – 1 pm");
        assertThat(browser.open("/cart").body()).contains("We do not deliver to 400001 yet.");
    }

    @Test
    void offersOnlyWhatIsStillGoodWhenItComes() {
        browser.submit("/place", Map.of("apartment", browser.first("name=\"apartment\" value=\"([^\"]*)\"")));
        assertThat(browser.html()).contains("Add Banganapalli");
        List<String> expiry = jdbc.sql("""
                update stock_lot set expires_on = current_date where variant_id in (select v.id from variant v
                  join product p on p.id = v.product_id where p.slug = 'banganapalli') returning id::text""").query(String.class).list();
        jdbc.sql(
                        "update delivery_slot set closed_because = 'A test' where (starts_at at time zone 'Asia/Kolkata')::date <= current_date + 1")
                .update();
        try {
            assertThat(browser.open("/").body()).doesNotContain("Add Banganapalli");
        } finally {
            jdbc.sql("update delivery_slot set closed_because = null where closed_because = 'A test'")
                    .update();
            expiry.forEach(lot -> jdbc.sql("update stock_lot set expires_on = null where id = ?::uuid")
                    .param(lot)
                    .update());
        }
    }

    @Test
    void asksForATelephoneNumberAndTheRightCode() {
        browser.open("/login");
        assertThat(browser.submit("/login/code", Map.of("phone", "12")).statusCode())
                .isEqualTo(400);
        assertThat(browser.html()).contains("mobile number of ten digits", "value=\"12\"");

        browser.submit("/login/code", Map.of("phone", newPhone()));
        String right = postbox.last();
        assertThat(browser.submit("/login", Map.of("code", right.equals("123456") ? "654321" : "123456"))
                        .statusCode())
                .isEqualTo(422);
        assertThat(browser.html()).contains("That code is wrong");

        browser.submit("/login", Map.of("code", right));
        assertThat(browser.path()).isEqualTo("/");
        assertThat(browser.html()).contains("Log out");

        browser.submit("/logout", Map.of());
        assertThat(browser.html()).contains("Log in").doesNotContain("Log out");
    }

    @Test
    void leadsOnOnlyToItself() {
        for (String elsewhere : List.of("//evil.example", "https://evil.example", "/\\evil.example")) {
            browser.open(
                    "/login?next=" + java.net.URLEncoder.encode(elsewhere, java.nio.charset.StandardCharsets.UTF_8));
            assertThat(browser.hiddenFields("/login/code")).containsEntry("next", "/");
        }
    }

    @Test
    void goesFromCartToACashOrderWithoutAScript() {
        checkOutUntilPayment("kesar");
        browser.submit("/checkout", Map.of("method", "CASH", "note", "Ring <twice>"));

        assertThat(browser.path()).matches("/orders/[0-9a-f-]{36}");
        assertThat(browser.html())
                .contains("We have your order", "Ring &lt;twice&gt;", "Flat 1204", "To pay at the door")
                .contains("http-equiv=\"refresh\"");
        assertThat(browser.open("/cart").body()).contains("Nothing in your cart yet");
        assertThat(browser.open("/orders").body()).contains("Kesar");
    }

    @Test
    void leadsToPaymentAndWaitsForTheGateway() {
        checkOutUntilPayment("kesar");
        browser.submit("/checkout", Map.of("method", "ONLINE"));

        assertThat(browser.path()).endsWith("/pay");
        assertThat(browser.html()).contains("Getting your payment ready", "http-equiv=\"refresh\"");
        browser.open(browser.path().replace("/pay", ""));
        assertThat(browser.html()).contains("Waiting for your payment", "Pay now");
    }

    @Test
    void makesOneOrderOfTwoPressesAndOfTwoTabs() {
        checkOutUntilPayment("dasheri");
        Map<String, String> pressed = new java.util.TreeMap<>(browser.hiddenFields("/checkout"));
        browser.open("/checkout");
        Map<String, String> otherTab = new java.util.TreeMap<>(browser.hiddenFields("/checkout"));
        pressed.put("method", "CASH");
        otherTab.put("method", "ONLINE");

        browser.post("/checkout", pressed);
        String first = browser.path();
        browser.post("/checkout", pressed);
        assertThat(browser.path()).isEqualTo(first);
        browser.post("/checkout", otherTab);
        assertThat(browser.path()).isEqualTo(first);
    }

    @Test
    void namesThePackThatSomebodyElseTookAndKeepsWhatWasTyped() {
        checkOutUntilPayment("raspuri");
        stock("raspuri", 0);

        HttpResponse<String> answer = browser.submit("/checkout", Map.of("method", "CASH", "note", "Gate 2 please"));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("8 to 10 fruits” is sold out", "Gate 2 please", "id=\"place-order\"");
        stock("raspuri", 400);
    }

    @Test
    void showsFullAndClosedTimesWithTheReasonAndHoldsNone() {
        logInAtCheckout("himsagar");
        String slot = browser.first("name=\"slot\" value=\"([^\"]*)\"");
        jdbc.sql("update delivery_slot set closed_because = 'We are at a wedding.' where id = ?::uuid")
                .param(slot)
                .update();

        HttpResponse<String> answer = browser.submit("/checkout/slot", Map.of("slot", slot));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("We are at a wedding. Please choose another.", "class=\"shut\"")
                .doesNotContain("value=\"" + slot);
        jdbc.sql("update delivery_slot set closed_because = null where id = ?::uuid")
                .param(slot)
                .update();
    }

    @Test
    void offersTheTimesAgainWhenTheHeldOneRanOut() {
        checkOutUntilPayment("himsagar");
        Map<String, String> pressed = new java.util.TreeMap<>(browser.hiddenFields("/checkout"));
        jdbc.sql("update slot_hold set expires_at = now() - interval '1 second' where id = ?::uuid")
                .param(pressed.get("hold"))
                .update();
        pressed.put("method", "CASH");

        HttpResponse<String> answer = browser.post("/checkout", pressed);

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("Please choose one again", "name=\"slot\"");
    }

    @Test
    void wantsANameAndAFlat() {
        checkOutUntilDoor("alphonso");
        String apartment = browser.first("<option value=\"([0-9a-f-]{36})\"");

        browser.submit("/checkout/address", Map.of("name", " ", "apartment", apartment, "flat", "7"));
        assertThat(browser.html()).contains("Please tell us your name", "value=\"7\"");
        browser.submit("/checkout/address", Map.of("name", "Lakshmi", "apartment", "", "flat", "7"));
        assertThat(browser.html()).contains("Please choose your apartment complex", "value=\"Lakshmi\"");
        browser.submit("/checkout/address", Map.of("name", "Lakshmi", "apartment", apartment, "flat", ""));
        assertThat(browser.html()).contains("number of your flat");
    }

    @Test
    void takesAStreetWithItsPincodeAndSaysWhereItDoesNotDeliver() {
        checkOutUntilDoor("alphonso");

        HttpResponse<String> far = browser.submit(
                "/checkout/address",
                Map.of("name", "Lakshmi", "apartment", "", "street", "Marine Drive", "pincode", "400002", "flat", "7"));
        assertThat(far.statusCode()).isEqualTo(422);
        assertThat(far.body()).contains("We do not deliver there yet", "value=\"Marine Drive\"");
        browser.submit(
                "/checkout/address",
                Map.of("name", "Lakshmi", "apartment", "", "street", "3rd Cross", "pincode", "56", "flat", "7"));
        assertThat(browser.html()).contains("A pincode has six digits");
        browser.submit(
                "/checkout/address",
                Map.of("name", "Lakshmi", "apartment", "", "street", "3rd Cross", "pincode", "560032", "flat", "7"));
        assertThat(browser.html()).contains("7, 3rd Cross 560032", "name=\"slot\"");
    }

    @Test
    void refusesATimeWhoseCutOffHasPassedWithTheReason() {
        logInAtCheckout("alphonso");
        String slot = browser.all("name=\"slot\" value=\"([^\"]*)\"").getFirst();
        jdbc.sql("update delivery_slot set cutoff_at = cutoff_at - interval '30 days' where id = ?::uuid")
                .param(slot)
                .update();

        HttpResponse<String> answer = browser.submit("/checkout/slot", Map.of("slot", slot));

        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body())
                .contains("Orders for this time are closed. Please choose another.", "class=\"shut\"")
                .doesNotContain("value=\"" + slot);
        jdbc.sql("update delivery_slot set cutoff_at = cutoff_at + interval '30 days' where id = ?::uuid")
                .param(slot)
                .update();
    }

    @Test
    void movesAnOrderToAnotherTimeUntilTheCutOff() {
        checkOutUntilPayment("alphonso");
        browser.submit("/checkout", Map.of("method", "CASH"));
        String order = browser.path();
        browser.open(order);
        assertThat(browser.html()).contains("Another delivery time");
        String slot = browser.first("name=\"slot\" value=\"([^\"]*)\"");
        String other = browser.all("name=\"slot\" value=\"([^\"]*)\"").get(1);

        browser.submit(order + "/slot", Map.of("slot", slot));

        assertThat(browser.html()).contains("Moved to ").doesNotContain("value=\"" + slot);
        assertThat(jdbc.sql("select slot_id::text from sales_order where id = ?::uuid")
                        .param(order.substring("/orders/".length()))
                        .query(String.class)
                        .single())
                .isEqualTo(slot);
        Map<String, String> late = new java.util.TreeMap<>(browser.hiddenFields(order + "/slot"));
        late.put("slot", other);
        moveCutOff(order, "- interval '30 days'");
        HttpResponse<String> answer = browser.post(order + "/slot", late);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(answer.body()).contains("too late to change").doesNotContain("Another delivery time");
        moveCutOff(order, "+ interval '30 days'");
    }

    @Test
    void showsOrdersOnlyToTheirCustomer() {
        checkOutUntilPayment("alphonso");
        browser.submit("/checkout", Map.of("method", "CASH"));
        String order = browser.path();

        PlainBrowser stranger = new PlainBrowser(port);
        stranger.open(order);
        assertThat(stranger.path()).isEqualTo("/login");
        assertThat(stranger.hiddenFields("/login/code")).containsEntry("next", order);
        logIn(stranger, "/login");
        assertThat(stranger.path()).isEqualTo(order);
        for (String page : List.of(order, order + "/pay", order + "/events")) {
            assertThat(stranger.open(page).statusCode()).as(page).isEqualTo(404);
        }
        stranger.open("/");
        Map<String, String> token = stranger.hiddenFields("/logout");
        assertThat(stranger.post(order + "/cancel", token).statusCode()).isEqualTo(404);
        assertThat(stranger.post(order + "/repeat", token).statusCode()).isEqualTo(404);
    }

    @Test
    void cancelsUntilTheCutOffAndSaysWhenItIsTooLate() {
        checkOutUntilPayment("alphonso");
        browser.submit("/checkout", Map.of("method", "CASH"));
        String order = browser.path();
        Map<String, String> token = browser.hiddenFields(order + "/cancel");
        moveCutOff(order, "- interval '30 days'");

        HttpResponse<String> late = browser.post(order + "/cancel", token);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("being prepared already").doesNotContain("Yes, cancel it");

        moveCutOff(order, "+ interval '30 days'");
        browser.open(order);
        browser.submit(order + "/cancel", Map.of());
        assertThat(browser.html()).contains("Cancelled", "Order this again");

        browser.submit(order + "/repeat", Map.of());
        assertThat(browser.path()).isEqualTo("/cart");
        assertThat(browser.html()).contains("Alphonso");
    }

    @Test
    void refusesAFormOfAnotherSite() {
        HttpResponse<String> answer = browser.post("/logout", Map.of());

        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(answer.body()).contains("This page was open for too long");
    }

    @Test
    void saysInItsOwnWordsThatThereIsNothing() {
        for (String nowhere : List.of("/nothing-here", "/products/durian", "/orders/1", "/images/durian.svg")) {
            HttpResponse<String> answer = browser.open(nowhere);
            assertThat(answer.statusCode()).as(nowhere).isIn(400, 404);
            assertThat(answer.body()).as(nowhere).contains("There is nothing here", "To the shop");
        }
    }
}
