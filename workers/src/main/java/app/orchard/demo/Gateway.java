package app.orchard.demo;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A customer's browser on the payment page. */
class Gateway {

    private static final Duration READY = Duration.ofSeconds(60);
    private static final Pattern FIELD =
            Pattern.compile("<input type=\"hidden\" name=\"(razorpay_[a-z_]+)\" value=\"([^\"]*)\"");

    private final Api shop;

    Gateway(Api shop) {
        this.shop = shop;
    }

    /** The payment page, open in a browser; it can be used even when the shop no longer waits. */
    record Page(JsonNode checkout) {

        Api api() {
            return Api.at(URI.create(checkout.path("script").asString()).resolve("/"));
        }

        Map<String, String> pressed(String outcome) {
            Map<String, String> form = new LinkedHashMap<>();
            form.put("key_id", checkout.path("keyId").asString());
            form.put("order_id", checkout.path("gatewayOrder").asString());
            form.put("name", checkout.path("name").asString());
            form.put("description", checkout.path("description").asString());
            form.put("callback_url", checkout.path("callback").asString());
            form.put("method", "upi");
            form.put("outcome", outcome);
            return form;
        }
    }

    /** Opens it as soon as the gateway knows of the order. */
    Page open(Purchase order) {
        return Patience.until(READY, "the payment page", () -> {
            Api.Answer answer = order.api().ask("GET", order.path() + "/checkout", null);
            if (answer.status() == 200) {
                return Optional.of(new Page(answer.json()));
            }
            if (!answer.type().equals("payment-not-ready")) {
                throw new Disappointment(
                        "no payment page: " + answer.json().path("detail").asString(answer.type()));
            }
            return Optional.empty();
        });
    }

    /** Pays, and the browser brings the signed result back to the shop. */
    void pay(Page page) {
        Map<String, String> signed = fields(press(page, "SUCCESS"));
        String callback =
                URI.create(page.checkout().path("callback").asString()).getPath();
        HttpResponse<String> back = shop.submit(callback, signed);
        if (back.statusCode() / 100 != 3) {
            throw new Disappointment("the shop did not take the customer back from paying: " + back.statusCode());
        }
    }

    /** Pays and closes the browser at once: only the gateway's notice tells the shop. */
    void payAndLeave(Page page) {
        fields(press(page, "SUCCESS"));
    }

    void fail(Page page) {
        press(page, "FAILURE");
    }

    private static String press(Page page, String outcome) {
        HttpResponse<String> answer = page.api().submit("/checkout", page.pressed(outcome));
        if (answer.statusCode() != 200) {
            throw new Disappointment("the payment page answered " + answer.statusCode());
        }
        return answer.body();
    }

    private static Map<String, String> fields(String html) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = FIELD.matcher(html);
        while (field.find()) {
            fields.put(field.group(1), field.group(2));
        }
        if (fields.size() != 3) {
            throw new Disappointment("the payment did not succeed");
        }
        return fields;
    }
}
