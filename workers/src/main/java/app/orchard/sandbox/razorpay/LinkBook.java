package app.orchard.sandbox.razorpay;

import app.orchard.sandbox.http.Request;
import app.orchard.sandbox.http.SandboxClock;
import app.orchard.sandbox.http.Store;
import app.orchard.sandbox.razorpay.Events.Event;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** The gateway's payment links, paid whole: created → paid, expired or cancelled. */
final class LinkBook {
    private static final Set<String> CREATE = Set.of(
            "amount",
            "currency",
            "accept_partial",
            "first_min_partial_amount",
            "description",
            "reference_id",
            "customer",
            "notify",
            "reminder_enable",
            "notes",
            "expire_by",
            "callback_url",
            "callback_method",
            "upi_link",
            "options");
    private static final long SHORTEST_LIFE = Duration.ofMinutes(15).toSeconds();
    private static final long LONGEST_LIFE = Duration.ofDays(183).toSeconds();

    private final Store store;
    private final SandboxClock clock;
    private final Ids ids;
    private final OrderBook orders;
    private final Events events;
    private final RazorpayAccount account;

    LinkBook(Store store, SandboxClock clock, Ids ids, OrderBook orders, Events events, RazorpayAccount account) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.orders = orders;
        this.events = events;
        this.account = account;
    }

    Map<String, Object> create(Request request) {
        Input input = Input.of(request, CREATE);
        long amount = input.amount("amount");
        String reference = Objects.requireNonNullElse(input.text("reference_id", 40), "");
        if (input.flag("upi_link")) {
            throw Problem.refused("UPI Payment Links is not supported in Test Mode");
        }
        checkNew(reference);
        long expireBy = input.number("expire_by", 0);
        checkExpiry(expireBy);
        String id = ids.next("plink");
        return kept(NewLinks.of(id, amount, reference, expireBy, input, request, clock.seconds()));
    }

    Map<String, Object> get(String id) {
        Map<String, Object> link = store.get("payment_link", Ids.checked("plink", id))
                .orElseThrow(() -> Problem.refused("The id provided does not exist"));
        long expireBy = number(link, "expire_by");
        boolean over = expireBy > 0 && expireBy <= clock.seconds();
        return over && isOpen(link) ? ended(link, "expired") : link;
    }

    Map<String, Object> list(Request request) {
        String reference = request.query("reference_id").orElse("");
        String payment = request.query("payment_id").orElse("");
        var links = store
                .where("payment_link", link -> reference.isEmpty() || reference.equals(link.get("reference_id")))
                .stream()
                .map(link -> get(Objects.toString(link.get("id"))))
                .filter(link -> payment.isEmpty()
                        || String.valueOf(link.get("payments")).contains(payment))
                .toList();
        return Map.of("payment_links", Listing.items(links, request));
    }

    Map<String, Object> edit(Request request) {
        Input input =
                Input.of(request, Set.of("reference_id", "expire_by", "reminder_enable", "notes", "accept_partial"));
        Map<String, Object> link = get(request.at("id"));
        if (!isOpen(link)) {
            throw Problem.refused("Payment Link is not in an editable state.");
        }
        if (input.has("expire_by")) {
            checkExpiry(input.number("expire_by", 0));
        }
        link.putAll(input.raw());
        link.put("updated_at", clock.seconds());
        return kept(link);
    }

    Map<String, Object> cancel(Request request) {
        Map<String, Object> link = get(request.at("id"));
        if (Objects.equals(link.get("status"), "paid")) {
            throw Problem.refused("cannot cancel or expire an already paid/partially paid link");
        }
        if (Objects.equals(link.get("status"), "expired")) {
            throw Problem.refused("cannot cancel or expire an expired link");
        }
        return isOpen(link) ? ended(link, "cancelled") : link;
    }

    Map<String, Object> remind(Request request) {
        get(request.at("id"));
        return Map.of("success", true);
    }

    /** The checkout that a customer who opens the link is led to. */
    String opened(String id) {
        Map<String, Object> link = get(id);
        if (link.get("order_id") == null) {
            link.put("order_id", orders.forLink(number(link, "amount")).get("id"));
            kept(link);
        }
        return "/checkout?key_id=%s&order_id=%s&description=%s&link=%s"
                .formatted(
                        account.keyId(),
                        link.get("order_id"),
                        URLEncoder.encode(Objects.toString(link.get("description"), ""), StandardCharsets.UTF_8),
                        id);
    }

    boolean isOpen(Map<String, Object> link) {
        return Objects.equals(link.get("status"), "created");
    }

    /** @return where the customer goes now, empty to stay */
    String paid(String id, Map<String, Object> payment) {
        Map<String, Object> link = get(id);
        link.put("status", "paid");
        link.put("amount_paid", link.get("amount"));
        link.put("updated_at", clock.seconds());
        link.put("payments", List.of(NewLinks.payment(link, payment)));
        kept(link);
        tellPaid(link, payment);
        String callback = Objects.toString(link.get("callback_url"), "");
        return callback.isEmpty() ? "" : callback + (callback.contains("?") ? "&" : "?") + signed(link, payment);
    }

    private String signed(Map<String, Object> link, Map<String, Object> payment) {
        String message = link.get("id") + "|" + link.get("reference_id") + "|paid|" + payment.get("id");
        return "razorpay_payment_id=%s&razorpay_payment_link_id=%s&razorpay_payment_link_reference_id=%s&razorpay_payment_link_status=paid&razorpay_signature=%s"
                .formatted(
                        payment.get("id"),
                        link.get("id"),
                        URLEncoder.encode(Objects.toString(link.get("reference_id")), StandardCharsets.UTF_8),
                        Signature.of(message, account.keySecret()));
    }

    /** The order in this event is a raw internal form: no prefix, no entity. */
    private void tellPaid(Map<String, Object> link, Map<String, Object> payment) {
        Map<String, Object> order = orders.get(Objects.toString(link.get("order_id")));
        order.put("id", Objects.toString(order.get("id")).substring("order_".length()));
        order.remove("entity");
        var payload = new LinkedHashMap<String, Map<String, Object>>();
        payload.put("payment_link", link);
        payload.put("order", order);
        payload.put("payment", payment);
        events.happened(List.of(new Event("payment_link.paid", payload)));
    }

    private Map<String, Object> ended(Map<String, Object> link, String status) {
        link.put("status", status);
        link.put(status + "_at", clock.seconds());
        link.put("updated_at", clock.seconds());
        kept(link);
        events.happened(List.of(new Event("payment_link." + status, Map.of("payment_link", link))));
        return link;
    }

    private void checkNew(String reference) {
        if (!reference.isEmpty()
                && !store.where("payment_link", link -> reference.equals(link.get("reference_id")))
                        .isEmpty()) {
            throw Problem.refused("payment link creation with reference ID already attempted");
        }
    }

    private void checkExpiry(long expireBy) {
        if (expireBy != 0 && expireBy < clock.seconds() + SHORTEST_LIFE) {
            throw Problem.invalid("expire_by", "timestamp must be atleast 15 minutes in future");
        }
        if (expireBy > clock.seconds() + LONGEST_LIFE) {
            throw Problem.invalid("expire_by", "timestamp must be at most 6 months in future");
        }
    }

    private Map<String, Object> kept(Map<String, Object> link) {
        store.put("payment_link", Objects.toString(link.get("id")), link);
        return link;
    }

    private static long number(Map<String, Object> link, String field) {
        return link.get(field) instanceof Number number ? number.longValue() : 0;
    }
}
