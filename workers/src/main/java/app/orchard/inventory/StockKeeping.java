package app.orchard.inventory;

import app.orchard.shared.Business;
import app.orchard.shared.Changes;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What people do with stock. Each request carries a key made by the device that asks: repeated with the same content,
 * it is done once. Packs that are promised to orders are never taken away from them.
 */
@Service
@Transactional
public class StockKeeping {

    private static final int MOST_PACKS = 9_999;
    private static final int LONGEST_REASON = 200;

    private final Lots lots;
    private final Ledger ledger;
    private final Requests requests;
    private final Business business;
    private final Clock clock;
    private final Changes changes;

    StockKeeping(Lots lots, Ledger ledger, Requests requests, Business business, Clock clock, Changes changes) {
        this.lots = lots;
        this.ledger = ledger;
        this.requests = requests;
        this.business = business;
        this.clock = clock;
        this.changes = changes;
    }

    /** So many packs of a lot. */
    public record LotPacks(UUID lot, int packs) {

        public LotPacks {
            requirePacks(packs, 1);
        }
    }

    /**
     * Packs arrived. The same code with the same expiry is the same lot.
     *
     * @throws Refusal INVALID {@code already-expired}, NOT_FOUND, CONFLICT {@code request-key-reused}
     */
    public void receive(String location, List<Receipt> arrived, String requestKey, Staff by) {
        by.require(Role.PACKER);
        arrived.forEach(this::requireGood);
        requests.once(
                "receipt", requestKey, location + arrived, by, cause -> book(location, arrived, cause, by.name()));
    }

    /**
     * Sets what is there of a lot and books the difference.
     *
     * @throws Refusal CONFLICT {@code promised} when fewer were counted than are promised to orders
     */
    public void count(UUID lot, int packs, String requestKey, Staff by) {
        by.require(Role.PACKER);
        requirePacks(packs, 0);
        requests.once("count", requestKey, lot + "=" + packs, by, cause -> {
            Lot counted = lock(lot);
            int difference = packs - counted.onHand();
            change(counted, difference, Movement.COUNTED_MORE, Movement.COUNTED_LESS, cause, by, null);
        });
    }

    /** Books more or fewer packs of a lot. @param change by how many @throws Refusal as {@link #count} */
    public void adjust(UUID lot, int change, String reason, String requestKey, Staff by) {
        by.require(Role.PACKER);
        requirePacks(Math.abs(change), 1);
        requireReason(reason);
        requests.once("adjustment", requestKey, lot + "+" + change + reason, by, cause -> {
            change(lock(lot), change, Movement.ADDED, Movement.REMOVED, cause, by, reason.strip());
        });
    }

    /**
     * Carries packs to another location; their lots keep code and expiry there.
     *
     * @throws Refusal CONFLICT {@code promised}, {@code same-place}
     */
    public void transfer(String to, List<LotPacks> packs, String requestKey, Staff by) {
        by.require(Role.PACKER);
        requests.once("transfer", requestKey, to + packs, by, cause -> carry(to, packs, cause, by));
    }

    /** Packs of a lot that nobody can eat any more. @throws Refusal CONFLICT {@code promised} */
    public void writeOff(UUID lot, int packs, String reason, String requestKey, Staff by) {
        by.require(Role.PACKER);
        requirePacks(packs, 1);
        requireReason(reason);
        requests.once("write-off", requestKey, lot + "-" + packs + reason, by, cause -> {
            Lot spoilt = lock(lot);
            requireFree(spoilt, packs);
            lots.move(List.of(new Move(lot, Movement.WRITTEN_OFF, packs)), cause, 0, by.name(), reason.strip());
        });
    }

    /** The same for whatever good lots expire first. @throws Refusal CONFLICT {@code out-of-stock} */
    public void writeOff(String location, List<StockLine> lines, String requestKey, Staff by) {
        by.require(Role.PACKER);
        requests.once("write-off", requestKey, location + lines, by, cause -> {
            List<Lot> there = lots.lockFree(
                    location, lines.stream().map(StockLine::variant).toList(), today());
            List<Move> moves = new ArrayList<>();
            lines.forEach(line -> FirstExpired.allOf(line, there, Lot::free)
                    .forEach((lot, packs) -> moves.add(new Move(lot.id(), Movement.WRITTEN_OFF, packs))));
            lots.move(moves, cause, 0, by.name(), null);
        });
    }

    /** All that expired and is promised to nobody. @return packs */
    public int writeOffExpired(Staff by) {
        by.require(Role.PACKER);
        return writeOffExpired(by.name());
    }

    /** What {@link ExpiryRound} does. */
    int writeOffExpired(@Nullable String by) {
        List<Lot> expired = lots.lockExpired(today());
        List<Move> moves = expired.stream()
                .map(lot -> new Move(lot.id(), Movement.WRITTEN_OFF, lot.free()))
                .toList();
        lots.move(moves, "expired:" + TimeOrderedId.next(), 0, by, "Expired");
        return expired.stream().mapToInt(Lot::free).sum();
    }

    /** With fewer packs than this somebody has to order more. @param packs 0: never */
    public void warnBelow(String location, UUID variant, int packs, Staff by) {
        by.require(Role.FOUNDER);
        requirePacks(packs, 0);
        ledger.warnBelow(location, variant, packs);
        changes.announce("stock");
    }

    /** Everything that lies somewhere, what expires first first. */
    @Transactional(readOnly = true)
    public List<Lot> lots(Staff by) {
        by.require(Role.PACKER, Role.STALL);
        return lots.withPacks().stream().sorted(Lot.FIRST_EXPIRED).toList();
    }

    /** What moved of a variant, the latest first. @param before only older ones than this id */
    @Transactional(readOnly = true)
    public List<MovementEntry> history(UUID variant, String location, long before, int limit, Staff by) {
        by.require(Role.PACKER);
        return ledger.history(variant, location, before, limit);
    }

    static void requirePacks(int packs, int least) {
        if (packs < least || packs > MOST_PACKS) {
            throw Refusal.invalid(
                    "bad-quantity", "The number of packs must be between " + least + " and " + MOST_PACKS + ".");
        }
    }

    private void book(String location, List<Receipt> arrived, String cause, String by) {
        Map<UUID, Integer> packs = new HashMap<>();
        // In one order for everybody, so that two deliveries of the same lots never wait for each other in a circle
        arrived.stream()
                .sorted(Comparator.comparing(Receipt::variant).thenComparing(Receipt::lot))
                .forEach(each -> packs.merge(
                        lots.named(location, each.variant(), code(each), each.expiresOn()),
                        each.packs(),
                        Integer::sum));
        lots.lock(packs.keySet());
        lots.move(moves(packs, Movement.RECEIVED), cause, 0, by, null);
    }

    private void carry(String to, List<LotPacks> packs, String cause, Staff by) {
        Map<UUID, Integer> leaving = new HashMap<>();
        packs.forEach(each -> leaving.merge(each.lot(), each.packs(), Integer::sum));
        Map<UUID, Integer> arriving = new HashMap<>();
        for (Lot lot : lots.read(leaving.keySet())) {
            if (lot.location().equals(to)) {
                throw Refusal.conflict("same-place", "These packs are there already.");
            }
            arriving.merge(
                    lots.named(to, lot.variant(), lot.code(), lot.expiresOn()),
                    leaving.getOrDefault(lot.id(), 0),
                    Integer::sum);
        }
        List<Lot> locked = lots.lock(Stream.of(leaving, arriving)
                .flatMap(each -> each.keySet().stream())
                .toList());
        leaving.keySet().forEach(id -> requireFree(find(id, locked), leaving.getOrDefault(id, 0)));
        lots.move(
                Stream.concat(moves(leaving, Movement.SENT).stream(), moves(arriving, Movement.ARRIVED).stream())
                        .toList(),
                cause,
                0,
                by.name(),
                null);
    }

    private void change(
            Lot lot, int difference, Movement more, Movement less, String cause, Staff by, @Nullable String reason) {
        if (difference != 0) {
            requireFree(lot, -difference);
            Move move = new Move(lot.id(), difference > 0 ? more : less, Math.abs(difference));
            lots.move(List.of(move), cause, 0, by.name(), reason);
        }
    }

    private static List<Move> moves(Map<UUID, Integer> packs, Movement kind) {
        return packs.entrySet().stream()
                .map(each -> new Move(each.getKey(), kind, each.getValue()))
                .toList();
    }

    private Lot lock(UUID lot) {
        return find(lot, lots.lock(List.of(lot)));
    }

    private static Lot find(UUID id, List<Lot> among) {
        return among.stream().filter(lot -> lot.id().equals(id)).findFirst().orElseThrow(() -> Refusal.notFound("lot"));
    }

    private static void requireFree(Lot lot, int packs) {
        if (packs > lot.free()) {
            String promised = lot.reserved() == 0 ? "" : " " + lot.reserved() + " are promised to orders.";
            throw Refusal.conflict(
                            "promised",
                            "Of lot “" + lot.code() + "” only " + lot.free() + " packs can be taken away." + promised)
                    .with("lot", lot.id())
                    .with("left", lot.free())
                    .with("promised", lot.reserved());
        }
    }

    private void requireGood(Receipt receipt) {
        if (receipt.expiresOn() != null && !receipt.expiresOn().isAfter(today())) {
            throw Refusal.invalid("already-expired", "What is received must still be good tomorrow.")
                    .with("variant", receipt.variant());
        }
    }

    private static void requireReason(String reason) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON) {
            throw Refusal.invalid("bad-reason", "Please say why, in at most " + LONGEST_REASON + " characters.");
        }
    }

    private String code(Receipt receipt) {
        return receipt.lot().isEmpty() ? today().toString() : receipt.lot();
    }

    private LocalDate today() {
        return business.dayOf(clock.instant());
    }
}
