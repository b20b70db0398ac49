package app.orchard.replenishment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import app.orchard.IntegrationTest;
import app.orchard.inventory.Inventory;
import app.orchard.inventory.Lot;
import app.orchard.inventory.Receipt;
import app.orchard.inventory.StockKeeping;
import app.orchard.processes.Elements;
import app.orchard.shared.Business;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.task.Task;
import app.orchard.task.Tasks;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** From low stock to the founder's task and back onto the shelf, through the real engine. */
@IntegrationTest
class ReplenishmentTest {

    private static final Duration SOON = Duration.ofSeconds(40);
    private static final Staff FOUNDER = new Staff(UUID.randomUUID(), "founder", "Asha", "", Set.of(Role.FOUNDER));

    @Autowired
    private Replenishments replenishments;

    @Autowired
    private StockKeeping stock;

    @Autowired
    private Inventory inventory;

    @Autowired
    private Tasks tasks;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Business business;

    @Autowired
    private Clock clock;

    private final String place = "stall-" + UUID.randomUUID();
    private UUID pack = new UUID(0, 0);
    private LocalDate today = LocalDate.EPOCH;

    @BeforeEach
    void openAStall() {
        today = business.dayOf(clock.instant());
        pack = jdbc.sql("select id from variant where sku = 'KESAR-1'")
                .query(UUID.class)
                .single();
        jdbc.sql("insert into location (id, code, name, kind) values (?, ?, 'Corner stall', 'STALL')")
                .params(UUID.randomUUID(), place)
                .update();
        receive("A", 5);
    }

    @AfterEach
    void theLedgerSumsToTheCounts() {
        assertThat(inventory.disagreements()).isEmpty();
        stock.warnBelow(place, pack, 0, FOUNDER);
    }

    @Test
    void asksTheFounderAndBooksWhatCame() {
        stock.warnBelow(place, pack, 8, FOUNDER);
        Task task = task();

        assertThat(tasks.about(task))
                .get()
                .asString()
                .startsWith("Order 3 × Kesar, Box of 9, about 2 kg for Corner stall:");
        assertThat(task.dueAt()).isNotNull().isAfter(clock.instant());
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> tasks.complete(task.key(), received("not a day"), FOUNDER))
                .satisfies(refusal ->
                        assertThat(refusal.details().get("fields")).asString().contains("goodUntil"));

        tasks.complete(task.key(), received(today.plusDays(6).toString()), FOUNDER);

        assertThat(lots()).extracting(Lot::code).contains("KSR-9");
        assertThat(lots().stream().filter(lot -> lot.code().equals("KSR-9")))
                .singleElement()
                .satisfies(lot -> {
                    assertThat(lot.onHand()).isEqualTo(12);
                    assertThat(lot.expiresOn()).isEqualTo(today.plusDays(7));
                });
        assertThat(ordering()).isEmpty();
        awaitEnd(task, "endEvent_stockReceived");
    }

    @Test
    void asksOnceAndGoesAwayByItselfWhenStockComesInOtherwise() {
        stock.warnBelow(place, pack, 8, FOUNDER);
        Task task = task();
        replenishments.check();
        replenishments.check();
        assertThat(count()).isEqualTo(1);

        receive("B", 10);

        awaitEnd(task, "endEvent_noLongerNeeded");
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> tasks.complete(task.key(), received(""), FOUNDER));
        assertThat(count()).isEqualTo(1);
        assertThat(lots().stream().mapToInt(Lot::onHand).sum()).isEqualTo(15);
    }

    @Test
    void leavesTheFounderInPeaceAfterNothingWillCome() {
        stock.warnBelow(place, pack, 8, FOUNDER);
        Task task = task();

        tasks.complete(task.key(), Map.of("outcome", "dropped", "note", "Season is over"), FOUNDER);
        replenishments.check();

        assertThat(ordering()).isEmpty();
        assertThat(count()).isEqualTo(1);
    }

    @Test
    void marksWhatNobodyOrderedInTime() {
        stock.warnBelow(place, pack, 8, FOUNDER);
        task();
        UUID id = ordering().orElseThrow().id();

        replenishments.reportDelay(id);
        replenishments.reportDelay(id);

        assertThat(ordering().orElseThrow().lateSince()).isNotNull();
    }

    private Task task() {
        return await().atMost(SOON)
                .until(
                        () -> tasks.inbox(FOUNDER, 1000).stream()
                                .filter(task -> task.element().equals(Elements.ORDER_STOCK))
                                .filter(task -> replenishments
                                        .ofInstance(task.instanceKey())
                                        .filter(one -> one.location().equals(place))
                                        .isPresent())
                                .findFirst(),
                        Optional::isPresent)
                .orElseThrow();
    }

    private void awaitEnd(Task task, String end) {
        await().atMost(SOON)
                .until(() -> jdbc.sql(
                                "select exists (select from element_position where instance_key = ? and element = ?)")
                        .params(task.instanceKey(), end)
                        .query(Boolean.class)
                        .single());
    }

    private static Map<String, Object> received(String goodUntil) {
        return Map.of("outcome", "received", "packs", 12, "lot", "KSR-9", "goodUntil", goodUntil);
    }

    private Optional<Replenishment> ordering() {
        return replenishments.open(FOUNDER).stream()
                .filter(one -> one.location().equals(place))
                .findFirst();
    }

    private int count() {
        return jdbc.sql("select count(*) from replenishment r join location l on l.id = r.location_id where l.code = ?")
                .param(place)
                .query(Integer.class)
                .single();
    }

    private List<Lot> lots() {
        return stock.lots(FOUNDER).stream()
                .filter(lot -> lot.location().equals(place))
                .toList();
    }

    private void receive(String lot, int packs) {
        stock.receive(
                place,
                List.of(new Receipt(pack, packs, lot, today.plusDays(5))),
                UUID.randomUUID().toString(),
                FOUNDER);
    }
}
