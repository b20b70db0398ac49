package app.orchard.storefront.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** How it was, in two taps on the page of the order. */
class FeedbackPagesTest extends PagesTest {

    @Test
    void takesAScoreAndAReasonInTwoTaps() {
        String order = delivered();
        assertThat(browser.open(order).body()).contains("How was it?", "aria-label=\"5 of 5: great\"");

        browser.submit(order + "/feedback", Map.of("score", "2"));
        assertThat(browser.html()).contains("What was wrong?", "Not ripe", "answer you here within a day");
        browser.submit(order + "/feedback/reason", Map.of("reason", "NOT_RIPE"));
        browser.submit(order + "/feedback/words", Map.of("comment", "Hard as <stone>"));
        assertThat(browser.html()).contains("Hard as &lt;stone&gt;").doesNotContain("2 of 5 for this order.");

        browser.submit(order + "/feedback", Map.of("score", "5"));
        assertThat(browser.html()).contains("What did you like?", "The taste").doesNotContain("Not ripe");
    }

    @Test
    void asksNobodyBeforeTheDeliveryAndNoStranger() {
        checkOutUntilPayment("kesar");
        browser.submit("/checkout", Map.of("method", "CASH"));
        String order = browser.path();
        assertThat(browser.html()).doesNotContain("How was it?");

        Map<String, String> token = browser.hiddenFields("/logout");
        token = new java.util.TreeMap<>(token);
        token.put("score", "5");
        assertThat(browser.post(order + "/feedback", token).statusCode()).isEqualTo(409);

        PlainBrowser stranger = new PlainBrowser(port);
        stranger.open("/login");
        logIn(stranger, "/login");
        Map<String, String> theirs = new java.util.TreeMap<>(stranger.hiddenFields("/logout"));
        theirs.put("score", "1");
        assertThat(stranger.post(order + "/feedback", theirs).statusCode()).isEqualTo(404);
    }

    private String delivered() {
        checkOutUntilPayment("kesar");
        browser.submit("/checkout", Map.of("method", "CASH"));
        String order = browser.path();
        jdbc.sql("update sales_order set status = 'DELIVERED' where id = ?::uuid")
                .param(order.substring("/orders/".length()))
                .update();
        return order;
    }
}
