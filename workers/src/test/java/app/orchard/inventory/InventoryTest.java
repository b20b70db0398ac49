package app.orchard.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.entry;

import app.orchard.DemoBusinessTest;
import app.orchard.Statements;
import app.orchard.shared.Business;
import app.orchard.shared.Refusal;
import java.sql.Date;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DemoBusinessTest
class InventoryTest {

    private static final String HERE = "select id from location where code = ?";

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

    @Autowired
    private Statements statements;

    private final String cause = UUID.randomUUID().toString();
    private String place = "";
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void openAnEmptyPlace() {
        place = "place-" + cause;
        today = business.dayOf(clock.instant());
        jdbc.sql("insert into location (id, code, name, kind) values (?, ?, 'A place of its own', 'STALL')")
                .params(UUID.randomUUID(), place)
                .update();
    }

    @AfterEach
    void theLedgerSumsToTheCounts() {
        assertThat(inventory.disagreements()).isEmpty();
    }

    @Test
    void movesOncePerCause() {
        receive("A", 10, 5);
        StockLine line = packs(4);

        move(lines -> inventory.reserve(place, lines, cause, today), line);
        move(lines -> inventory.reserve(place, lines, cause, today), line);
        assertThat(level()).extracting("onHand", "reserved", "available").containsExactly(10, 4, 6);

        move(lines -> inventory.deduct(place, lines, cause), line);
        move(lines -> inventory.deduct(place, lines, cause), line);
        assertThat(level()).extracting("onHand", "reserved", "available").containsExactly(6, 0, 6);

        move(lines -> inventory.takeBack(place, lines, cause), line);
        move(lines -> inventory.takeBack(place, lines, cause), line);
        assertThat(level()).extracting("onHand", "reserved", "available").containsExactly(10, 0, 10);
    }

    @Test
    void givesPromisedPacksBackOnceAndDeductsNoneOfThemAfterwards() {
        receive("A", 10, 5);
        move(lines -> inventory.reserve(place, lines, cause, today), packs(4));

        move(lines -> inventory.release(place, lines, cause), packs(4));
        move(lines -> inventory.release(place, lines, cause), packs(4));

        assertThat(level()).extracting("onHand", "reserved").containsExactly(10, 0);
        assertThat(refusal(lines -> inventory.deduct(place, lines, cause), packs(4)))
                .isEqualTo("not-reserved");
    }

    @Test
    void takesFromWhatExpiresFirst() {
        receive("keeps", 5, null);
        receive("late", 5, 9);
        receive("soon", 5, 3);

        move(lines -> inventory.reserve(place, lines, cause, today), packs(7));

        assertThat(reservedByLot()).containsOnly(entry("soon", 5), entry("late", 2), entry("keeps", 0));
    }

    @Test
    void givesNoPackToADeliveryDayThatItDoesNotOutlive() {
        receive("soon", 5, 3);
        receive("late", 2, 4);

        assertThat(inventory.available(place, List.of(pack()), today.plusDays(2)))
                .containsExactly(entry(pack(), 7));
        assertThat(inventory.available(place, List.of(pack()), today.plusDays(3)))
                .containsExactly(entry(pack(), 2));
        assertThat(inventory.available(place, List.of(pack()), today.plusDays(4)))
                .containsExactly(entry(pack(), 0));
        assertThat(refusal(lines -> inventory.reserve(place, lines, cause, today.plusDays(3)), packs(3)))
                .isEqualTo("out-of-stock");

        move(lines -> inventory.reserve(place, lines, cause, today.plusDays(3)), packs(2));
        assertThat(reservedByLot()).containsOnly(entry("soon", 0), entry("late", 2));
        assertThat(inventory.outlives(cause, today.plusDays(3))).isTrue();
        assertThat(inventory.outlives(cause, today.plusDays(4))).isFalse();
    }

    @Test
    void promisesNothingOfAnOrderThatIsShortOfOnePack() {
        receive("A", 5, 5);
        StockLine tooMany = new StockLine(otherPack(), 1);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> transaction.executeWithoutResult(
                        status -> inventory.reserve(place, List.of(packs(1), tooMany), cause, today)))
                .satisfies(refusal -> assertThat(refusal.details())
                        .containsEntry("variant", tooMany.variant())
                        .containsEntry("left", 0));

        assertThat(level().reserved()).isZero();
    }

    @Test
    void exchangesPromisedPacksThatDoNotOutliveTheNewDay() {
        receive("soon", 3, 2);
        receive("late", 5, 6);
        move(lines -> inventory.reserve(place, lines, cause, today), packs(4));

        move(lines -> inventory.redate(place, lines, cause, today.plusDays(3)), packs(4));
        assertThat(reservedByLot()).containsOnly(entry("soon", 0), entry("late", 4));
        move(lines -> inventory.redate(place, lines, cause, today.plusDays(3)), packs(4));
        move(lines -> inventory.redate(place, lines, cause, today), packs(4));
        assertThat(reservedByLot()).containsOnly(entry("soon", 3), entry("late", 1));

        move(lines -> inventory.deduct(place, lines, cause), packs(4));
        assertThat(level()).extracting("onHand", "reserved").containsExactly(4, 0);
    }

    @Test
    void exchangesPacksThatHaveLeftTheShelf() {
        receive("soon", 3, 2);
        receive("late", 5, 6);
        move(lines -> inventory.reserve(place, lines, cause, today), packs(4));
        move(lines -> inventory.deduct(place, lines, cause), packs(4));

        move(lines -> inventory.redate(place, lines, cause, today.plusDays(3)), packs(4));
        assertThat(onHandByLot()).containsOnly(entry("soon", 3), entry("late", 1));
        assertThat(refusal(lines -> inventory.redate(place, lines, cause, today.plusDays(6)), packs(4)))
                .isEqualTo("out-of-stock");

        move(lines -> inventory.deduct(place, lines, cause), packs(4));
        assertThat(level()).extracting("onHand", "reserved").containsExactly(4, 0);
        move(lines -> inventory.takeBack(place, lines, cause), packs(4));
        assertThat(onHandByLot()).containsOnly(entry("soon", 3), entry("late", 5));
    }

    @Test
    void neverOffersWhatExpiredEvenBeforeItIsWrittenOff() {
        receive("good", 2, 5);
        receive("gone", 5, 5);
        jdbc.sql("update stock_lot set expires_on = ? where code = 'gone' and location_id = (" + HERE + ")")
                .params(Date.valueOf(today), place)
                .update();

        assertThat(inventory.available(place, List.of(pack()))).containsExactly(entry(pack(), 2));
        assertThat(level()).extracting("onHand", "available").containsExactly(7, 2);
        assertThat(refusal(lines -> inventory.reserve(place, lines, cause, today), packs(3)))
                .isEqualTo("out-of-stock");

        assertThat(stock.writeOffExpired(Shelves.PACKER)).isEqualTo(5);
        assertThat(stock.writeOffExpired(Shelves.PACKER)).isZero();
        assertThat(level()).extracting("onHand", "available").containsExactly(2, 2);
    }

    @Test
    void needsThreeStatementsToPromiseAnyNumberOfLines() {
        receive("A", 5, 5);
        receive("B", 5, 6);
        jdbc.sql("select id from variant limit 10").query(UUID.class).list().forEach(this::receiveSome);
        List<StockLine> ten = jdbc
                .sql("select variant_id from inventory i join location l on l.id = i.location_id where l.code = ?")
                .param(place)
                .query(UUID.class)
                .list()
                .stream()
                .map(variant -> new StockLine(variant, 2))
                .toList();

        List<String> said = statements.of(
                () -> transaction.executeWithoutResult(status -> inventory.reserve(place, ten, cause, today)));

        assertThat(ten).hasSizeGreaterThanOrEqualTo(10);
        assertThat(said).hasSize(3);
        assertThat(statements.of(() -> inventory.available(
                        place, ten.stream().map(StockLine::variant).toList())))
                .hasSize(1);
    }

    @Test
    void letsNobodyRewriteTheLedger() {
        receive("A", 5, 5);

        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(
                        () -> jdbc.sql("update stock_movement set quantity = 1").update());
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() -> jdbc.sql("delete from stock_movement").update());
    }

    @Test
    void tellsWhenCountsAreNotTheSumsOfTheLedger() {
        receive("A", 5, 5);
        miscount(1);

        assertThat(inventory.disagreements()).hasSize(1);

        miscount(-1);
    }

    private void miscount(int packs) {
        jdbc.sql("update stock_lot set on_hand = on_hand + ? where location_id = (" + HERE + ")")
                .params(packs, place)
                .update();
    }

    private void receive(String lot, int packs, @Nullable Integer days) {
        LocalDate expires = days == null ? null : today.plusDays(days);
        stock.receive(
                place,
                List.of(new Receipt(pack(), packs, lot, expires)),
                UUID.randomUUID().toString(),
                Shelves.PACKER);
    }

    private void receiveSome(UUID variant) {
        stock.receive(
                place,
                List.of(
                        new Receipt(variant, 1, "A", today.plusDays(4)),
                        new Receipt(variant, 1, "B", today.plusDays(5))),
                UUID.randomUUID().toString(),
                Shelves.PACKER);
    }

    private void move(Consumer<List<StockLine>> movement, StockLine line) {
        transaction.executeWithoutResult(status -> movement.accept(List.of(line)));
    }

    private String refusal(Consumer<List<StockLine>> movement, StockLine line) {
        try {
            move(movement, line);
            return "done";
        } catch (Refusal refusal) {
            return refusal.type();
        }
    }

    private StockLevel level() {
        return inventory.levels().stream()
                .filter(level ->
                        level.location().equals(place) && level.variant().equals(pack()))
                .findFirst()
                .orElseThrow();
    }

    private Map<String, Integer> reservedByLot() {
        return lots().stream().collect(Collectors.toMap(Lot::code, Lot::reserved));
    }

    private Map<String, Integer> onHandByLot() {
        return lots().stream().collect(Collectors.toMap(Lot::code, Lot::onHand));
    }

    private List<Lot> lots() {
        return stock.lots(Shelves.PACKER).stream()
                .filter(lot -> lot.location().equals(place))
                .toList();
    }

    private StockLine packs(int packs) {
        return new StockLine(pack(), packs);
    }

    private UUID pack() {
        return sku("DASHERI-1");
    }

    private UUID otherPack() {
        return sku("DASHERI-2");
    }

    private UUID sku(String sku) {
        return jdbc.sql("select id from variant where sku = ?")
                .param(sku)
                .query(UUID.class)
                .single();
    }
}
