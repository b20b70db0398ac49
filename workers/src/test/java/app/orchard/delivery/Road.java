package app.orchard.delivery;

import app.orchard.order.OrderSteps;
import app.orchard.order.Shopper;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.slots.GeoPoint;
import app.orchard.slots.Slot;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Brings tours onto the road, each in a slot and with a driver of its own, without any engine. */
@TestComponent
public class Road {

    static final Failure UNREACHABLE = new Failure(FailureReason.UNREACHABLE, "", List.of());

    private static final Staff PACKER = new Staff(UUID.randomUUID(), "packer", "Packer", "", Set.of(Role.PACKER));
    private static final String SKU = "TOTAPURI-1";

    private final Shopper shopper;
    private final OrderSteps steps;
    private final Runs runs;
    private final RunPlanning planning;
    private final Tours tours;
    private final StaffAccounts accounts;
    private final JdbcClient jdbc;

    Road(
            Shopper shopper,
            OrderSteps steps,
            Runs runs,
            RunPlanning planning,
            Tours tours,
            StaffAccounts accounts,
            JdbcClient jdbc) {
        this.shopper = shopper;
        this.steps = steps;
        this.runs = runs;
        this.planning = planning;
        this.tours = tours;
        this.accounts = accounts;
        this.jdbc = jdbc;
    }

    Staff founder() {
        return accounts.byLogin("founder").orElseThrow();
    }

    Staff hire() {
        String login = "driver-" + TimeOrderedId.next();
        return accounts.create(
                login, "Driver", "+919845000077", "orchard-" + login.substring(0, 12), Set.of(Role.DRIVER));
    }

    /** In two days. */
    Slot slot() {
        return shopper.ownSlot(2);
    }

    OrderId packed(Slot slot) {
        OrderId id = shopper.orderIn(slot, SKU, 1);
        steps.confirm(id);
        steps.pack(id, PACKER);
        return id;
    }

    /** At a place of its own, so that the order of stops is not arbitrary. */
    OrderId packed(Slot slot, GeoPoint door) {
        OrderId id = packed(slot);
        jdbc.sql("update sales_order set latitude = ?, longitude = ? where id = ?")
                .params(door.latitude(), door.longitude(), id.value())
                .update();
        return id;
    }

    UUID run(Slot slot) {
        return runs.all(founder()).stream()
                .filter(row -> row.slot().equals(slot.id()) && row.state().isOpen())
                .map(RunRow::id)
                .findFirst()
                .orElseThrow();
    }

    /** With everything that is packed for this slot. @return the tour */
    UUID depart(Slot slot, Staff driver) {
        UUID tour = approved(slot, driver);
        tours.start(tour, driver);
        return tour;
    }

    /** @return the only tour of the run of this slot, given to this driver */
    UUID approved(Slot slot, Staff driver) {
        UUID run = run(slot);
        planning.plan(run);
        return runs.approve(run, driver.login(), founder()).getFirst().id();
    }

    /** Whatever the plan says. */
    void inOrder(UUID tour, OrderId... stops) {
        UUID[] ids = Arrays.stream(stops).map(OrderId::value).toArray(UUID[]::new);
        jdbc.sql("update delivery_stop set position = array_position(?::uuid[], order_id) where tour_id = ?")
                .params(ids, tour)
                .update();
    }

    /** Puts the slot of an order into the past or the future. */
    void endSlot(OrderId order, Instant end) {
        jdbc.sql("update sales_order set slot_starts_at = ?, slot_ends_at = ? where id = ?")
                .params(Timestamp.from(end.minus(Duration.ofHours(2))), Timestamp.from(end), order.value())
                .update();
    }

    GeoPoint door(OrderId order) {
        return jdbc.sql("select latitude, longitude from sales_order where id = ?")
                .param(order.value())
                .query((row, n) -> GeoPoint.ofDegrees(row.getDouble(1), row.getDouble(2)))
                .single();
    }

    /** How many messages of this kind the customer of an order gets. */
    int messages(OrderId order, String template) {
        return jdbc.sql("select count(*) from message where order_id = ? and template = ?")
                .params(order.value(), template)
                .query(Integer.class)
                .single();
    }

    /** What the process of an order, a run or a tour was told, in order. */
    List<String> told(UUID subject) {
        return jdbc.sql("select command->>'name' from outbox where ordering_key = ? and kind = 'Publish' order by id")
                .param(subject.toString())
                .query(String.class)
                .list();
    }

    static String typeOf(Runnable call) {
        try {
            call.run();
            return "";
        } catch (Refusal refusal) {
            return refusal.type();
        }
    }
}
