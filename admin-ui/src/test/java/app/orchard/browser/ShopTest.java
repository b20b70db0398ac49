package app.orchard.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.options.ColorScheme;
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
