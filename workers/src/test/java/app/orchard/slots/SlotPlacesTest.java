package app.orchard.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.AtOnce;
import app.orchard.DatabaseTest;
import app.orchard.shared.CustomerId;
import app.orchard.shared.HoldId;
import app.orchard.shared.Refusal;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Places in stops and in minutes of the kitchen; the engine is away all the time. */
@DatabaseTest
class SlotPlacesTest {

    private static final Load COOKIES = new Load(1, 5);
    private static final Load WEDDING_CAKE = new Load(1, 90);

    @Autowired
    private Slots slots;

    @Autowired
    private SlotSweeper sweeper;

    @Autowired
    private JdbcClient jdbc;

    private final UUID zone = UUID.randomUUID();

    @BeforeEach
    void openAZone() {
        jdbc.sql("insert into zone (id, code, name) values (?, ?, 'Zone')")
                .params(zone, zone.toString())
                .update();
    }

    @AfterEach
    void everySumAgrees() {
        assertThat(slots.disagreements()).isEmpty();
    }

    @Test
    void aWeddingCakeTakesMoreThanACookie() {
        UUID slot = slot(10, 100);

        Hold cake = slots.hold(slot, customer(), WEDDING_CAKE);
        assertThat(slots.get(slot).freeMinutes()).isEqualTo(10);
        refuses("slot-full", () -> slots.hold(slot, customer(), WEDDING_CAKE));
        slots.hold(slot, customer(), COOKIES);
        slots.hold(slot, customer(), COOKIES);
        refuses("slot-full", () -> slots.hold(slot, customer(), COOKIES));

        Slot full = slots.get(slot);
        assertThat(full.free()).isEqualTo(7);
        assertThat(full.whyShutAt(Instant.now())).contains("kitchen");
        assertThat(cake.slot().whyShutAt(Instant.now(), WEDDING_CAKE)).contains("kitchen");
        assertThat(cake.slot().whyShutAt(Instant.now(), COOKIES)).isNull();
    }

    @Test
    void whatOnlyIsPackedFitsWhereTheKitchenIsFull() {
        UUID slot = slot(3, 90);
        slots.hold(slot, customer(), WEDDING_CAKE);

        slots.hold(slot, customer(), Load.STOP);

        assertThat(slots.get(slot).free()).isEqualTo(1);
    }

    @Test
    void bookingTakesWhatIsOrderedAndNotWhatWasMeant() {
        UUID slot = slot(10, 100);
        CustomerId customer = customer();
        Hold hold = slots.hold(slot, customer, COOKIES);

        slots.book(hold.id(), customer, WEDDING_CAKE);
        assertThat(slots.get(slot).freeMinutes()).isEqualTo(10);

        CustomerId greedy = customer();
        Hold small = slots.hold(slot, greedy, COOKIES);
        refuses("slot-full", () -> slots.book(small.id(), greedy, WEDDING_CAKE));
        assertThat(slots.openHold(greedy)).isPresent();
        slots.book(small.id(), greedy, Load.STOP);
        assertThat(slots.get(slot).freeMinutes()).isEqualTo(10);
        slots.unbook(hold.id());
        assertThat(slots.get(slot).freeMinutes()).isEqualTo(100);
    }

    @Test
    void takesNothingAfterTheCutOffAndSaysSo() {
        UUID slot = slot(10, null);
        CustomerId customer = customer();
        Hold hold = slots.hold(slot, customer, Load.STOP);
        Hold booked = slots.bookDirectly(slot(10, null), customer, Load.STOP);
        cutOff(slot, Duration.ofSeconds(-1));

        refuses("slot-closed", () -> slots.hold(slot, customer(), Load.STOP));
        refuses("slot-closed", () -> slots.book(hold.id(), customer, Load.STOP));
        refuses("slot-closed", () -> slots.bookDirectly(slot, customer, Load.STOP));
        refuses("slot-closed", () -> slots.move(booked.id(), slot, customer, Load.STOP));
        assertThat(slots.get(slot).whyShutAt(Instant.now())).isEqualTo("Orders for this time are closed.");
    }

    @Test
    void aHoldEndsWithTheCutOff() {
        UUID slot = slot(10, null);
        cutOff(slot, Duration.ofSeconds(40));

        Hold hold = slots.hold(slot, customer(), Load.STOP);

        assertThat(hold.expiresAt()).isEqualTo(hold.slot().cutoffAt());
    }

    @Test
    void givesBackWhatExpiredWhileTheEngineWasAway() {
        UUID one = slot(10, 100);
        UUID other = slot(10, 100);
        Hold overdue = slots.hold(one, customer(), WEDDING_CAKE);
        slots.hold(other, customer(), COOKIES);
        CustomerId fresh = customer();
        slots.hold(one, fresh, COOKIES);
        CustomerId buyer = customer();
        Hold booked = slots.hold(one, buyer, COOKIES);
        slots.book(booked.id(), buyer, COOKIES);
        jdbc.sql("update slot_hold set expires_at = now() - interval '1 minute' where id in (?, ?) or slot_id = ?")
                .params(overdue.id().value(), booked.id().value(), other)
                .update();

        sweeper.sweep();
        sweeper.sweep();

        assertThat(slots.get(one).free()).isEqualTo(8);
        assertThat(slots.get(one).freeMinutes()).isEqualTo(90);
        assertThat(slots.get(other).free()).isEqualTo(10);
        assertThat(slots.openHold(fresh)).isPresent();
    }

    @Test
    void movesAPlaceOrKeepsIt() {
        UUID from = slot(10, 100);
        UUID to = slot(10, 100);
        UUID full = slot(10, 50);
        CustomerId customer = customer();
        Hold booking = slots.bookDirectly(from, customer, WEDDING_CAKE);

        refuses("slot-full", () -> slots.move(booking.id(), full, customer, WEDDING_CAKE));
        refuses("not-booked", () -> slots.move(booking.id(), to, customer(), WEDDING_CAKE));
        assertThat(slots.move(booking.id(), from, customer, WEDDING_CAKE).id()).isEqualTo(booking.id());
        assertThat(slots.get(from).freeMinutes()).isEqualTo(10);

        Hold moved = slots.move(booking.id(), to, customer, WEDDING_CAKE);

        assertThat(moved.slot().id()).isEqualTo(to);
        assertThat(slots.get(from).freeMinutes()).isEqualTo(100);
        assertThat(slots.get(to).freeMinutes()).isEqualTo(10);
        refuses("not-booked", () -> slots.move(booking.id(), from, customer, WEDDING_CAKE));
    }

    @Test
    void theKitchenIsNeverOverbookedByManyAtOnce() throws Exception {
        UUID slot = slot(200, 10 * 90 + 4);

        List<String> outcomes = atOnce(100, customer -> {
            slots.hold(slot, customer, WEDDING_CAKE);
            return "held";
        });

        assertThat(outcomes).filteredOn("held"::equals).hasSize(10);
        assertThat(outcomes).filteredOn("slot-full"::equals).hasSize(90);
        assertThat(slots.get(slot).freeMinutes()).isEqualTo(4);
    }

    @Test
    void theDatabaseItselfRefusesMoreThanTheCapacity() {
        UUID slot = slot(1, 10);
        for (String change :
                List.of("held = 2", "booked = 2", "held_minutes = 11", "booked_minutes = 11", "held = -1")) {
            assertThatExceptionOfType(DataIntegrityViolationException.class)
                    .as(change)
                    .isThrownBy(() -> jdbc.sql("update delivery_slot set " + change + " where id = ?")
                            .param(slot)
                            .update());
        }
    }

    @Test
    void noticesWhenMinutesDoNotAgree() {
        UUID slot = slot(10, 100);
        slots.hold(slot, customer(), COOKIES);
        jdbc.sql("update delivery_slot set held_minutes = held_minutes + 1 where id = ?")
                .param(slot)
                .update();

        assertThat(slots.disagreements()).containsExactly(slot);

        jdbc.sql("update delivery_slot set held_minutes = held_minutes - 1 where id = ?")
                .param(slot)
                .update();
    }

    /** A hold that moves on, its expiry and its release lock the same two slots in every order. */
    @Test
    void holdsExpiriesAndReleasesOnTwoSlotsNeverWaitInACircle() throws Exception {
        UUID[] two = {slot(1000, 100_000), slot(1000, 100_000)};

        List<String> outcomes = atOnce(16, customer -> {
            List<HoldId> mine = new ArrayList<>();
            for (int n = 0; n < 30; n++) {
                mine.add(slots.hold(two[(n + customer.hashCode() & 1)], customer, COOKIES)
                        .id());
                HoldId some = mine.get(n / 2);
                Thread.startVirtualThread(() -> slots.expire(some)).join();
                slots.release(mine.get(n), customer);
                slots.hold(two[n & 1], customer, WEDDING_CAKE);
            }
            return "done";
        });

        assertThat(outcomes).containsOnly("done");
    }

    private interface Attempt {

        String by(CustomerId customer) throws Exception;
    }

    private static List<String> atOnce(int many, Attempt attempt) throws Exception {
        List<Callable<String>> calls = new ArrayList<>();
        for (int n = 0; n < many; n++) {
            CustomerId customer = customer();
            calls.add(() -> {
                try {
                    return attempt.by(customer);
                } catch (Refusal refusal) {
                    return refusal.type();
                }
            });
        }
        return AtOnce.all(calls);
    }

    private static CustomerId customer() {
        return CustomerId.next();
    }

    private UUID slot(int stops, @Nullable Integer minutes) {
        UUID slot = UUID.randomUUID();
        jdbc.sql("""
                insert into delivery_slot (id, zone_id, starts_at, ends_at, cutoff_at, capacity, kitchen_minutes)
                values (:id, :zone, now() + interval '2 days' + random() * interval '1 day', now() + interval '5 days',
                  now() + interval '1 day', :stops, :minutes)""")
                .param("id", slot)
                .param("zone", zone)
                .param("stops", stops)
                .param("minutes", minutes)
                .update();
        return slot;
    }

    private void cutOff(UUID slot, Duration in) {
        jdbc.sql("update delivery_slot set cutoff_at = ? where id = ?")
                .params(Timestamp.from(Instant.now().plus(in)), slot)
                .update();
    }

    private static void refuses(String type, Runnable act) {
        assertThatExceptionOfType(Refusal.class).isThrownBy(act::run).satisfies(refusal -> {
            assertThat(refusal.type()).isEqualTo(type);
            assertThat(refusal.sentence()).endsWith(".");
        });
    }
}
