package app.orchard.sandbox.razorpay;

import app.orchard.sandbox.http.Request;
import app.orchard.sandbox.http.SandboxClock;
import app.orchard.sandbox.http.Store;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * What the gateway paid out: each captured payment two days later, less its fee, and each refund taken off again. Days
 * are those of India.
 */
final class SettlementBook {
    private static final String KIND = "settled";
    private static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");
    private static final int CYCLE_DAYS = 2;
    private static final LocalTime PAYOUT = LocalTime.of(11, 0);

    private final Store store;
    private final SandboxClock clock;
    private final Ids ids;
    private final Switches switches;

    SettlementBook(Store store, SandboxClock clock, Ids ids, Switches switches) {
        this.store = store;
        this.clock = clock;
        this.ids = ids;
        this.switches = switches;
    }

    /** The statement of a day, or of a month. */
    Map<String, Object> statement(Request request) {
        int year = number(request, "year", 9999);
        int month = number(request, "month", 12);
        Optional<Integer> day = request.query("day").map(text -> number(request, "day", 31));
        settle(false);
        List<Map<String, Object>> rows = store.where(KIND, row -> {
            LocalDate settled = dayOf(row);
            return settled.getYear() == year
                    && settled.getMonthValue() == month
                    && day.map(wanted -> wanted == settled.getDayOfMonth()).orElse(true);
        });
        // Listing shows the newest first; these come in the order of the statement
        return Listing.collection(Listing.items(rows.reversed(), request));
    }

    /** Pays out what is due by now; or everything, however young. */
    Map<String, Object> settle(boolean everything) {
        List<Map<String, Object>> due = new ArrayList<>(store.where(
                "payment", payment -> Boolean.TRUE.equals(payment.get("captured")) && isDue(payment, everything)));
        due.addAll(store.where(
                "refund",
                refund -> Objects.equals(refund.get("status"), "processed")
                        && wasCaptured(Objects.toString(refund.get("payment_id")))
                        && isDue(refund, everything)));
        if (!due.isEmpty()) {
            String settlement = ids.next("setl");
            due.forEach(entity -> pay(entity, settlement, everything));
        }
        return Map.of("settled", due.size());
    }

    /** What was never captured was never paid out either. */
    private boolean wasCaptured(String payment) {
        return store.get("payment", payment)
                .map(found -> Boolean.TRUE.equals(found.get("captured")))
                .orElse(false);
    }

    private boolean isDue(Map<String, Object> entity, boolean everything) {
        boolean paid = store.get(KIND, Objects.toString(entity.get("id"))).isPresent();
        boolean kept = switches.on("payoutsWithheld");
        return !paid && !kept && (everything || !payout(entity).isAfter(clock.instant()));
    }

    private void pay(Map<String, Object> entity, String settlement, boolean now) {
        boolean payment = Objects.equals(entity.get("entity"), "payment");
        long amount = number(entity, "amount");
        long fee = payment ? number(entity, "fee") : 0;
        long settledAt = now ? clock.seconds() : payout(entity).getEpochSecond();
        var row = new LinkedHashMap<String, Object>();
        row.put("entity_id", entity.get("id"));
        row.put("type", payment ? "payment" : "refund");
        row.put("debit", payment ? 0 : amount);
        row.put("credit", payment ? amount - fee - switches.number("payoutsShortBy") : 0);
        row.put("amount", amount);
        row.put("currency", "INR");
        row.put("fee", fee);
        row.put("tax", payment ? number(entity, "tax") : 0);
        row.put("on_hold", false);
        row.put("settled", true);
        row.put("created_at", entity.get("created_at"));
        row.put("settled_at", settledAt);
        row.put("settlement_id", settlement);
        row.put("posted_at", null);
        row.put("credit_type", "default");
        row.put("description", null);
        row.put("notes", null);
        row.put("payment_id", payment ? null : entity.get("payment_id"));
        row.put("settlement_utr", settledAt + "orchard");
        row.put("order_id", payment ? entity.get("order_id") : null);
        row.put("order_receipt", null);
        row.put("method", payment ? entity.get("method") : null);
        row.put("card_network", null);
        row.put("card_issuer", null);
        row.put("card_type", null);
        row.put("dispute_id", null);
        store.put(KIND, Objects.toString(entity.get("id")), row);
    }

    private static int number(Request request, String name, int most) {
        String text = request.query(name).orElse("");
        if (!text.matches("\\d{1,4}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > most) {
            throw Problem.invalid(name, "The " + name + " field is required and must be a valid " + name + ".");
        }
        return Integer.parseInt(text);
    }

    private static Instant payout(Map<String, Object> entity) {
        LocalDate day = LocalDate.ofInstant(Instant.ofEpochSecond(number(entity, "created_at")), INDIA);
        return day.plusDays(CYCLE_DAYS).atTime(PAYOUT).atZone(INDIA).toInstant();
    }

    private static LocalDate dayOf(Map<String, Object> row) {
        return LocalDate.ofInstant(Instant.ofEpochSecond(number(row, "settled_at")), INDIA);
    }

    private static long number(Map<String, Object> entity, String field) {
        return entity.get(field) instanceof Number number ? number.longValue() : 0;
    }
}
