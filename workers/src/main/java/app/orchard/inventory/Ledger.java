package app.orchard.inventory;

import app.orchard.shared.Refusal;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Sums over lots and over the movements that made them so. */
@Component
class Ledger {

    private static final Duration LOOK_BACK = Duration.ofDays(28);

    private final JdbcClient jdbc;

    Ledger(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<StockLevel> levels(LocalDate today) {
        return jdbc.sql("""
                select i.variant_id, p.code, i.low_below,
                  coalesce(sum(l.on_hand), 0)::int as on_hand, coalesce(sum(l.reserved), 0)::int as reserved,
                  coalesce(sum(l.on_hand - l.reserved) filter (where l.expires_on is null or l.expires_on > ?), 0)::int
                    as available
                from inventory i join location p on p.id = i.location_id
                left join stock_lot l on l.variant_id = i.variant_id and l.location_id = i.location_id and l.on_hand > 0
                group by i.variant_id, p.code, i.low_below order by p.code""").param(Date.valueOf(today)).query(Ledger::level).list();
    }

    /** Lots whose counts are not the sums of their movements. */
    List<StockLevel> disagreements() {
        return jdbc.sql("""
                select l.variant_id, p.code, 0 as low_below, l.on_hand, l.reserved, l.on_hand - l.reserved as available
                from stock_lot l join location p on p.id = l.location_id
                left join (
                  select m.lot_id, sum(k.on_hand * m.quantity) as on_hand, sum(k.reserved * m.quantity) as reserved
                  from stock_movement m join stock_movement_kind k using (kind) group by m.lot_id) s on s.lot_id = l.id
                where l.on_hand <> coalesce(s.on_hand, 0) or l.reserved <> coalesce(s.reserved, 0)""").query(Ledger::level).list();
    }

    List<MovementEntry> history(UUID variant, String location, long before, int limit) {
        return jdbc.sql("""
                select m.id, m.kind, m.quantity, p.code as location, l.code as lot, l.expires_on, m.cause, m.moved_at,
                  m.moved_by, m.reason
                from stock_movement m join location p on p.id = m.location_id join stock_lot l on l.id = m.lot_id
                where m.variant_id = ? and p.code = ? and m.id < ? order by m.id desc limit ?""")
                .params(variant, location, before, limit)
                .query(Ledger::entry)
                .list();
    }

    /** Over the last four weeks, or since the first packs came. */
    BigDecimal usedPerDay(String location, UUID variant, Instant now) {
        return jdbc.sql("""
                select (select greatest(0, sum(case m.kind when 'RETURNED' then -m.quantity else m.quantity end))
                        from stock_movement m
                        where m.variant_id = :variant and m.location_id = p.id and m.kind in ('DEDUCTED', 'RETURNED')
                          and m.moved_at > :since) as packs,
                  coalesce((select m.moved_at from stock_movement m where m.variant_id = :variant
                        and m.location_id = p.id order by m.id limit 1), :now) as first
                from location p where p.code = :location""")
                .param("variant", variant)
                .param("location", location)
                .param("since", Timestamp.from(now.minus(LOOK_BACK)))
                .param("now", Timestamp.from(now))
                .query((row, n) -> {
                    long days = Duration.between(row.getTimestamp("first").toInstant(), now)
                                    .toDays()
                            + 1;
                    return row.getBigDecimal("packs")
                            .divide(BigDecimal.valueOf(Math.min(days, LOOK_BACK.toDays())), 3, RoundingMode.HALF_UP);
                })
                .single();
    }

    void warnBelow(String location, UUID variant, int packs) {
        int known = jdbc.sql("""
                insert into inventory (variant_id, location_id, low_below)
                select v.id, l.id, ? from variant v, location l where v.id = ? and l.code = ?
                on conflict (variant_id, location_id) do update set low_below = excluded.low_below""").params(packs, variant, location).update();
        if (known == 0) {
            throw Refusal.notFound("pack or location");
        }
    }

    private static MovementEntry entry(ResultSet row, int n) throws SQLException {
        Date expires = row.getDate("expires_on");
        return new MovementEntry(
                row.getLong("id"),
                Movement.valueOf(row.getString("kind")),
                row.getInt("quantity"),
                row.getString("location"),
                row.getString("lot"),
                expires == null ? null : expires.toLocalDate(),
                row.getString("cause"),
                row.getTimestamp("moved_at").toInstant(),
                row.getString("moved_by"),
                row.getString("reason"));
    }

    private static StockLevel level(ResultSet row, int n) throws SQLException {
        return new StockLevel(
                row.getObject("variant_id", UUID.class),
                row.getString("code"),
                row.getInt("on_hand"),
                row.getInt("reserved"),
                row.getInt("available"),
                row.getInt("low_below"));
    }
}
