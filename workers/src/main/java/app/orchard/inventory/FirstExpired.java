package app.orchard.inventory;

import app.orchard.shared.Refusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.ToIntFunction;

/** Shares packs out of lots: those that expire first go first. */
final class FirstExpired {

    private FirstExpired() {}

    /** @return packs by lot, in the order of their expiry; fewer in sum than wanted when there are not enough */
    static Map<Lot, Integer> take(int wanted, List<Lot> lots, ToIntFunction<Lot> packs) {
        Map<Lot, Integer> taken = new LinkedHashMap<>();
        int missing = wanted;
        for (Lot lot : lots.stream().sorted(Lot.FIRST_EXPIRED).toList()) {
            int some = Math.min(missing, packs.applyAsInt(lot));
            if (some > 0) {
                taken.put(lot, some);
                missing -= some;
            }
        }
        return taken;
    }

    /** @throws Refusal CONFLICT {@code out-of-stock} with {@code variant} and {@code left} when there are not enough */
    static Map<Lot, Integer> allOf(StockLine line, List<Lot> among, ToIntFunction<Lot> packs) {
        Map<Lot, Integer> taken = take(line.quantity(), of(line.variant(), among), packs);
        int left = taken.values().stream().mapToInt(Integer::intValue).sum();
        if (left < line.quantity()) {
            throw Refusal.conflict("out-of-stock", left == 0 ? "This is sold out." : "Only " + left + " are left.")
                    .with("variant", line.variant())
                    .with("left", left);
        }
        return taken;
    }

    static List<Lot> of(UUID variant, List<Lot> among) {
        return among.stream().filter(lot -> lot.variant().equals(variant)).toList();
    }
}
