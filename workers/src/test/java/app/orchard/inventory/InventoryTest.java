package app.orchard.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.DatabaseTest;
import app.orchard.shared.Refusal;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.support.TransactionTemplate;

@DatabaseTest
@TestPropertySource(properties = "orchard.demo-business=true")
class InventoryTest {

    @Autowired
    private Inventory inventory;

    @Autowired
    private TransactionTemplate transaction;

    @Autowired
    private JdbcClient jdbc;

    private final String cause = UUID.randomUUID().toString();

    @AfterEach
    void theLedgerSumsToTheCounts() {
        assertThat(inventory.disagreements()).isEmpty();
    }

    @Test
    void movesOncePerCause() {
        StockLine line = new StockLine(pack(), 5);
        StockLevel before = level(line);

        move(lines -> inventory.reserve(Location.STORE, lines, cause), line);
        move(lines -> inventory.reserve(Location.STORE, lines, cause), line);
        assertThat(level(line)).isEqualTo(level(before, 0, 5));

        move(lines -> inventory.deduct(Location.STORE, lines, cause), line);
        move(lines -> inventory.deduct(Location.STORE, lines, cause), line);
        assertThat(level(line)).isEqualTo(level(before, -5, 0));

        move(lines -> inventory.takeBack(Location.STORE, lines, cause), line);
        assertThat(level(line)).isEqualTo(before);
    }

    @Test
    void promisesNothingOfAnOrderThatIsShortOfOnePack() {
        StockLine enough = new StockLine(pack(), 1);
        StockLine tooMany = new StockLine(otherPack(), 100_000);
        StockLevel before = level(enough);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> transaction.executeWithoutResult(
                        status -> inventory.reserve(Location.STORE, List.of(enough, tooMany), cause)))
                .satisfies(refusal -> assertThat(refusal.details()).containsEntry("variant", tooMany.variant()));

        assertThat(level(enough)).isEqualTo(before);
    }

    @Test
    void knowsNoPackThatWasNeverReceivedThere() {
        jdbc.sql("insert into location (id, code, name, kind) values (?, ?, 'Empty', 'STALL')")
                .params(UUID.randomUUID(), cause)
                .update();

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> transaction.executeWithoutResult(
                        status -> inventory.reserve(cause, List.of(new StockLine(pack(), 1)), cause)))
                .satisfies(refusal -> assertThat(refusal.details()).containsEntry("left", 0));
    }

    private void move(Consumer<List<StockLine>> movement, StockLine line) {
        transaction.executeWithoutResult(status -> movement.accept(List.of(line)));
    }

    private StockLevel level(StockLine line) {
        return inventory.levels().stream()
                .filter(level -> level.location().equals(Location.STORE)
                        && level.variant().equals(line.variant()))
                .findFirst()
                .orElseThrow();
    }

    private static StockLevel level(StockLevel before, int onHand, int reserved) {
        return new StockLevel(
                before.variant(), before.location(), before.onHand() + onHand, before.reserved() + reserved);
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
