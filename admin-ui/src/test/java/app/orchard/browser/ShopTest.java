package app.orchard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The shop in a real browser, from the home page to the confirmation and the ways beside it. */
class ShopTest extends BrowserTest {

    @ParameterizedTest
    @ValueSource(ints = {Desk.PHONE, Desk.WIDE})
    void goesFromTheHomePageToAConfirmedOrder(int width) {
        try (ShopPages shop = new ShopPages(browser, orchard, width)) {
            shop.home().shot("home-" + width);
            shop.openProduct("Alphonso").shot("product-" + width).addFromProductPage(2);
            shop.openCart().shot("cart-" + width).openCheckout().shot("checkout-phone-" + width);
            shop.logIn().shot("checkout-door-" + width);
            shop.deliverTo("Lakshmi Narayanan", "B", "1204").shot("checkout-times-" + width);
            shop.chooseTime().shot("checkout-payment-" + width);
            shop.placeToPayOnline().pay().seeStatus("We are packing your order");
            shop.see("Paid: ₹1,798").shot("order-" + width);

            assertThat(shop.presentStep()).isEqualTo("Preparing");
            assertThat(shop.complaints()).isEmpty();
        }
    }

    @Test
    void weighsLittleAndAsksNobodyElse() {
        try (ShopPages shop = phone()) {
            assertThat(shop.weigh("/")).as("bytes of the first page").isBetween(10_000L, 120_000L);
            shop.weigh("/products/alphonso");
            assertThat(shop.asked()).containsExactly(shop.host());
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Desk.PHONE, Desk.WIDE})
    void saysOnEachPageWhenItComesAndWhatThatCosts(int width) {
        try (ShopPages shop = new ShopPages(browser, orchard, width)) {
            shop.home().click(".place button:has-text('Palm Grove')").see("Next free time at Palm Grove Towers");
            shop.shot("home-place-" + width)
                    .click("#reach a")
                    .see("Where do you live?")
                    .shot("place-" + width);
            shop.fill("#place-pincode", "400001").press("Enter").see("We do not deliver to 400001 yet");
            shop.shot("home-beyond-" + width);
            assertThat(shop.complaints()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Desk.PHONE, Desk.WIDE})
    void putsAPinOnTheMap(int width) {
        try (ShopPages shop = new ShopPages(browser, orchard, width)) {
            shop.home().add("Kesar").openCart().openCheckout().logIn();
            shop.click("#street-door summary").await("#street-door .map[data-roads]");
            shop.click("[data-pin-set]").await("#street-door .map[data-pin*='13.04']");
            shop.see("We deliver there: North side").shot("checkout-pin-" + width);
            shop.fill("#name", "Asha")
                    .fill("#street", "3rd Cross")
                    .fill("#pincode", "560024")
                    .fill("#flat", "7");
            shop.click("form[action$='/checkout/address'] button.wide").await("button[name=slot]");
            shop.chooseTime().shot("checkout-consents-" + width);
            assertThat(shop.complaints()).isEmpty();
        }
    }

    @Test
    void confirmsACashOrder() {
        try (ShopPages shop = phone()) {
            shop.checkOut("Kesar").placeForCash().seeStatus("We are packing your order");
            shop.see("To pay at the door: ₹689").shot("order-cash-360");
        }
    }

    @Test
    void paysInTheSecondAttempt() {
        try (ShopPages shop = phone()) {
            shop.checkOut("Kesar")
                    .placeToPayOnline()
                    .failToPay()
                    .walkAwayFromPayment()
                    .shot("pay-360");
            shop.open("/orders/" + shop.orderId()).seeStatus("Waiting for your payment");
            shop.see("did not go through").shot("order-unpaid-360");
            shop.payAfterAll().seeStatus("We are packing your order");
        }
    }

    @Test
    void seesTheMoneyComeBackAfterCancelling() {
        try (ShopPages shop = phone()) {
            shop.checkOut("Dasheri").placeToPayOnline().pay().seeStatus("We are packing your order");
            shop.askToCancel().see("goes back the way it came");
            shop.cancel().seeStatus("Cancelled").see("Sent back to you: ₹").shot("order-cancelled-360");
        }
    }

    @Test
    void getsToPaymentWithoutAScript() {
        var options = Desk.options(Desk.PHONE).setJavaScriptEnabled(false);
        try (ShopPages shop = new ShopPages(browser, orchard, options)) {
            shop.checkOut("Himsagar").placeWithoutAScript().see("One more step");
            assertThat(shop.source()).contains("Paying online needs JavaScript");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Desk.PHONE, Desk.WIDE})
    void takesACouponAndSaysBesideTheFieldWhenItCannot(int width) {
        String code = "SHOP" + width;
        orchard.jdbc().sql("""
                insert into coupon (id, code, title, percent, starts_at, created_by)
                values (gen_random_uuid(), ?, '10 % off', 10, now() - interval '1 hour', 'founder')""").param(code).update();
        try (ShopPages shop = new ShopPages(browser, orchard, width)) {
            shop.home().add("Kesar").openCart().enterCoupon("NO-SUCH");
            shop.see("We do not know this coupon").shot("cart-coupon-refused-" + width);
            shop.enterCoupon(code).seeCoupon(code).see("−₹64.90").shot("cart-coupon-" + width);
            shop.openCheckout().logIn().deliverTo("Asha", "A", "3").chooseTime();
            shop.seeCoupon(code).see("−₹64.90").shot("checkout-coupon-" + width);
            shop.placeForCash().seeStatus("We are packing your order").see("−₹64.90");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Desk.PHONE, Desk.WIDE})
    void looksAfterAnAccount(int width) {
        try (ShopPages shop = new ShopPages(browser, orchard, width)) {
            shop.logInFirst().click("#account-link").see("No address yet").shot("account-new-" + width);
            shop.open("/account/addresses/new").shot("account-address-" + width);
            shop.choose("#apartment", 1).fill("#flat", "77").click("main button.wide");
            shop.see("Flat 77").fill("#name", "Asha Rao").click("form[action$='/account/name'] button");
            shop.see("Saved.").tick("#feedback").click("form[action$='/account/consents'] button");
            shop.see("Saved.").shot("account-" + width);
            assertThat(shop.download("#my-data")).contains("Asha Rao", "Flat 77", "feedback_agreed");

            shop.open("/account/delete").shot("account-delete-" + width);
            shop.tick("#sure").click("main button.danger").see("Your data is deleted");
            assertThat(shop.complaints()).isEmpty();
        }
    }

    @Test
    void findsTheCartAgainWhenTheBrowserIsOpenedAnotherDay() {
        try (ShopPages shop = phone()) {
            shop.home().add("Banganapalli").add("Dasheri");
            try (ShopPages later = shop.later(browser, Desk.PHONE)) {
                later.home().openCart().see("Banganapalli").see("Dasheri");
            }
        }
    }

    @Test
    void makesOneOrderOfTwoTabs() {
        try (ShopPages shop = phone()) {
            shop.checkOut("Kesar");
            String first = shop.placeInAnotherTab();
            shop.placeForCash();
            assertThat(shop.orderId()).isEqualTo(first);
        }
    }

    @Test
    void needsNoMouse() {
        try (ShopPages shop = new ShopPages(browser, orchard, Desk.WIDE)) {
            shop.home().tabTo(".card button[aria-label*=Kesar]").press("Enter").await("#cart-link .count");
            shop.home().tabTo("#cart-link").press("Enter").await("#checkout");
            shop.tabTo("#checkout").press("Enter").await("#phone");
            shop.tabTo("#phone").type(shop.phone()).press("Enter").await("#code");
            shop.tabTo("#code").typeCode().press("Enter").await("#flat");
            shop.tabTo("#name").type("Asha Rao").tabTo("#apartment").type("Lake");
            shop.tabTo("#flat").type("12").press("Enter").await("button[name=slot]");
            shop.tabTo("button[name=slot]").press("Enter").await("#place-order");
            shop.tabTo("#method-online")
                    .press("ArrowDown")
                    .tabTo("#place-order")
                    .press("Enter");
            shop.seeStatus("We are packing your order").see("To pay at the door");
        }
    }

    @Test
    void saysWhoseTheLastBoxIs() {
        orchard.leave("LANGRA-1", 1);
        try (ShopPages slow = phone();
                ShopPages quick = phone()) {
            slow.checkOut("Langra");
            quick.checkOut("Langra").placeForCash();
            slow.place().see("is sold out").shot("checkout-sold-out-360");
        }
    }

    @Test
    void offersOtherTimesWhenTheHeldOneRanOut() {
        try (ShopPages shop = phone()) {
            shop.checkOut("Kesar").loseTime().place().see("Please choose one again");
            shop.shot("checkout-time-over-360").chooseTime().placeForCash();
            shop.seeStatus("We are packing your order");
        }
    }

    @Test
    void movesAnOrderToAnotherTime() {
        orchard.prepareBefore(Duration.ofHours(2));
        try (ShopPages shop = phone()) {
            shop.home().add("Kesar").openCart().openCheckout().logIn();
            shop.deliverTo("Asha", "A", "3").chooseLastTime().placeForCash().seeStatus("Confirmed");
            shop.click("#events summary").moveToAnotherTime().see("Moved to ").shot("order-moved-360");
        } finally {
            orchard.prepareBefore(Duration.ofDays(14));
        }
    }

    @Test
    void saysInItsOwnWordsThatThereIsNoNetwork() {
        try (ShopPages shop = phone()) {
            shop.home().loseTheNetwork().open("/products/kesar").see("This page needs the internet");
            shop.shot("offline-360");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {Desk.PHONE, Desk.WIDE})
    void speaksHindi(int width) {
        try (ShopPages shop = new ShopPages(browser, orchard, width)) {
            shop.home().click("a[hreflang=hi]").see("अपने आम पहचानिए").shot("home-hindi-" + width);
            shop.add("Kesar").openCart().see("आपकी टोकरी").shot("cart-hindi-" + width);
            shop.click("a[hreflang=en]").see("Your cart");
        }
    }

    @Test
    void looksGoodAtNight() {
        var options = Desk.options(Desk.WIDE).setColorScheme(ColorScheme.DARK);
        try (ShopPages shop = new ShopPages(browser, orchard, options)) {
            shop.home().shot("home-dark-1280");
            shop.open("/nothing-here").see("There is nothing here").shot("not-found-dark-1280");
            assertThat(shop.complaints()).isEmpty();
        }
    }

    private ShopPages phone() {
        return new ShopPages(browser, orchard, Desk.PHONE);
    }
}
