package app.orchard.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import app.orchard.AtOnce;
import app.orchard.DemoBusinessTest;
import app.orchard.shared.Business;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DemoBusinessTest
class StockKeepingTest {

    private static final Staff SELLER = new Staff(UUID.randomUUID(), "stall", "Sunita", "", Set.of(Role.STALL));
    private static final Staff FOUNDER = new Staff(UUID.randomUUID(), "founder", "Asha", "", Set.of(Role.FOUNDER));
    private static final Staff PACKER = Shelves.PACKER;

    @Autowired
    private Inventory inventory;

    @Autowired
    private StockKeeping stock;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Business business;

    @Autowired
    private Clock clock;

    private final String key = UUID.randomUUID().toString();
    private String place = "";
    private String stall = "";
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void openTwoEmptyPlaces() {
        today = business.dayOf(clock.instant());
        place = open("place-");
        stall = open("stall-");
    }

    @AfterEach
    void theLedgerSumsToTheCounts() {
        assertThat(inventory.disagreements()).isEmpty();
    }

    @Test
    void receivesOncePerKeyHoweverManyPress() throws Exception {
        Runnable press = () -> receive("A", 5, key);
        AtOnce.all(Collections.nCopies(8, Executors.callable(press)));

        assertThat(onHand(place)).isEqualTo(5);
        assertRefused("request-key-reused", () -> receive("A", 6, key));
    }

    @Test
    void addsToTheLotOfTheSameCodeAndExpiry() {
        receive("A", 5, "1" + key);
        receive("A", 2, "2" + key);

        assertThat(lots(place)).singleElement().extracting(Lot::onHand).isEqualTo(7);
    }

    @Test
    void receivesNothingThatIsSpoiltTomorrow() {
        assertRefused(
                "already-expired",
                () -> stock.receive(place, List.of(new Receipt(pack(), 1, "A", today)), key, PACKER));
        assertRefused("bad-quantity", () -> receive("A", 0, key));
        assertRefused("not-found", () -> stock.receive("nowhere", List.of(receipt("A", 1)), key, PACKER));
    }

    @Test
    void booksTheDifferenceOfACount() {
        UUID lot = receive("A", 5, key);

        stock.count(lot, 3, "fewer" + key, PACKER);
        assertThat(onHand(place)).isEqualTo(3);
        stock.count(lot, 3, "same" + key, PACKER);
        stock.count(lot, 8, "more" + key, PACKER);
        stock.count(lot, 8, "more" + key, PACKER);

        assertThat(onHand(place)).isEqualTo(8);
        assertThat(stock.history(pack(), place, Long.MAX_VALUE, 10, PACKER))
                .extracting(MovementEntry::kind, MovementEntry::packs)
                .containsExactly(
                        tuple(Movement.COUNTED_MORE, 5), tuple(Movement.COUNTED_LESS, 2), tuple(Movement.RECEIVED, 5));
    }

    @Test
    void takesNothingAwayThatIsPromised() {
        UUID lot = receive("A", 5, key);
        transaction.executeWithoutResult(
                status -> inventory.reserve(place, List.of(new StockLine(pack(), 4)), key, today));

        assertRefused("promised", () -> stock.count(lot, 3, key, PACKER));
        assertRefused("promised", () -> stock.adjust(lot, -2, "Bruised", key, PACKER));
        assertRefused("promised", () -> stock.writeOff(lot, 2, "Bruised", key, PACKER));
        assertRefused("promised", () -> stock.transfer(stall, List.of(new StockKeeping.LotPacks(lot, 2)), key, PACKER));

        stock.count(lot, 4, key, PACKER);
        assertThat(onHand(place)).isEqualTo(4);
    }

    @Test
    void knowsWhatIsUsedInADayOfTheLastFourWeeks() {
        assertThat(inventory.usedPerDay(place, pack())).isEqualByComparingTo("0");
        UUID lot = UUID.randomUUID();
        jdbc.sql("insert into inventory (variant_id, location_id) select ?, id from location where code = ?")
                .params(pack(), place)
                .update();
        jdbc.sql("""
                insert into stock_lot (id, variant_id, location_id, code, received_at, on_hand)
                select ?, ?, id, 'A', now(), 1 from location where code = ?""").params(lot, pack(), place).update();
        moved(lot, Movement.RECEIVED, 20, 40);
        moved(lot, Movement.RESERVED, 19, 40);
        moved(lot, Movement.DEDUCTED, 5, 30);
        moved(lot, Movement.DEDUCTED, 6, 20);
        moved(lot, Movement.DEDUCTED, 8, 1);
        assertThat(inventory.usedPerDay(place, pack())).isEqualByComparingTo("0.5");

        moved(lot, Movement.RETURNED, 7, 1);
        assertThat(inventory.usedPerDay(place, pack())).isEqualByComparingTo("0.25");
    }

    @Test
    void countsOnlyTheDaysSinceTheFirstPackCame() {
        receive("A", 5, key);
        List<StockLine> lines = List.of(new StockLine(pack(), 3));
        transaction.executeWithoutResult(status -> inventory.reserve(place, lines, key, today));
        transaction.executeWithoutResult(status -> inventory.deduct(place, lines, key));

        assertThat(inventory.usedPerDay(place, pack())).isEqualByComparingTo("3");
    }

    @Test
    void adjustsOnlyWithAReasonAndKeepsIt() {
        UUID lot = receive("A", 5, key);

        assertRefused("bad-reason", () -> stock.adjust(lot, 2, " ", key, PACKER));
        stock.adjust(lot, 2, "Found behind the fridge", key, PACKER);

        assertThat(onHand(place)).isEqualTo(7);
        assertThat(stock.history(pack(), place, Long.MAX_VALUE, 1, PACKER).getFirst())
                .satisfies(entry -> {
                    assertThat(entry.reason()).isEqualTo("Found behind the fridge");
                    assertThat(entry.by()).isEqualTo("Pradeep");
                });
    }

    @Test
    void carriesPacksToAStallWithTheirLot() {
        UUID lot = receive("A", 5, key);

        stock.transfer(stall, List.of(new StockKeeping.LotPacks(lot, 2)), key, PACKER);
        stock.transfer(stall, List.of(new StockKeeping.LotPacks(lot, 2)), key, PACKER);

        assertThat(onHand(place)).isEqualTo(3);
        assertThat(lots(stall)).singleElement().satisfies(there -> {
            assertThat(there.code()).isEqualTo("A");
            assertThat(there.expiresOn()).isEqualTo(today.plusDays(4));
            assertThat(there.onHand()).isEqualTo(2);
        });
        assertRefused(
                "same-place",
                () -> stock.transfer(place, List.of(new StockKeeping.LotPacks(lot, 1)), "2" + key, PACKER));
    }

    @Test
    void isForThoseWhoHandleTheGoods() {
        UUID lot = receive("A", 5, key);

        assertRefused("forbidden", () -> stock.count(lot, 1, key, SELLER));
        assertRefused("forbidden", () -> stock.receive(place, List.of(receipt("A", 1)), key, SELLER));
        assertRefused("forbidden", () -> stock.history(pack(), place, Long.MAX_VALUE, 1, SELLER));
        assertRefused("forbidden", () -> stock.warnBelow(place, pack(), 3, PACKER));
        assertThat(stock.lots(SELLER)).isNotEmpty();
    }

    @Test
    void marksWhatIsLow() {
        receive("A", 5, key);

        stock.warnBelow(place, pack(), 6, FOUNDER);
        assertThat(level(place).isLow()).isTrue();
        stock.warnBelow(place, pack(), 5, FOUNDER);
        assertThat(level(place).isLow()).isFalse();
    }

    private UUID receive(String lot, int packs, String requestKey) {
        stock.receive(place, List.of(receipt(lot, packs)), requestKey, PACKER);
        return lots(place).getFirst().id();
    }

    private void moved(UUID lot, Movement kind, int packs, int daysAgo) {
        jdbc.sql("""
                insert into stock_movement (variant_id, location_id, lot_id, kind, quantity, cause, moved_at)
                select variant_id, location_id, id, ?, ?, ?, now() - make_interval(days => ?) from stock_lot where id = ?""")
                .params(kind.name(), packs, "day-" + daysAgo + key, daysAgo, lot)
                .update();
    }

    private Receipt receipt(String lot, int packs) {
        return new Receipt(pack(), packs, lot, today.plusDays(4));
    }

    private static void assertRefused(String type, ThrowingCallable call) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(call)
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(type));
    }

    private int onHand(String location) {
        return level(location).onHand();
    }

    private StockLevel level(String location) {
        return inventory.levels().stream()
                .filter(each -> each.location().equals(location))
                .findFirst()
                .orElseThrow();
    }

    private List<Lot> lots(String location) {
        return stock.lots(PACKER).stream()
                .filter(lot -> lot.location().equals(location))
                .toList();
    }

    private String open(String prefix) {
        jdbc.sql("insert into location (id, code, name, kind) values (?, ?, 'A place of its own', 'STALL')")
                .params(UUID.randomUUID(), prefix + key)
                .update();
        return prefix + key;
    }

    private UUID pack() {
        return jdbc.sql("select id from variant where sku = 'DASHERI-1'")
                .query(UUID.class)
                .single();
    }
}
