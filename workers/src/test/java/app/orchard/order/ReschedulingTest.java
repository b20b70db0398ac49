package app.orchard.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.AtOnce;
import app.orchard.DemoBusinessTest;
import app.orchard.inventory.Inventory;
import app.orchard.processes.ProcessMessages;
import app.orchard.shared.Business;
import app.orchard.shared.BusinessSettings;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Hold;
import app.orchard.slots.Load;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoBusinessTest
class ReschedulingTest {

    private static final String SKU = "MANGO-CAKE-2";
    private static final Staff FOUNDER = staff(Role.FOUNDER);
    private static final Staff PACKER = staff(Role.PACKER);

    @Autowired
    private Shopper shopper;

    @Autowired
    private Rescheduling rescheduling;

    @Autowired
    private Cancellations cancellations;

    @Autowired
    private OrderSteps steps;

    @Autowired
    private Orders orders;

    @Autowired
    private Slots slots;

    @Autowired
    private Inventory inventory;

    @Autowired
    private Business business;

    @Autowired
    private JdbcClient jdbc;

    private record Lot(UUID id, String code, @Nullable LocalDate expiresOn) {}

    private BusinessSettings before;
    private List<Lot> lots;

    @BeforeEach
    void preparationStartsTwoHoursBefore() {
        before = business.settings();
        business.change(new BusinessSettings(
                before.name(),
                before.zone(),
                before.paymentReminderAfter(),
                before.paymentExpiresAfter(),
                before.holdFor(),
                Duration.ofHours(2),
                before.customerChoiceWithin()));
    }

    @BeforeEach
    void everythingKeepsLong() {
        lots = jdbc.sql("select id, code, expires_on from stock_lot")
                .query(Lot.class)
                .list();
        everythingKeepsUntil(LocalDate.now(ZoneOffset.UTC).plusDays(60));
    }

    private void everythingKeepsUntil(LocalDate day) {
        jdbc.sql("update stock_lot set expires_on = ?, code = id::text")
                .param(day)
                .update();
    }

    @AfterEach
    void leaveSettingsAndStockAsTheyWere() {
        business.change(before);
        lots.forEach(lot -> jdbc.sql("update stock_lot set expires_on = :day, code = :code where id = :id")
                .param("code", lot.code())
                .param("day", lot.expiresOn())
                .param("id", lot.id())
                .update());
    }

    @AfterEach
    void everySumAgrees() {
        assertThat(slots.disagreements()).isEmpty();
        assertThat(inventory.disagreements()).isEmpty();
    }

    @Test
    void movesThePlaceAndTellsProcessTimelineAndCustomer() {
        List<Slot> open = openSlots();
        Shopper.Basket basket = shopper.basket(shopper.newCustomer(), SKU, 1, open.get(2));
        OrderId id = shopper.place(basket);
        Slot from = slots.get(open.get(2).id());
        Slot to = slots.get(open.get(4).id());

        rescheduling.byCustomer(id, to.id(), basket.customer());
        rescheduling.byCustomer(id, to.id(), basket.customer());

        OrderView order = orders.get(id, FOUNDER);
        assertThat(order.slotStartsAt()).isEqualTo(to.startsAt());
        assertThat(slots.get(from.id()).free()).isEqualTo(from.free() + 1);
        assertThat(slots.get(from.id()).freeMinutes()).isEqualTo(minutes(from) + 90);
        assertThat(slots.get(to.id()).free()).isEqualTo(to.free() - 1);
        assertThat(slots.get(to.id()).freeMinutes()).isEqualTo(minutes(to) - 90);
        assertThat(published(id)).containsExactly("order.rescheduled:" + id + ":1");
        assertThat(variables(id)).contains(to.startsAt().toString(), to.endsAt().toString(), "preparationStartsAt");
        assertThat(jdbc.sql("select count(*) from message where order_id = ? and template = 'ORDER_RESCHEDULED'")
                        .param(id.value())
                        .query(Integer.class)
                        .single())
                .isEqualTo(1);

        rescheduling.byStaff(id, from.id(), FOUNDER);
        assertThat(published(id)).containsExactly("order.rescheduled:" + id + ":1", "order.rescheduled:" + id + ":2");
    }

    @Test
    void keepsTheOldPlaceWhenTheNewOneIsFullOrClosedOrElsewhere() {
        List<Slot> open = openSlots();
        Shopper.Basket basket = shopper.basket(shopper.newCustomer(), SKU, 1, open.get(2));
        OrderId id = shopper.place(basket);
        Slot kept = slots.get(open.get(2).id());
        UUID full = open.get(3).id();
        jdbc.sql("update delivery_slot set kitchen_minutes = held_minutes + booked_minutes + 89 where id = ?")
                .param(full)
                .update();
        UUID closed = open.get(5).id();
        close(closed, "Diwali");
        UUID elsewhere = slots.upcoming("south").getLast().id();

        refuses("slot-full", () -> rescheduling.byCustomer(id, full, basket.customer()));
        refuses("slot-closed", () -> rescheduling.byCustomer(id, closed, basket.customer()));
        refuses("wrong-zone", () -> rescheduling.byCustomer(id, elsewhere, basket.customer()));
        refuses("not-found", () -> rescheduling.byCustomer(id, open.get(4).id(), shopper.newCustomer()));
        refuses("forbidden", () -> rescheduling.byStaff(id, open.get(4).id(), PACKER));

        assertThat(slots.get(kept.id())).isEqualTo(kept);
        assertThat(published(id)).isEmpty();
        close(closed, null);
        jdbc.sql("update delivery_slot set kitchen_minutes = 1200 where id = ?")
                .param(full)
                .update();
    }

    @Test
    void customersMayUntilTheCutOffAndFoundersUntilPreparation() {
        List<Slot> open = openSlots();
        Shopper.Basket basket = shopper.basket(shopper.newCustomer(), SKU, 1, open.get(2));
        OrderId id = shopper.place(basket);
        Slot from = open.get(2);
        cutOff(from.id(), Instant.now().minusSeconds(1));

        refuses("too-late", () -> rescheduling.byCustomer(id, open.get(4).id(), basket.customer()));
        steps.confirm(id);
        rescheduling.byStaff(id, open.get(4).id(), FOUNDER);
        refuses("slot-closed", () -> rescheduling.byCustomer(id, from.id(), basket.customer()));
        steps.startPreparing(id);
        refuses("too-late", () -> rescheduling.byStaff(id, open.get(5).id(), FOUNDER));
        cutOff(from.id(), from.cutoffAt());
    }

    @Test
    void staysWhenNoPacksAreGoodForTheNewDay() {
        List<Slot> open = openSlots();
        Shopper.Basket basket = shopper.basket(shopper.newCustomer(), SKU, 1, open.get(2));
        OrderId id = shopper.place(basket);
        Slot kept = slots.get(open.get(2).id());
        everythingKeepsUntil(business.dayOf(open.getLast().startsAt()));

        refuses("out-of-stock", () -> rescheduling.byCustomer(id, open.getLast().id(), basket.customer()));

        assertThat(slots.get(kept.id())).isEqualTo(kept);
        assertThat(orders.get(id, FOUNDER).slotStartsAt()).isEqualTo(kept.startsAt());
        assertThat(published(id)).isEmpty();
    }

    @Test
    void anOrderWhosePreparationIsAboutToStartStays() {
        List<Slot> open = openSlots();
        OrderId id = shopper.place(shopper.basket(shopper.newCustomer(), SKU, 1, open.get(2)));
        steps.confirm(id);
        jdbc.sql("update sales_order set slot_starts_at = now() + interval '119 minutes' where id = ?")
                .param(id.value())
                .update();

        refuses("too-late", () -> rescheduling.byStaff(id, open.get(4).id(), FOUNDER));
    }

    /** Any deadlock would surface as an exception that is no refusal, and fail the test. */
    @Test
    void manyChangesOfTwoSlotsAtOnceNeverWaitInACircle() throws Exception {
        List<Slot> open = openSlots();
        UUID[] two = {open.get(6).id(), open.get(7).id()};
        for (UUID slot : two) {
            jdbc.sql("update delivery_slot set capacity = 30, kitchen_minutes = 600 where id = ?")
                    .param(slot)
                    .update();
        }
        Instant end = Instant.now().plusSeconds(6);
        List<Callable<Integer>> crowd = new ArrayList<>();
        for (int n = 0; n < 12; n++) {
            crowd.add(() -> shopAndChangeMyMind(two, end));
        }

        int changes = AtOnce.all(crowd).stream().mapToInt(Integer::intValue).sum();

        assertThat(changes).isGreaterThan(20);
        for (UUID slot : two) {
            Slot after = slots.get(slot);
            int inOrders = jdbc.sql("""
                    select count(*) from sales_order where slot_id = ? and status not in ('CANCELLED', 'EXPIRED')""").param(slot).query(Integer.class).single();
            int held = jdbc.sql("select count(*) from slot_hold where slot_id = ? and state = 'HELD'")
                    .param(slot)
                    .query(Integer.class)
                    .single();
            assertThat(after.stopsTaken()).isEqualTo(inOrders + held);
            assertThat(after.stopsTaken()).isBetween(0, 30);
            assertThat(after.minutesTaken()).isBetween(0, 600);
            jdbc.sql("update delivery_slot set capacity = 60, kitchen_minutes = 1200 where id = ?")
                    .param(slot)
                    .update();
        }
    }

    private int shopAndChangeMyMind(UUID[] two, Instant end) {
        CustomerId customer = shopper.newCustomer();
        int changes = 0;
        List<OrderId> mine = new ArrayList<>();
        while (Instant.now().isBefore(end)) {
            ThreadLocalRandom random = ThreadLocalRandom.current();
            UUID slot = two[random.nextInt(2)];
            try {
                switch (random.nextInt(mine.isEmpty() ? 2 : 6)) {
                    case 0 -> slots.hold(slot, customer, new Load(1, random.nextInt(60)));
                    case 1 -> {
                        Slot there = slots.get(slot);
                        mine.add(shopper.place(shopper.basket(customer, "COOKIES-1", 1, there)));
                    }
                    case 2 -> slots.openHold(customer).map(Hold::id).ifPresent(slots::expire);
                    case 3 -> cancellations.byCustomer(mine.removeLast(), customer);
                    default -> rescheduling.byCustomer(mine.getLast(), slot, customer);
                }
                changes++;
            } catch (Refusal refusal) {
                assertThat(refusal.type()).isIn("slot-full", "hold-expired");
            }
        }
        return changes;
    }

    private List<Slot> openSlots() {
        return slots.upcoming("north").stream()
                .filter(slot -> slot.isOpenAt(Instant.now()) && slot.freeMinutes() != null)
                .toList();
    }

    private static int minutes(Slot slot) {
        Integer free = slot.freeMinutes();
        return free == null ? -1 : free;
    }

    private List<String> published(OrderId id) {
        return jdbc.sql(
                        "select command->>'messageId' from outbox where ordering_key = ? and command->>'name' = ? order by id")
                .params(id.toString(), ProcessMessages.ORDER_RESCHEDULED)
                .query(String.class)
                .list();
    }

    private String variables(OrderId id) {
        return jdbc.sql(
                        "select variables::text from outbox where ordering_key = ? and command->>'name' = ? order by id limit 1")
                .params(id.toString(), ProcessMessages.ORDER_RESCHEDULED)
                .query(String.class)
                .single();
    }

    private void cutOff(UUID slot, Instant at) {
        jdbc.sql("update delivery_slot set cutoff_at = ? where id = ?")
                .params(Timestamp.from(at), slot)
                .update();
    }

    private void close(UUID slot, @Nullable String reason) {
        jdbc.sql("update delivery_slot set closed_because = :reason where id = :slot")
                .param("reason", reason)
                .param("slot", slot)
                .update();
    }

    private static void refuses(String type, Runnable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act::run)
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(type));
    }

    private static Staff staff(Role role) {
        return new Staff(UUID.randomUUID(), role.name(), role.name(), "+919845000009", Set.of(role));
    }
}
