package app.orchard.inventory;

import app.orchard.shared.Changes;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The tables of lots and of the ledger. Whoever moves packs locks their lots first, in the order of their ids, and
 * decides on what it then reads.
 */
@Component
class Lots {

    private static final String SELECT = """
            select l.id, l.variant_id, p.code as location, l.code, l.expires_on, l.on_hand, l.reserved
            from stock_lot l join location p on p.id = l.location_id
            """;

    private final JdbcClient jdbc;
    private final Clock clock;
    private final Changes changes;

    Lots(JdbcClient jdbc, Clock clock, Changes changes) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.changes = changes;
    }

    /** Those with packs to promise that outlive a day. */
    List<Lot> lockFree(String location, Collection<UUID> variants, LocalDate day) {
        return jdbc.sql(SELECT + """
                where p.code = ? and l.variant_id = any(?) and l.on_hand > l.reserved
                  and (l.expires_on is null or l.expires_on > ?)
                order by l.id for update of l""")
                .params(location, variants.toArray(UUID[]::new), Date.valueOf(day))
                .query(Lots::lot)
                .list();
    }

    /** Those that a cause has moved. */
    List<Lot> lockOf(String cause, String location) {
        return jdbc.sql(SELECT + """
                where p.code = ? and l.id in (select lot_id from stock_movement where cause = ?)
                order by l.id for update of l""").params(location, cause).query(Lots::lot).list();
    }

    /** Those of a cause, and those with packs to promise that outlive a day. */
    List<Lot> lockFor(String cause, String location, Collection<UUID> variants, LocalDate day) {
        return jdbc.sql(SELECT + """
                where p.code = ? and l.variant_id = any(?)
                  and (l.id in (select lot_id from stock_movement where cause = ?)
                    or l.on_hand > l.reserved and (l.expires_on is null or l.expires_on > ?))
                order by l.id for update of l""")
                .params(location, variants.toArray(UUID[]::new), cause, Date.valueOf(day))
                .query(Lots::lot)
                .list();
    }

    List<Lot> read(Collection<UUID> lots) {
        return jdbc.sql(SELECT + "where l.id = any(?) order by l.variant_id, l.code")
                .param(lots.toArray(UUID[]::new))
                .query(Lots::lot)
                .list();
    }

    List<Lot> lock(Collection<UUID> lots) {
        return jdbc.sql(SELECT + "where l.id = any(?) order by l.id for update of l")
                .param(lots.toArray(UUID[]::new))
                .query(Lots::lot)
                .list();
    }

    List<Lot> lockExpired(LocalDate today) {
        return jdbc.sql(SELECT
                        + "where l.expires_on <= ? and l.on_hand > 0 and l.on_hand > l.reserved"
                        + " order by l.id for update of l")
                .param(Date.valueOf(today))
                .query(Lots::lot)
                .list();
    }

    /** Everything that lies somewhere. */
    List<Lot> withPacks() {
        return jdbc.sql(SELECT + "where l.on_hand > 0").query(Lots::lot).list();
    }

    /** Of the packs that a cause holds or took. */
    Optional<LocalDate> soonestExpiry(String cause) {
        return jdbc.sql("""
                select min(l.expires_on) from stock_lot l join (
                  select m.lot_id from stock_movement m where m.cause = ? group by m.lot_id
                  having sum(case m.kind when 'RESERVED' then m.quantity
                                         when 'RELEASED' then -m.quantity
                                         when 'RETURNED' then -m.quantity else 0 end) > 0) c on c.lot_id = l.id""")
                .param(cause)
                .query((row, n) -> Optional.ofNullable(row.getDate(1)).map(Date::toLocalDate))
                .single();
    }

    /** Finds or makes the lot of this name; the same name and expiry is the same lot. */
    UUID named(String location, UUID variant, String code, @Nullable LocalDate expiresOn) {
        jdbc.sql("""
                insert into inventory (variant_id, location_id)
                select v.id, l.id from variant v, location l where v.id = ? and l.code = ? on conflict do nothing""").params(variant, location).update();
        jdbc.sql("""
                insert into stock_lot (id, variant_id, location_id, code, expires_on, received_at)
                select ?, variant_id, location_id, ?, ?, ?
                from inventory i join location l on l.id = i.location_id where i.variant_id = ? and l.code = ?
                on conflict (variant_id, location_id, code, expires_on) do nothing""")
                .params(TimeOrderedId.next(), code)
                .param(date(expiresOn))
                .params(Timestamp.from(clock.instant()), variant, location)
                .update();
        return jdbc.sql("""
                select l.id from stock_lot l join location p on p.id = l.location_id
                where p.code = ? and l.variant_id = ? and l.code = ? and l.expires_on is not distinct from ?""")
                .params(location, variant, code)
                .param(date(expiresOn))
                .query(UUID.class)
                .optional()
                .orElseThrow(() -> Refusal.notFound("pack or location"));
    }

    Claim claim(String cause) {
        return new Claim(
                jdbc.sql("select lot_id, variant_id, kind, quantity, round from stock_movement where cause = ?")
                        .param(cause)
                        .query((row, n) -> new Claim.Entry(
                                row.getObject("lot_id", UUID.class),
                                row.getObject("variant_id", UUID.class),
                                Movement.valueOf(row.getString("kind")),
                                row.getInt("quantity"),
                                row.getInt("round")))
                        .list());
    }

    void move(List<Move> moves, String cause, int round) {
        move(moves, cause, round, null, null);
    }

    /** Writes the ledger and counts, in one statement. */
    void move(List<Move> moves, String cause, int round, @Nullable String by, @Nullable String reason) {
        if (moves.isEmpty()) {
            return;
        }
        jdbc.sql("""
                with move as (
                  select m.*, k.on_hand, k.reserved from unnest(?::uuid[], ?::text[], ?::int[]) as m(lot_id, kind, quantity)
                  join stock_movement_kind k using (kind)),
                counted as (
                  update stock_lot l set on_hand = l.on_hand + m.on_hand, reserved = l.reserved + m.reserved
                  from (select lot_id, sum(on_hand * quantity)::int as on_hand, sum(reserved * quantity)::int as reserved
                        from move group by lot_id) m
                  where l.id = m.lot_id)
                insert into stock_movement (variant_id, location_id, lot_id, kind, quantity, cause, round, moved_at,
                  moved_by, reason)
                select l.variant_id, l.location_id, l.id, m.kind, m.quantity, ?, ?, ?, ?, ?
                from move m join stock_lot l on l.id = m.lot_id""")
                .param(moves.stream().map(Move::lot).toArray(UUID[]::new))
                .param(moves.stream().map(move -> move.kind().name()).toArray(String[]::new))
                .param(moves.stream().map(Move::quantity).toArray(Integer[]::new))
                .params(cause, round, Timestamp.from(clock.instant()))
                .param(by)
                .param(reason)
                .update();
        changes.announce("stock");
    }

    private static @Nullable Date date(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static Lot lot(ResultSet row, int n) throws SQLException {
        Date expires = row.getDate("expires_on");
        return new Lot(
                row.getObject("id", UUID.class),
                row.getObject("variant_id", UUID.class),
                row.getString("location"),
                row.getString("code"),
                expires == null ? null : expires.toLocalDate(),
                row.getInt("on_hand"),
                row.getInt("reserved"));
    }
}
