package app.orchard.insight;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.DemoBusinessTest;
import app.orchard.Statements;
import app.orchard.inventory.Shelves;
import app.orchard.order.Channel;
import app.orchard.order.OrderStatus;
import app.orchard.payment.PaymentMethod;
import app.orchard.processes.Elements;
import app.orchard.shared.Business;
import app.orchard.shared.Money;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** With a database of its own: it counts everything of a day. */
@DemoBusinessTest
@TestPropertySource(properties = "spring.application.name=today")
class TodayTest {

    private static final Staff FOUNDER =
            new Staff(UUID.randomUUID(), "asha", "Asha", "+919845000001", Set.of(Role.FOUNDER));
    private static final AtomicLong KEYS = new AtomicLong(7_000_000);

    @Autowired
    private Today today;

    @Autowired
    private Sales sales;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Business business;

    @Autowired
    private Clock clock;

    @Autowired
    private Statements statements;

    @AfterEach
    void takeAway() {
        jdbc.sql("delete from human_task where key >= 7000000").update();
        jdbc.sql("delete from sales_order where request_key like 'today-%'").update();
    }

    @Test
    void countsTasksByWhenTheyAreDue() {
        TodayFacts before = today.look(FOUNDER);
        Instant now = clock.instant();
        Instant midnight =
                before.day().plusDays(1).atStartOfDay(business.zone()).toInstant();
        task(Elements.PACK_ORDER, now.minusSeconds(60));
        task(Elements.PACK_ORDER, now.plus(Duration.between(now, midnight).dividedBy(2)));
        task(Elements.PACK_ORDER, midnight.plusSeconds(1));
        task(Elements.APPROVE_REFUND, null);

        TodayFacts after = today.look(FOUNDER);

        assertThat(after.tasks().overdue()).isEqualTo(before.tasks().overdue() + 1);
        assertThat(after.tasks().today()).isEqualTo(before.tasks().today() + 1);
        assertThat(after.tasks().later()).isEqualTo(before.tasks().later() + 2);
        assertThat(after.tasks().refunds()).isEqualTo(before.tasks().refunds() + 1);
    }

    @Test
    void showsTheOrdersOfASlotByStepAndThatItIsFull() {
        int fullBefore = today.look(FOUNDER).fullSlots();
        UUID slot = slot(1);
        order(slot, "PREPARING", "CASH", clock.instant(), 50_000);
        order(slot, "PREPARING", "CASH", clock.instant(), 50_000);
        order(slot, "READY", "CASH", clock.instant(), 50_000);
        order(slot, "CANCELLED", "CASH", clock.instant(), 50_000);

        TodayFacts facts = today.look(FOUNDER);

        assertThat(facts.fullSlots()).isEqualTo(fullBefore + 1);
        assertThat(facts.slots())
                .filteredOn(on -> on.slot().id().equals(slot))
                .singleElement()
                .satisfies(on -> {
                    assertThat(on.steps())
                            .containsOnlyKeys(OrderStatus.PREPARING, OrderStatus.READY)
                            .containsEntry(OrderStatus.PREPARING, 2);
                    assertThat(on.slot().stopsTaken()).isEqualTo(1);
                });
    }

    @Test
    void setsWhatCameInBesideTheSameWeekdayUntilTheSameTime() {
        Takings before = upiAtTheStall();
        Instant aWeekAgo = clock.instant().atZone(business.zone()).minusWeeks(1).toInstant();
        order(null, "DELIVERED", "UPI_AT_STALL", clock.instant(), 12_300);
        order(null, "CANCELLED", "UPI_AT_STALL", clock.instant(), 99_900);
        order(null, "DELIVERED", "UPI_AT_STALL", aWeekAgo, 45_600);
        order(null, "DELIVERED", "UPI_AT_STALL", aWeekAgo.plusSeconds(3600), 88_800);

        Takings after = upiAtTheStall();

        assertThat(after.today()).isEqualTo(before.today().plus(new Takings.Sum(1, Money.of(12_300))));
        assertThat(after.before()).isEqualTo(before.before().plus(new Takings.Sum(1, Money.of(45_600))));
    }

    @Test
    void needsTheSameFewStatementsHoweverMuchThereIs() {
        int few = statements.of(() -> today.look(FOUNDER)).size();
        for (int n = 0; n < 20; n++) {
            UUID slot = slot(3);
            for (int m = 0; m < 5; m++) {
                order(slot, "PREPARING", "CASH", clock.instant(), 50_000);
            }
            task(Elements.PACK_ORDER, clock.instant());
        }

        assertThat(statements.of(() -> today.look(FOUNDER)).size())
                .isEqualTo(few)
                .isBetween(1, 8);
    }

    @Test
    void isForFoundersOnly() {
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> today.look(Shelves.PACKER));
    }

    @Test
    void sumsUpByDayZoneProductAndChannel() {
        LocalDate today = business.dayOf(clock.instant());
        for (SalesBy by : SalesBy.values()) {
            List<SalesRow> before = sales.summary(today, today, by, FOUNDER);
            UUID order = order(null, "DELIVERED", "UPI_AT_STALL", clock.instant(), 12_300);
            order(null, "CANCELLED", "UPI_AT_STALL", clock.instant(), 99_900);
            jdbc.sql("""
                    insert into order_line (order_id, position, variant_id, title, unit_price, quantity, discount, tax, total)
                    select ?, 1, id, 'A pack', 4100, 3, 0, 0, 12300 from variant where sku = 'ALPHONSO-1'""").param(order).update();

            List<SalesRow> after = sales.summary(today, today, by, FOUNDER);

            assertThat(money(after)).as(by.name()).isEqualTo(money(before).plus(Money.of(12_300)));
            assertThat(after.stream().mapToInt(SalesRow::packs).sum())
                    .isEqualTo(before.stream().mapToInt(SalesRow::packs).sum() + 3);
            assertThat(sales.csv(today, today, by, FOUNDER))
                    .startsWith(by.name().toLowerCase(Locale.ROOT) + ",orders,packs,rupees")
                    .hasLineCount(after.size() + 1);
            jdbc.sql("delete from order_line where order_id = ?").param(order).update();
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> sales.summary(today, today.minusDays(1), SalesBy.DAY, FOUNDER));
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> sales.summary(today.minusYears(3), today, SalesBy.DAY, FOUNDER));
    }

    private static Money money(List<SalesRow> rows) {
        return rows.stream().map(SalesRow::money).reduce(Money.ZERO, Money::plus);
    }

    private Takings upiAtTheStall() {
        return today.look(FOUNDER).takings().stream()
                .filter(each -> each.channel() == Channel.STALL && each.method() == PaymentMethod.UPI_AT_STALL)
                .findFirst()
                .orElse(new Takings(
                        Channel.STALL, PaymentMethod.UPI_AT_STALL, Takings.Sum.NOTHING, Takings.Sum.NOTHING));
    }

    private void task(String element, @Nullable Instant due) {
        jdbc.sql("""
                insert into human_task (key, instance_key, process, element, name, groups, due_at, created_at, state)
                values (?, 1, 'order', ?, 'A task', '{packer}', ?, now(), 'OPEN')""")
                .params(KEYS.incrementAndGet(), element)
                .param(due == null ? null : Timestamp.from(due))
                .update();
    }

    /** Begins in a minute, in a zone of its own; one place of it is taken. */
    private UUID slot(int capacity) {
        UUID zone = UUID.randomUUID();
        UUID slot = UUID.randomUUID();
        Timestamp start = Timestamp.from(clock.instant().plusSeconds(60));
        jdbc.sql("insert into zone (id, code, name) values (?, ?, 'A zone')")
                .params(zone, "today-" + zone)
                .update();
        jdbc.sql("""
                insert into delivery_slot (id, zone_id, starts_at, ends_at, cutoff_at, capacity, booked)
                values (?, ?, ?, ?::timestamptz + interval '1 hour', ?, ?, 1)""").params(slot, zone, start, start, start, capacity).update();
        return slot;
    }

    private UUID order(@Nullable UUID slot, String status, String method, Instant placedAt, long total) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into sales_order (id, number, channel, address_line, apartment, zone, location, status, slot_id,
                  payment_method, goods, discount, fee, tax, total, request_key, request_hash, placed_at)
                values (?, nextval('order_number'), 'STALL', '', '', 'stall', 'weekend-stall', ?, ?, ?, ?, 0, 0, 0, ?,
                  ?, '', ?)""")
                .params(id, status)
                .param(slot)
                .params(method, total, total, "today-" + id, Timestamp.from(placedAt))
                .update();
        return id;
    }
}
