package app.orchard.sandbox.razorpay;

import app.orchard.sandbox.http.Json;
import app.orchard.sandbox.http.Reply;
import app.orchard.sandbox.http.Request;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Where the customer pays, fails or walks away; on success it posts the three signed values back to the shop. */
final class CheckoutPage {
    private static final List<String> CARRIED =
            List.of("key_id", "order_id", "name", "description", "callback_url", "cancel_url", "embedded", "link");

    private final RazorpayAccount account;
    private final OrderBook orders;
    private final PaymentBook payments;
    private final LinkBook links;

    CheckoutPage(RazorpayAccount account, OrderBook orders, PaymentBook payments, LinkBook links) {
        this.links = links;
        this.account = account;
        this.orders = orders;
        this.payments = payments;
    }

    /** The stand-in for the script that shops load. */
    Reply script(Request request) {
        try (var script = Objects.requireNonNull(getClass().getResourceAsStream("checkout.js"))) {
            return Reply.text(
                    200, "text/javascript; charset=utf-8", new String(script.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Reply show(Request request) {
        var values = new LinkedHashMap<String, String>();
        CARRIED.forEach(name -> values.put(name, request.query(name).orElse("")));
        return choice(values, "");
    }

    Reply act(Request request) {
        Map<String, String> values = request.form();
        String orderId = values.getOrDefault("order_id", "");
        Map<String, Object> payment;
        try {
            payment = payments.attempt(orderId, Attempt.of(values));
        } catch (Problem e) {
            return choice(values, Objects.requireNonNullElse(e.getMessage(), ""));
        }
        if (Objects.equals(payment.get("status"), "failed")) {
            return choice(values, Objects.toString(payment.get("error_description")));
        }
        String link = values.getOrDefault("link", "");
        return link.isEmpty() ? success(values, signed(payment)) : linkPaid(links.paid(link, payment));
    }

    /** The address that a payment link is. */
    Reply openLink(Request request) {
        String id = request.at("id");
        try {
            return links.isOpen(links.get(id))
                    ? Reply.seeOther(links.opened(id))
                    : end("This link is " + links.get(id).get("status"), "There is nothing to pay here.", "!");
        } catch (Problem e) {
            return end("This link does not exist", "", "!");
        }
    }

    private static Reply linkPaid(String onward) {
        return onward.isEmpty()
                ? end("Paid", "<p>Thank you. You can close this page.</p>", "✓")
                : Reply.seeOther(onward);
    }

    /** The three values by which a shop recognises an authorised payment. */
    Map<String, String> signed(Map<String, Object> payment) {
        String order = Objects.toString(payment.get("order_id"));
        String id = Objects.toString(payment.get("id"));
        var signed = new LinkedHashMap<String, String>();
        signed.put("razorpay_payment_id", id);
        signed.put("razorpay_order_id", order);
        signed.put("razorpay_signature", Signature.of(order + "|" + id, account.keySecret()));
        return signed;
    }

    private Reply choice(Map<String, String> values, String complaint) {
        Map<String, Object> order;
        try {
            order = orders.get(values.getOrDefault("order_id", ""));
        } catch (Problem e) {
            return end("This checkout cannot be opened", Html.text(e.getMessage()), "!");
        }
        if (!account.keyId().equals(values.get("key_id"))) {
            return end("This checkout cannot be opened", "The key is not one of this account.", "!");
        }
        if (Objects.equals(order.get("status"), "paid")) {
            return end("Already paid", "Nothing more to pay for this order. " + leave(values, "Back to the shop"), "✓");
        }
        var carried = new StringBuilder();
        CARRIED.forEach(name -> carried.append(Html.hidden(name, values.get(name))));
        String amount = Html.rupees(order.get("amount"));
        String note = complaint.isEmpty()
                ? ""
                : "<p class=\"note\" role=\"alert\"><b>Payment failed.</b> " + Html.text(complaint) + "</p>";
        return Reply.html(200, Html.page("Pay " + amount, """
                        <main><div class="card">
                        <section class="side"><h1>%s</h1><p>%s</p><p class="sum">%s</p>
                        <p class="foot">Simulated gateway · no money moves<br><code>%s</code></p></section>
                        <form class="work" method="post" action="/checkout">%s%s
                        <h2>How do you want to pay?</h2>
                        <fieldset class="ways">
                        <label><input type="radio" name="method" value="upi" checked><span>UPI
                          <small>Any UPI app on this phone</small></span></label>
                        <label><input type="radio" name="method" value="card"><span>Card
                          <small>Debit or credit</small></span></label>
                        <label><input type="radio" name="method" value="netbanking"><span>Netbanking
                          <small>All banks</small></span></label>
                        </fieldset>
                        <button class="pay" name="outcome" value="SUCCESS">Pay %s</button>
                        <div class="row"><button class="fail" name="outcome" value="FAILURE">Fail</button>%s</div>
                        <details><summary>Rarer endings</summary>
                        <button name="outcome" value="FAILED_THEN_CAPTURED">Fails first, then the money comes</button>
                        <button name="outcome" value="LATE">The bank answers later</button></details>
                        </form></div></main>
                        """.formatted(
                        Html.text(values.get("name")),
                        Html.text(values.get("description")),
                        amount,
                        Html.text(order.get("id")),
                        carried,
                        note,
                        amount,
                        leave(values, "Abandon"))));
    }

    private static Reply success(Map<String, String> values, Map<String, String> signed) {
        if (!values.getOrDefault("embedded", "").isEmpty()) {
            return end("Paid", tell("success", Json.write(signed)), "✓");
        }
        var fields = new StringBuilder();
        signed.forEach((name, value) -> fields.append(Html.hidden(name, value)));
        return end("Paid", """
                <form id="back" method="post" action="%s">%s<p>Taking you back to the shop …</p>
                <button class="pay">Back to the shop</button></form>
                <script>document.getElementById('back').submit()</script>
                """.formatted(Html.text(values.get("callback_url")), fields), "✓");
    }

    private static String leave(Map<String, String> values, String label) {
        if (!values.getOrDefault("link", "").isEmpty()) {
            return "<a class=\"button leave\" href=\"/l/%s\">%s</a>".formatted(Html.text(values.get("link")), label);
        }
        return values.getOrDefault("embedded", "").isEmpty()
                ? "<a class=\"button leave\" href=\"%s\">%s</a>".formatted(Html.text(values.get("cancel_url")), label)
                : "<button type=\"button\" class=\"leave\" onclick=\"parent.postMessage({razorpay:'dismissed'},'*')\">%s</button>"
                        .formatted(label);
    }

    private static String tell(String what, String json) {
        return "<script>parent.postMessage({razorpay:'%s',values:%s},'*')</script>".formatted(what, json);
    }

    private static Reply end(String title, String html, String sign) {
        return Reply.html(200, Html.page(title, """
                        <main><div class="card"><section class="done"><p class="big">%s</p><h1>%s</h1>%s</section>
                        </div></main>""".formatted(sign, Html.text(title), html)));
    }
}
