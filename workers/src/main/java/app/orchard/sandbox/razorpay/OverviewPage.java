package app.orchard.sandbox.razorpay;

import app.orchard.sandbox.http.Reply;
import app.orchard.sandbox.http.Request;
import app.orchard.sandbox.http.Store;
import java.util.List;
import java.util.Map;

/** What the gateway saw last, for people. */
final class OverviewPage {
    private static final int SHOWN = 100;

    private final Store store;

    OverviewPage(Store store) {
        this.store = store;
    }

    Reply show(Request request) {
        return Reply.html(200, Html.page("Payment gateway", """
                        <main class="wide"><h1>Payment gateway</h1>
                        <p>A simulator. No money moves.</p>%s%s%s</main>""".formatted(
                        table("Orders", "order", List.of("id", "receipt", "amount", "amount_paid", "status")),
                        table(
                                "Payments",
                                "payment",
                                List.of("id", "order_id", "method", "amount", "amount_refunded", "status")),
                        table("Refunds", "refund", List.of("id", "payment_id", "amount", "status")))));
    }

    private String table(String title, String kind, List<String> fields) {
        var rows = new StringBuilder();
        List<Map<String, Object>> all = store.all(kind);
        for (Map<String, Object> entity : all.reversed().stream().limit(SHOWN).toList()) {
            rows.append("<tr>");
            for (String field : fields) {
                boolean amount = field.startsWith("amount");
                rows.append("<td data-label=\"%s\"%s>%s</td>"
                        .formatted(
                                label(field),
                                amount ? " class=\"n\"" : "",
                                amount ? Html.rupees(entity.get(field)) : Html.text(entity.get(field))));
            }
            rows.append("</tr>");
        }
        var heads = new StringBuilder();
        fields.forEach(field -> heads.append(
                "<th%s>%s</th>".formatted(field.startsWith("amount") ? " class=\"n\"" : "", label(field))));
        return all.isEmpty()
                ? "<h2>%s</h2><p>None yet.</p>".formatted(title)
                : "<h2>%s (%d)</h2><table><thead><tr>%s</tr></thead><tbody>%s</tbody></table>"
                        .formatted(title, all.size(), heads, rows);
    }

    private static String label(String field) {
        String words = field.replace('_', ' ');
        return Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }
}
