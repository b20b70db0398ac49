package app.orchard.demo;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** Compares the product's word with the vendors' and with the engine's: nothing lost, nothing twice, nothing stuck. */
record Reckoning(World world) {

    List<String> complaints(List<Act> acts) {
        List<String> complaints = new ArrayList<>();
        int known = founder().get("/api/staff/orders?limit=1").path("count").asInt();
        if (known != acts.size()) {
            complaints.add("%d orders were placed, but the shop knows of %d.".formatted(acts.size(), known));
        }
        world.staff()
                .incidents()
                .forEach(incident -> complaints.add("An incident is open: " + incident.path("sentence")));
        founder()
                .get("/api/staff/standstills")
                .forEach(still -> complaints.add(still.path("sentence").asString()));
        gatewaysMoney(acts, complaints);
        engine(complaints);
        messages(acts, complaints);
        return complaints;
    }

    private void gatewaysMoney(List<Act> acts, List<String> complaints) {
        long took = 0;
        long sentBack = 0;
        for (JsonNode payment : payments()) {
            if (List.of("captured", "refunded").contains(payment.path("status").asString())) {
                took += payment.path("amount").asLong();
                sentBack += payment.path("amount_refunded").asLong();
            }
        }
        long in = throughGateway(acts).stream()
                .mapToLong(act -> act.order().captured())
                .sum();
        long out = throughGateway(acts).stream()
                .mapToLong(act -> act.order().refunded())
                .sum();
        if (took != in || sentBack != out) {
            complaints.add("The gateway took %s and sent back %s, we say %s and %s."
                    .formatted(Rupees.of(took), Rupees.of(sentBack), Rupees.of(in), Rupees.of(out)));
        }
    }

    private List<JsonNode> payments() {
        byte[] account = "rzp_test_orchard:orchard_key_secret".getBytes(StandardCharsets.US_ASCII);
        Api gateway = Api.at(world.product().sandbox().razorpayUri())
                .with("Authorization", "Basic " + Base64.getEncoder().encodeToString(account));
        List<JsonNode> all = new ArrayList<>();
        JsonNode page;
        do {
            page = gateway.get("/v1/payments?count=100&skip=" + all.size()).path("items");
            page.forEach(all::add);
        } while (!page.isEmpty());
        return all;
    }

    private static List<Act> throughGateway(List<Act> acts) {
        return acts.stream()
                .filter(act -> act.wish().payment().equals("online"))
                .toList();
    }

    /** No way through the models twice or still open, no command unsent, no event unread. */
    private void engine(List<String> complaints) {
        Map<String, String> mustBeNone = Map.of(
                "orders without a process",
                """
                select count(*) from sales_order o where not exists (
                  select from process_instance p where p.order_id = o.id and p.process = 'order')""",
                "orders with two processes at once",
                """
                select count(*) from process_instance a join process_instance b on a.order_id = b.order_id
                where a.process = 'order' and b.process = 'order' and a.key < b.key
                  and coalesce(a.ended_at, now()) > b.started_at""",
                "processes that did not end",
                "select count(*) from process_instance where state = 'ACTIVE' and process <> 'slot-reservation'",
                "commands not sent",
                "select count(*) from outbox where sent_at is null",
                "tasks left open",
                "select count(*) from human_task where state = 'OPEN'",
                "refunds not done",
                "select count(*) from payment_refund where state not in ('DONE', 'ACCEPTED') and not replaced",
                "captures that count twice",
                """
                select count(*) from payment p where captured <> (
                  select coalesce(sum(amount), 0) from payment_capture c where c.order_id = p.order_id)""");
        mustBeNone.forEach((what, sql) -> {
            long found = world.product().count(sql);
            if (found != 0) {
                complaints.add("%s: %d.".formatted(what, found));
            }
        });
    }

    /** What a phone shows twice about one occasion, a customer has read twice. */
    private void messages(List<Act> acts, List<String> complaints) {
        Map<String, Integer> seen = new HashMap<>();
        acts.stream()
                .flatMap(act -> act.phone().stream())
                .distinct()
                .forEach(phone -> world.shop()
                        .messages(phone)
                        .forEach(message ->
                                seen.merge(phone + " " + message.path("text").asString(), 1, Integer::sum)));
        seen.forEach((text, times) -> {
            if (times > 1 && !text.contains("code")) {
                complaints.add("Sent %d times: %s".formatted(times, text));
            }
        });
    }

    private Api founder() {
        return world.staff().as("founder");
    }
}
