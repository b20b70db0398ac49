package app.orchard.inventory;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.DemoBusinessTest;
import app.orchard.shared.Business;
import app.orchard.shared.Refusal;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.BeforeTry;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestContextManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whatever happens to stock in whatever order: the books agree, and nobody gets packs that spoil before they come. */
@DemoBusinessTest
class StockHistoriesTest {

    @Autowired
    private Inventory inventory;

    @Autowired
    private StockKeeping stock;

    @Autowired
    private Lots table;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Business business;

    @Autowired
    private Clock clock;

    private final Map<String, Promise> promises = new HashMap<>();
    private final List<String> causes = new ArrayList<>();
    private final List<UUID> expired = new ArrayList<>();
    private UUID pack = new UUID(0, 0);
    private String place = "";
    private String stall = "";
    private LocalDate today = LocalDate.EPOCH;

    enum Act {
        RECEIVE,
        RECEIVE_SOME_THAT_KEEP,
        RESERVE,
        RESERVE_AGAIN,
        RELEASE,
        DEDUCT,
        TAKE_BACK,
        REDATE,
        COUNT,
        ADJUST,
        TRANSFER,
        WRITE_OFF,
        EXPIRE_A_LOT,
        WRITE_OFF_EXPIRED
    }

    /** @param pick which of the lots or promises, @param day from today */
    record Step(Act act, int packs, int pick, int day) {}

    record Promise(int packs, LocalDate day) {}

    @BeforeTry
    void inAnEmptyPlace() throws Exception {
        new TestContextManager(StockHistoriesTest.class).prepareTestInstance(this);
        promises.clear();
        causes.clear();
        expired.clear();
        today = business.dayOf(clock.instant());
        place = open();
        stall = open();
        pack = jdbc.sql("select id from variant where sku = 'KESAR-1'")
                .query(UUID.class)
                .single();
    }

    @Provide
    Arbitrary<List<Step>> histories() {
        return Combinators.combine(
                        Arbitraries.of(Act.class),
                        Arbitraries.integers().between(1, 9),
                        Arbitraries.integers().between(0, 20),
                        Arbitraries.integers().between(0, 5))
                .as(Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(30);
    }

    @Property(tries = 60, shrinking = ShrinkingMode.OFF)
    void theBooksAgreeAndNothingSpoilsOnItsWay(@ForAll("histories") List<Step> history) {
        for (Step step : history) {
            try {
                take(step);
            } catch (Refusal refusal) {
                assertThat(refusal.type()).isIn("out-of-stock", "promised", "not-reserved");
            }
            check();
        }
        assertThat(inventory.disagreements()).isEmpty();
    }

    private void take(Step step) {
        switch (step.act()) {
            case RECEIVE -> receive(step.packs(), today.plusDays(1 + step.day()));
            case RECEIVE_SOME_THAT_KEEP -> receive(step.packs(), null);
            case RESERVE -> reserve(step.packs(), today.plusDays(step.day()));
            case RESERVE_AGAIN ->
                promise(step).ifPresent(cause -> reserve(cause, new Promise(packsOf(cause), dayOf(cause))));
            case RELEASE ->
                promise(step).ifPresent(cause -> moved(() -> inventory.release(place, lines(cause), cause)));
            case DEDUCT -> promise(step).ifPresent(cause -> moved(() -> inventory.deduct(place, lines(cause), cause)));
            case TAKE_BACK ->
                promise(step).ifPresent(cause -> moved(() -> inventory.takeBack(place, lines(cause), cause)));
            case REDATE -> promise(step).ifPresent(cause -> redate(cause, today.plusDays(step.day())));
            case COUNT -> lot(step).ifPresent(lot -> stock.count(lot.id(), step.packs(), key(), Shelves.PACKER));
            case ADJUST ->
                lot(step).ifPresent(lot -> stock.adjust(lot.id(), step.day() - 6, "Bruised", key(), Shelves.PACKER));
            case TRANSFER ->
                lot(step)
                        .ifPresent(lot -> stock.transfer(
                                stall,
                                List.of(new StockKeeping.LotPacks(lot.id(), step.packs())),
                                key(),
                                Shelves.PACKER));
            case WRITE_OFF ->
                lot(step).ifPresent(lot -> stock.writeOff(lot.id(), step.packs(), "Squashed", key(), Shelves.PACKER));
            case EXPIRE_A_LOT -> lot(step).ifPresent(this::expire);
            case WRITE_OFF_EXPIRED -> stock.writeOffExpired(Shelves.PACKER);
        }
    }

    private void reserve(int packs, LocalDate day) {
        String cause = key();
        int left = inventory.available(place, List.of(pack), day).getOrDefault(pack, 0);
        if (left < packs) {
            assertThat(refused(() -> reserve(cause, new Promise(packs, day)))).isTrue();
            return;
        }
        List<Lot> before = lots();
        reserve(cause, new Promise(packs, day));
        causes.add(cause);
        promises.put(cause, new Promise(packs, day));
        assertThat(heldBy(cause)).as("held").isEqualTo(packs);
        requireFirstExpiredFirst(before, day);
    }

    /** Of the lots that fit, one is only touched when those that expire before it are empty. */
    private void requireFirstExpiredFirst(List<Lot> before, LocalDate day) {
        Map<UUID, Integer> reserved = new HashMap<>();
        before.forEach(lot -> reserved.put(lot.id(), lot.reserved()));
        List<Lot> fitting = lots().stream().filter(lot -> lot.outlives(day)).toList();
        boolean emptySoFar = true;
        for (Lot lot : fitting) {
            if (lot.reserved() > reserved.getOrDefault(lot.id(), 0)) {
                assertThat(emptySoFar)
                        .as("first expired, first out: %s of %s", lot, fitting)
                        .isTrue();
            }
            emptySoFar &= lot.free() == 0;
        }
    }

    private void redate(String cause, LocalDate day) {
        moved(() -> inventory.redate(place, lines(cause), cause, day));
        promises.put(cause, new Promise(packsOf(cause), day));
    }

    private void check() {
        assertThat(table.withPacks()).allMatch(lot -> lot.reserved() >= 0 && lot.reserved() <= lot.onHand());
        int held = causes.stream().mapToInt(this::heldBy).sum();
        assertThat(lots().stream().mapToInt(Lot::reserved).sum()).as("reserved").isEqualTo(held);
        causes.forEach(cause -> {
            Claim claim = table.claim(cause);
            assertThat(everyLot())
                    .filteredOn(lot -> claim.held(lot.id()) > 0 && !expired.contains(lot.id()))
                    .allMatch(lot -> lot.outlives(dayOf(cause)));
        });
    }

    /** Time passes for one lot. */
    private void expire(Lot lot) {
        expired.add(lot.id());
        jdbc.sql("update stock_lot set expires_on = ?, code = ? where id = ?")
                .params(Date.valueOf(today), "old " + lot.id(), lot.id())
                .update();
    }

    private void receive(int packs, @Nullable LocalDate expires) {
        stock.receive(place, List.of(new Receipt(pack, packs, "Box", expires)), key(), Shelves.PACKER);
    }

    private void reserve(String cause, Promise promise) {
        moved(() -> inventory.reserve(place, List.of(new StockLine(pack, promise.packs())), cause, promise.day()));
    }

    private void moved(Runnable move) {
        transaction.executeWithoutResult(status -> move.run());
    }

    private static boolean refused(Runnable move) {
        try {
            move.run();
            return false;
        } catch (Refusal refusal) {
            return refusal.type().equals("out-of-stock");
        }
    }

    private int heldBy(String cause) {
        Claim claim = table.claim(cause);
        return everyLot().stream().mapToInt(lot -> claim.held(lot.id())).sum();
    }

    private int packsOf(String cause) {
        return Objects.requireNonNull(promises.get(cause)).packs();
    }

    private LocalDate dayOf(String cause) {
        return Objects.requireNonNull(promises.get(cause)).day();
    }

    private Optional<String> promise(Step step) {
        return causes.isEmpty() ? Optional.empty() : Optional.of(causes.get(step.pick() % causes.size()));
    }

    private List<StockLine> lines(String cause) {
        return List.of(new StockLine(pack, packsOf(cause)));
    }

    private Optional<Lot> lot(Step step) {
        List<Lot> lots = lots();
        return lots.isEmpty() ? Optional.empty() : Optional.of(lots.get(step.pick() % lots.size()));
    }

    private List<Lot> lots() {
        return everyLot().stream().filter(lot -> lot.onHand() > 0).toList();
    }

    private List<Lot> everyLot() {
        List<UUID> ids = jdbc.sql(
                        "select l.id from stock_lot l join location p on p.id = l.location_id where p.code = ?")
                .param(place)
                .query(UUID.class)
                .list();
        return table.read(ids).stream().sorted(Lot.FIRST_EXPIRED).toList();
    }

    private String open() {
        String code = key();
        jdbc.sql("insert into location (id, code, name, kind) values (?, ?, 'A place of its own', 'STALL')")
                .params(UUID.randomUUID(), code)
                .update();
        return code;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
