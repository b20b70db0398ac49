package app.orchard.inventory;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What one cause has moved so far, by lot: packs it holds, and packs it took off the shelf. */
class Claim {

    /** A row of the ledger. */
    record Entry(UUID lot, UUID variant, Movement kind, int quantity, int round) {}

    private record Done(UUID lot, Movement kind, int round) {}

    private final Map<UUID, Integer> held = new HashMap<>();
    private final Map<UUID, Integer> gone = new HashMap<>();
    private final Set<Done> done = new HashSet<>();
    private final Set<UUID> promised = new HashSet<>();
    private int round;

    Claim(List<Entry> entries) {
        entries.forEach(this::add);
    }

    private void add(Entry entry) {
        round = Math.max(round, entry.round());
        done.add(new Done(entry.lot(), entry.kind(), entry.round()));
        int packs = entry.quantity();
        switch (entry.kind()) {
            case RESERVED -> {
                promised.add(entry.variant());
                held.merge(entry.lot(), packs, Integer::sum);
            }
            case RELEASED -> held.merge(entry.lot(), -packs, Integer::sum);
            case DEDUCTED -> {
                held.merge(entry.lot(), -packs, Integer::sum);
                gone.merge(entry.lot(), packs, Integer::sum);
            }
            case RETURNED -> gone.merge(entry.lot(), -packs, Integer::sum);
            default -> {}
        }
    }

    int round() {
        return round;
    }

    int held(UUID lot) {
        return held.getOrDefault(lot, 0);
    }

    int gone(UUID lot) {
        return gone.getOrDefault(lot, 0);
    }

    /** Whether packs of this variant were ever promised under this cause. */
    boolean wasPromised(UUID variant) {
        return promised.contains(variant);
    }

    boolean isDone(UUID lot, Movement kind) {
        return done.contains(new Done(lot, kind, round));
    }
}
