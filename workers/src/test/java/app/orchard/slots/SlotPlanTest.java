package app.orchard.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.DatabaseTest;
import app.orchard.shared.Business;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Weekly windows, the slots made ahead of them, days without deliveries, and capacities. */
@DatabaseTest
class SlotPlanTest {

    private static final Staff FOUNDER =
            new Staff(UUID.randomUUID(), "asha", "Asha", "+919845000001", Set.of(Role.FOUNDER));
    private static final Staff PACKER =
            new Staff(UUID.randomUUID(), "ravi", "Ravi", "+919845000003", Set.of(Role.PACKER));

    @Autowired
    private Slots slots;

    @Autowired
    private SlotTemplates templates;

    @Autowired
    private SlotPlanner planner;

    @Autowired
    private Blackouts blackouts;

    @Autowired
    private SlotCapacity capacity;

    @Autowired
    private Business business;

    @Autowired
    private JdbcClient jdbc;

    private final String zone = UUID.randomUUID().toString();
    private LocalDate today;

    @BeforeEach
    void openAZone() {
        jdbc.sql("insert into zone (id, code, name) values (gen_random_uuid(), ?, 'Zone')")
                .param(zone)
                .update();
        today = business.dayOf(Instant.now());
    }

    @AfterEach
    void everySumAgrees() {
        assertThat(slots.disagreements()).isEmpty();
    }

    @Test
    void makesTheSlotsOfTwoWeeksOnce() throws Exception {
        add(today.plusDays(2).getDayOfWeek(), null);

        List<Slot> made = made();
        assertThat(made).hasSize(2);
        Slot first = made.getFirst();
        assertThat(first.startsAt()).isEqualTo(at(today.plusDays(2), 10));
        assertThat(first.endsAt()).isEqualTo(at(today.plusDays(2), 12));
        assertThat(first.cutoffAt()).isEqualTo(at(today.plusDays(1), 20));
        assertThat(first.capacity()).isEqualTo(20);
        assertThat(first.kitchenMinutes()).isEqualTo(300);
        assertThat(slots.upcoming(zone)).containsExactly(first);

        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int n = 0; n < 8; n++) {
                var unused = threads.submit(planner::make);
            }
        }
        assertThat(made()).isEqualTo(made);
    }

    @Test
    void theDeliveryDaysOfAZoneAreThoseOfItsWindows() {
        UUID template = add(DayOfWeek.SATURDAY, null);
        add(DayOfWeek.WEDNESDAY, null);
        assertThat(templates.deliveryDays(zone)).containsExactlyInAnyOrder(DayOfWeek.WEDNESDAY, DayOfWeek.SATURDAY);

        templates.end(template, today.minusDays(1), FOUNDER);

        assertThat(templates.deliveryDays(zone)).containsExactly(DayOfWeek.WEDNESDAY);
        assertThat(made())
                .extracting(slot -> business.dayOf(slot.startsAt()).getDayOfWeek())
                .containsOnly(DayOfWeek.WEDNESDAY);
    }

    @Test
    void endingAWindowLeavesTheSlotsThatOrdersAreIn() {
        UUID template = add(today.plusDays(2).getDayOfWeek(), null);
        List<Slot> made = made();
        slots.bookDirectly(made.getFirst().id(), CustomerId.next(), new Load(1, 30));

        templates.end(template, today, FOUNDER);

        List<Slot> left = made();
        assertThat(left).hasSize(1);
        assertThat(left.getFirst().whyShutAt(Instant.now())).isEqualTo("This time is full.");
        assertThat(left.getFirst().minutesTaken()).isEqualTo(30);
    }

    @Test
    void endingAWindowLeavesTheSlotsThatAFeeWasQuotedFor() {
        UUID template = add(today.plusDays(2).getDayOfWeek(), null);
        UUID quoted = made().getFirst().id();
        quote(quoted);

        templates.end(template, today, FOUNDER);

        assertThat(made()).singleElement().satisfies(slot -> {
            assertThat(slot.id()).isEqualTo(quoted);
            assertThat(slot.capacity()).isZero();
        });
    }

    private void quote(UUID slot) {
        CustomerId customer = CustomerId.next();
        UUID address = UUID.randomUUID();
        jdbc.sql("insert into customer (id, phone, name, created_at) values (?, ?, '', now())")
                .params(customer.value(), "+91" + (7_000_000_000L + System.nanoTime() % 900_000_000L))
                .update();
        jdbc.sql("insert into address (id, customer_id, street, pincode, flat) values (?, ?, 'MG Road', '560001', '1')")
                .params(address, customer.value())
                .update();
        jdbc.sql("""
                insert into quote (id, customer_id, address_id, zone, slot_id, goods, fee, tax, total, expires_at)
                values (gen_random_uuid(), ?, ?, ?, ?, 100, 0, 0, 100, now())""").params(customer.value(), address, zone, slot).update();
    }

    @Test
    void keepsToTheDaysAWindowIsValid() {
        LocalDate day = today.plusDays(3);
        add(day.getDayOfWeek(), day);
        assertThat(made()).hasSize(1);
    }

    @Test
    void refusesWindowsThatMakeNoSenseAndThoseOnTopOfAnother() {
        add(DayOfWeek.MONDAY, null);
        assertRefused("template-overlaps", () -> add(DayOfWeek.MONDAY, null));
        assertRefused("bad-template", () -> templates.add(template(DayOfWeek.TUESDAY, 12, 10, 20, 300, null), FOUNDER));
        assertRefused("bad-template", () -> templates.add(template(DayOfWeek.TUESDAY, 10, 12, 0, 300, null), FOUNDER));
        assertRefused("forbidden", () -> templates.add(template(DayOfWeek.TUESDAY, 10, 12, 9, 300, null), PACKER));
    }

    @Test
    void aBlackoutClosesWithItsReasonAndLeavesOrdersAlone() {
        add(today.plusDays(2).getDayOfWeek(), null);
        Slot slot = made().getFirst();
        Hold booked = slots.bookDirectly(slot.id(), CustomerId.next(), Load.STOP);
        CustomerId shopping = CustomerId.next();
        Hold held = slots.hold(slot.id(), shopping, Load.STOP);

        Blackout rain = blackouts.close(zone, today, today.plusDays(3), "Heavy rain", FOUNDER);

        Slot closed = slots.get(slot.id());
        assertThat(closed.closedBecause()).isEqualTo("Heavy rain");
        assertThat(closed.stopsTaken()).isEqualTo(2);
        assertRefused("slot-closed", () -> slots.hold(slot.id(), CustomerId.next(), Load.STOP));
        assertRefused("slot-closed", () -> slots.book(held.id(), shopping, Load.STOP));
        assertThat(made().getLast().closedBecause()).isNull();
        assertThat(blackouts.inForce()).contains(rain);

        blackouts.lift(rain.id(), FOUNDER);
        assertThat(slots.get(slot.id()).closedBecause()).isNull();
        slots.book(held.id(), shopping, Load.STOP);
        slots.unbook(booked.id());
        assertRefused("not-found", () -> blackouts.lift(rain.id(), FOUNDER));
    }

    @Test
    void aDayStaysClosedAsLongAsOneReasonIsLeft() {
        add(today.plusDays(2).getDayOfWeek(), null);
        UUID slot = made().getFirst().id();
        Blackout everywhere = blackouts.close(null, today.plusDays(2), today.plusDays(2), "Election day", FOUNDER);
        Blackout here = blackouts.close(zone, today.plusDays(2), today.plusDays(2), "Road works", FOUNDER);

        assertThat(slots.get(slot).closedBecause()).isEqualTo("Election day");
        blackouts.lift(everywhere.id(), FOUNDER);
        assertThat(slots.get(slot).closedBecause()).isEqualTo("Road works");
        blackouts.lift(here.id(), FOUNDER);
        assertThat(slots.get(slot).closedBecause()).isNull();
    }

    @Test
    void slotsMadeLaterAreClosedToo() {
        Blackout diwali = blackouts.close(zone, today, today.plusDays(20), "Diwali", FOUNDER);

        add(today.plusDays(2).getDayOfWeek(), null);

        assertThat(made()).isNotEmpty().allMatch(slot -> "Diwali".equals(slot.closedBecause()));
        blackouts.lift(diwali.id(), FOUNDER);
        assertThat(made()).allMatch(slot -> slot.closedBecause() == null);
    }

    @Test
    void refusesABlackoutWithoutAReasonOrByAnybodyElse() {
        assertRefused("bad-blackout", () -> blackouts.close(zone, today, today, " ", FOUNDER));
        assertRefused("bad-blackout", () -> blackouts.close(zone, today, today.minusDays(1), "Rain", FOUNDER));
        assertRefused("forbidden", () -> blackouts.close(zone, today, today, "Rain", PACKER));
    }

    @Test
    void aCapacityDoesNotGoBelowWhatIsTaken() {
        add(today.plusDays(2).getDayOfWeek(), null);
        UUID slot = made().getFirst().id();
        slots.bookDirectly(slot, CustomerId.next(), new Load(1, 90));
        slots.bookDirectly(slot, CustomerId.next(), new Load(1, 90));

        assertRefused("below-taken", () -> capacity.change(slot, 1, 300, FOUNDER));
        assertRefused("below-taken", () -> capacity.change(slot, 20, 179, FOUNDER));
        assertRefused("forbidden", () -> capacity.change(slot, 20, 300, PACKER));
        capacity.change(slot, 2, 180, FOUNDER);
        assertThat(slots.get(slot).whyShutAt(Instant.now())).isNotNull();
        capacity.change(slot, 3, null, FOUNDER);
        slots.bookDirectly(slot, CustomerId.next(), new Load(1, 1000));
    }

    private List<Slot> made() {
        Instant now = Instant.now();
        return slots.between(now, now.plus(Duration.ofDays(30))).stream()
                .filter(slot -> slot.zone().equals(zone))
                .toList();
    }

    private UUID add(DayOfWeek weekday, @Nullable LocalDate until) {
        return templates.add(template(weekday, 10, 12, 20, 300, until), FOUNDER);
    }

    private SlotTemplate template(
            DayOfWeek weekday, int from, int to, int stops, int minutes, @Nullable LocalDate until) {
        return new SlotTemplate(
                UUID.randomUUID(),
                zone,
                weekday,
                LocalTime.of(from, 0),
                LocalTime.of(to, 0),
                Duration.ofHours(14),
                stops,
                minutes,
                today,
                until);
    }

    private Instant at(LocalDate day, int hour) {
        return day.atTime(hour, 0).atZone(business.zone()).toInstant();
    }

    private static void assertRefused(String type, Runnable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act::run)
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}
