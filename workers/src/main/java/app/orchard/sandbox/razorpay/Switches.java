package app.orchard.sandbox.razorpay;

import static java.util.Map.entry;

import java.util.Map;
import java.util.TreeMap;

/**
 * How the gateway misbehaves until told otherwise.
 *
 * <ul>
 *   <li>{@code webhooksLost}: events happen, nobody is told
 *   <li>{@code webhooksDuplicated}: so many more copies of each
 *   <li>{@code webhooksReordered}: the events of one change arrive last first
 *   <li>{@code webhooksDelayedMillis}: all arrive that much later
 *   <li>{@code webhooksForged}: signed with another secret
 *   <li>{@code captureByHand}: payments stay authorised until captured by a call
 *   <li>{@code receiptsUnique}: a second order with a known receipt is refused
 *   <li>{@code refundsPending}: refunds stay pending until settled by a control call
 *   <li>{@code refundsInProgress}: so many refund calls answer 409 "still in progress"
 *   <li>{@code payoutsWithheld}: nothing is paid out to the bank
 *   <li>{@code payoutsShortBy}: each payout of a payment misses so many paise
 * </ul>
 */
final class Switches {
    private static final Map<String, Object> DEFAULTS = Map.ofEntries(
            entry("webhooksLost", false),
            entry("webhooksDuplicated", 0),
            entry("webhooksReordered", false),
            entry("webhooksDelayedMillis", 0),
            entry("webhooksForged", false),
            entry("captureByHand", false),
            entry("receiptsUnique", false),
            entry("refundsPending", false),
            entry("refundsInProgress", 0),
            entry("payoutsWithheld", false),
            entry("payoutsShortBy", 0));

    private final Map<String, Object> values = new TreeMap<>(DEFAULTS);

    synchronized boolean on(String name) {
        return Boolean.TRUE.equals(values.get(name));
    }

    synchronized long number(String name) {
        return values.get(name) instanceof Number number ? number.longValue() : 0;
    }

    /** True so many times as the switch says. */
    synchronized boolean countDown(String name) {
        long left = number(name);
        if (left > 0) {
            values.put(name, left - 1);
        }
        return left > 0;
    }

    /** @throws Problem for a switch that does not exist */
    synchronized Map<String, Object> set(Map<String, Object> changes) {
        changes.keySet().stream()
                .filter(name -> !DEFAULTS.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw Problem.extra(name);
                });
        values.putAll(changes);
        return all();
    }

    synchronized Map<String, Object> all() {
        return new TreeMap<>(values);
    }

    synchronized void reset() {
        values.putAll(DEFAULTS);
    }
}
