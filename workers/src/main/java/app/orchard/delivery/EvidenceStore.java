package app.orchard.delivery;

import app.orchard.shared.Changes;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.shared.Picture;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The pictures that drivers take at doors, and customers of what was wrong. Founders see all of them, a driver their own,
 * nobody else any; after half a year they are gone.
 */
@Service
@Transactional
public class EvidenceStore {

    static final int MOST_OF_AN_ATTEMPT = 10;
    private static final int MOST_OF_A_CUSTOMER = 3;
    private static final int LONGEST_SIDE = 1600;

    private record Known(UUID id, UUID orderId, EvidenceKind kind) {}

    private record Attempt(int attempt, UUID driverId) {}

    private final JdbcClient jdbc;
    private final EvidenceFolder folder;
    private final DeliverySettings settings;
    private final Changes changes;
    private final Clock clock;

    EvidenceStore(JdbcClient jdbc, EvidenceFolder folder, DeliverySettings settings, Changes changes, Clock clock) {
        this.jdbc = jdbc;
        this.folder = folder;
        this.settings = settings;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * Keeps a picture of the attempt that is under way.
     *
     * @param actionId made by the sender; the same person's second picture with it is the first
     * @return its id, to be named when the attempt ends
     * @throws Refusal INVALID {@code bad-picture}; CONFLICT {@code not-on-the-way}, {@code key-reused} or
     *     {@code too-many-pictures}; FORBIDDEN for another's stop
     */
    public UUID add(OrderId order, EvidenceKind kind, byte[] picture, String actionId, Staff by) {
        by.require(Role.DRIVER);
        Optional<UUID> before = known(order, kind, actionId, by);
        if (before.isPresent()) {
            return before.get();
        }
        int attempt = attemptOf(order, by);
        byte[] redrawn = Picture.read(picture).within(LONGEST_SIDE);
        UUID id = TimeOrderedId.next();
        folder.write(id, redrawn);
        int stored = jdbc.sql("""
                insert into delivery_evidence (id, order_id, attempt, kind, taken_by, action_id, bytes, stored_at)
                values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (taken_by, action_id) do nothing""")
                .params(id, order.value(), attempt, kind.name(), by.id(), actionId)
                .params(redrawn.length, Timestamp.from(clock.instant()))
                .update();
        if (stored == 0) {
            folder.delete(id);
            return known(order, kind, actionId, by).orElseThrow();
        }
        changes.announce("order:" + order);
        return id;
    }

    /**
     * Keeps what a customer shows of an order that was delivered.
     *
     * @throws Refusal INVALID {@code bad-picture}; CONFLICT {@code too-many-pictures}; NOT_FOUND for another's order, or
     *     one that nobody brought
     */
    public UUID addByCustomer(OrderId order, byte[] picture, CustomerId customer) {
        int attempt = jdbc.sql("""
                select a.attempt from delivery_attempt a join sales_order o on o.id = a.order_id
                where a.order_id = ? and a.outcome = 'DELIVERED' and o.customer_id = ? for update of a""")
                .params(order.value(), customer.value())
                .query(Integer.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("order"));
        if (shownByCustomer(order) >= MOST_OF_A_CUSTOMER) {
            throw Refusal.conflict("too-many-pictures", "Thank you, these pictures are enough.");
        }
        byte[] redrawn = Picture.read(picture).within(LONGEST_SIDE);
        UUID id = TimeOrderedId.next();
        folder.write(id, redrawn);
        jdbc.sql("""
                insert into delivery_evidence (id, order_id, attempt, kind, action_id, bytes, stored_at)
                values (?, ?, ?, 'PHOTO', ?, ?, ?)""")
                .params(id, order.value(), attempt, id.toString(), redrawn.length, Timestamp.from(clock.instant()))
                .update();
        changes.announce("order:" + order);
        return id;
    }

    /** How many pictures the customer of an order sent. */
    @Transactional(readOnly = true)
    public int shownByCustomer(OrderId order) {
        return jdbc.sql("select count(*) from delivery_evidence where order_id = ? and taken_by is null")
                .param(order.value())
                .query(Integer.class)
                .single();
    }

    /** What was taken of an order, oldest first. */
    @Transactional(readOnly = true)
    public List<Evidence> of(OrderId order, Staff by) {
        by.require(Role.DRIVER);
        return jdbc.sql("""
                select e.id, e.kind, e.attempt, coalesce(s.name, 'Customer') as taken_by, e.stored_at
                from delivery_evidence e left join staff_account s on s.id = e.taken_by
                where e.order_id = ? and (? or e.taken_by = ?) order by e.stored_at, e.id""")
                .params(order.value(), by.is(Role.FOUNDER), by.id())
                .query(EvidenceStore::evidence)
                .list();
    }

    /** @return a JPEG @throws Refusal NOT_FOUND, also for another's */
    @Transactional(readOnly = true)
    public byte[] picture(UUID id, Staff by) {
        by.require(Role.DRIVER);
        UUID found = jdbc.sql("select id from delivery_evidence where id = ? and (? or taken_by = ?)")
                .params(id, by.is(Role.FOUNDER), by.id())
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("picture"));
        return folder.read(found);
    }

    /**
     * Takes down which pictures the driver shows for how an attempt ended.
     *
     * @throws Refusal INVALID {@code bad-evidence} when one of them is not of this attempt
     */
    List<EvidenceKind> show(OrderId order, int attempt, List<UUID> pictures) {
        List<EvidenceKind> shown = jdbc.sql("""
                update delivery_evidence set is_shown = true
                where order_id = ? and attempt = ? and id = any(?::uuid[]) returning kind""")
                .params(
                        order.value(),
                        attempt,
                        pictures.stream().map(UUID::toString).toArray(String[]::new))
                .query((row, n) -> EvidenceKind.valueOf(row.getString(1)))
                .list();
        if (shown.size() != pictures.size()) {
            throw Refusal.invalid("bad-evidence", "A picture of this stop is missing. Please take it again.");
        }
        return shown;
    }

    /** The file goes before its row: what is left over when this is cut short goes the next night. */
    @Scheduled(cron = "0 29 3 * * *")
    void forgetOld() {
        List<UUID> old = jdbc.sql("select id from delivery_evidence where stored_at < ? order by stored_at limit 10000")
                .param(Timestamp.from(clock.instant().minus(settings.keepEvidence())))
                .query(UUID.class)
                .list();
        old.forEach(folder::delete);
        jdbc.sql("delete from delivery_evidence where id = any(?)")
                .param(old.toArray(UUID[]::new))
                .update();
    }

    private Optional<UUID> known(OrderId order, EvidenceKind kind, String actionId, Staff by) {
        Optional<Known> known = jdbc.sql(
                        "select id, order_id, kind from delivery_evidence where taken_by = ? and action_id = ?")
                .params(by.id(), actionId)
                .query(Known.class)
                .optional();
        if (known.filter(one -> one.kind() != kind || !one.orderId().equals(order.value()))
                .isPresent()) {
            throw Refusal.conflict("key-reused", "This key was used for another picture already.");
        }
        return known.map(Known::id);
    }

    private int attemptOf(OrderId order, Staff by) {
        // Locked, so that pictures that come at once are counted
        Attempt open = jdbc.sql("""
                select attempt, driver_id from delivery_attempt where order_id = ? and ended_at is null for update""")
                .param(order.value())
                .query(Attempt.class)
                .optional()
                .orElseThrow(() -> Refusal.conflict("not-on-the-way", "Nobody is on the way with this order."));
        if (!open.driverId().equals(by.id())) {
            by.require(Role.FOUNDER);
        }
        int taken = jdbc.sql("""
                select count(*) from delivery_evidence where order_id = ? and attempt = ? and taken_by is not null""")
                .params(order.value(), open.attempt())
                .query(Integer.class)
                .single();
        if (taken >= MOST_OF_AN_ATTEMPT) {
            throw Refusal.conflict("too-many-pictures", "There are enough pictures of this stop.");
        }
        return open.attempt();
    }

    private static Evidence evidence(ResultSet row, int n) throws SQLException {
        return new Evidence(
                row.getObject("id", UUID.class),
                EvidenceKind.valueOf(row.getString("kind")),
                row.getInt("attempt"),
                row.getString("taken_by"),
                row.getTimestamp("stored_at").toInstant());
    }
}
