package app.orchard.promotion;

import app.orchard.shared.CustomerId;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Coupons and how often they are used. A use is taken when the order is placed, under the lock of the coupon's row, and
 * given back when the order ends before it went out.
 */
@Service
@Transactional
public class Coupons {

    private static final String SELECT = """
            select id, code, title, percent, amount, min_goods, zone, product, starts_at, ends_at, uses, uses_each, used
            from coupon\s""";

    private final JdbcClient jdbc;
    private final Clock clock;

    Coupons(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * What a code takes off; nothing is used up yet.
     *
     * @param code as typed
     * @param customer null while nobody has logged in: whether they used it before is not looked at yet
     * @param zone code of the zone that is delivered to; null while it is not known: every zone could be it
     * @throws Refusal CONFLICT {@code coupon-unknown}, {@code coupon-over}, {@code coupon-used-up}, {@code coupon-not-here},
     *     {@code coupon-not-for-these}, {@code coupon-too-little} (with {@code missing}, in paise)
     */
    @Transactional(readOnly = true)
    public CouponOffer offer(
            String code, @Nullable CustomerId customer, @Nullable String zone, List<CouponLine> lines) {
        if (!NewCoupon.canBe(code)) {
            throw unknown();
        }
        Coupon coupon = byCode(code).orElseThrow(Coupons::unknown);
        Instant now = clock.instant();
        if (now.isBefore(coupon.from())) {
            throw unknown();
        }
        if (coupon.isOver(now)) {
            throw Refusal.conflict("coupon-over", "The coupon " + coupon.code() + " is over.");
        }
        if (coupon.isUsedUp() || customer != null && usesOf(coupon.id(), customer) >= coupon.usesEach()) {
            throw usedUp(coupon.code());
        }
        if (coupon.zone() != null && zone != null && !coupon.zone().equals(zone)) {
            throw Refusal.conflict(
                    "coupon-not-here", "The coupon " + coupon.code() + " is not for deliveries to your address.");
        }
        if (lines.stream().noneMatch(coupon::isFor)) {
            throw Refusal.conflict(
                    "coupon-not-for-these", "The coupon " + coupon.code() + " is not for what is in your cart.");
        }
        Money missing =
                coupon.minGoods().minus(lines.stream().map(CouponLine::gross).reduce(Money.ZERO, Money::plus));
        if (missing.isPositive()) {
            throw Refusal.conflict(
                            "coupon-too-little",
                            "The coupon " + coupon.code() + " is for orders from "
                                    + coupon.minGoods().format() + "; " + missing.format() + " are missing.")
                    .with("missing", missing.minor());
        }
        return new CouponOffer(coupon.id(), coupon.code(), coupon.title(), Discounts.of(coupon, lines));
    }

    /**
     * Takes a use for an order.
     *
     * @return the code
     * @throws Refusal CONFLICT {@code coupon-used-up}
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public String redeem(UUID coupon, OrderId order, CustomerId customer, Money discount) {
        String code = take(coupon, customer).orElseThrow(() -> usedUp(""));
        jdbc.sql("""
                insert into coupon_use (order_id, coupon_id, customer_id, discount, used_at) values (?, ?, ?, ?, ?)""")
                .params(order.value(), coupon, customer.value(), discount.minor(), Timestamp.from(clock.instant()))
                .update();
        return code;
    }

    /** The order ended before it went out: its coupon can be used again. Without a coupon, and again: changes nothing. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void giveBack(OrderId order) {
        jdbc.sql("""
                with back as (
                  update coupon_use set given_back_at = :now where order_id = :order and given_back_at is null
                  returning coupon_id
                )
                update coupon set used = used - 1 where id in (select coupon_id from back)""")
                .param("now", Timestamp.from(clock.instant()))
                .param("order", order.value())
                .update();
    }

    /** An order comes back to life. @return whether its coupon, if it had one, could be used once more */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean takeAgain(OrderId order) {
        record Use(UUID couponId, UUID customerId) {}
        Optional<Use> use = jdbc.sql(
                        "select coupon_id, customer_id from coupon_use where order_id = ? and given_back_at is not null")
                .param(order.value())
                .query(Use.class)
                .optional();
        if (use.isEmpty()) {
            return true;
        }
        if (take(use.get().couponId(), new CustomerId(use.get().customerId())).isEmpty()) {
            return false;
        }
        jdbc.sql("update coupon_use set given_back_at = null where order_id = ?")
                .param(order.value())
                .update();
        return true;
    }

    /** @throws Refusal CONFLICT {@code coupon-exists}, NOT_FOUND for an unknown zone or product; FORBIDDEN but for founders */
    public Coupon create(NewCoupon wanted, Staff by) {
        by.require(Role.FOUNDER);
        requireKnown("zone", "select exists (select from zone where code = ?)", wanted.zone());
        requireKnown("product", "select exists (select from product where slug = ?)", wanted.product());
        try {
            jdbc.sql("""
                    insert into coupon (id, code, title, percent, amount, min_goods, zone, product, starts_at, ends_at,
                      uses, uses_each, created_by)
                    values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                    .params(TimeOrderedId.next(), wanted.code(), wanted.title())
                    .param(wanted.percent())
                    .param(wanted.amount() == null ? null : wanted.amount().minor())
                    .param(wanted.minGoods().minor())
                    .param(wanted.zone())
                    .param(wanted.product())
                    .param(Timestamp.from(wanted.from()))
                    .param(wanted.until() == null ? null : Timestamp.from(wanted.until()))
                    .param(wanted.uses())
                    .params(wanted.usesEach(), by.name())
                    .update();
        } catch (DuplicateKeyException e) {
            throw Refusal.conflict("coupon-exists", "There is a coupon " + wanted.code() + " already.");
        }
        return byCode(wanted.code()).orElseThrow();
    }

    /** From now on nobody can use it; orders that did keep their discount. @throws Refusal NOT_FOUND; FORBIDDEN but for founders */
    public Coupon end(String code, Staff by) {
        by.require(Role.FOUNDER);
        Coupon coupon = byCode(code).orElseThrow(() -> Refusal.notFound("coupon"));
        Instant now = clock.instant();
        if (!coupon.isOver(now)) {
            jdbc.sql("update coupon set ends_at = greatest(:now, starts_at + interval '1 microsecond') where id = :id")
                    .param("now", Timestamp.from(now))
                    .param("id", coupon.id())
                    .update();
        }
        return byCode(code).orElseThrow();
    }

    /** The newest first, at most 200. */
    @Transactional(readOnly = true)
    public List<Coupon> all(Staff by) {
        by.require(Role.FOUNDER);
        return jdbc.sql(SELECT + "order by id desc limit 200")
                .query((row, n) -> coupon(row))
                .list();
    }

    /** Coupons whose count is not the number of their uses; empty, unless something is wrong. */
    @Transactional(readOnly = true)
    public List<String> disagreements() {
        return jdbc.sql("""
                select code from coupon c where used <> (select count(*) from coupon_use u
                  where u.coupon_id = c.id and u.given_back_at is null)""").query(String.class).list();
    }

    /** Locks the coupon, so that the uses of one customer are counted one after the other. */
    private Optional<String> take(UUID coupon, CustomerId customer) {
        record Taken(String code, int usesEach) {}
        Optional<Taken> taken = jdbc.sql("""
                update coupon set used = used + 1 where id = ? and (uses is null or used < uses)
                returning code, uses_each""").param(coupon).query(Taken.class).optional();
        return taken.map(coupons -> {
            if (usesOf(coupon, customer) >= coupons.usesEach()) {
                jdbc.sql("update coupon set used = used - 1 where id = ?")
                        .param(coupon)
                        .update();
                return null;
            }
            return coupons.code();
        });
    }

    private int usesOf(UUID coupon, CustomerId customer) {
        return jdbc.sql("""
                select count(*) from coupon_use where coupon_id = ? and customer_id = ? and given_back_at is null""")
                .params(coupon, customer.value())
                .query(Integer.class)
                .single();
    }

    private Optional<Coupon> byCode(String code) {
        return jdbc.sql(SELECT + "where code = ?")
                .param(NewCoupon.normalised(code))
                .query((row, n) -> coupon(row))
                .optional();
    }

    private void requireKnown(String what, String exists, @Nullable String key) {
        if (key != null && !jdbc.sql(exists).param(key).query(Boolean.class).single()) {
            throw Refusal.notFound(what);
        }
    }

    private static Refusal unknown() {
        return Refusal.conflict("coupon-unknown", "We do not know this coupon. Please check the code.");
    }

    private static Refusal usedUp(String code) {
        return Refusal.conflict(
                "coupon-used-up", code.isEmpty() ? "This coupon is used up." : "The coupon " + code + " is used up.");
    }

    private static Coupon coupon(ResultSet row) throws SQLException {
        Timestamp until = row.getTimestamp("ends_at");
        Long amount = row.getObject("amount", Long.class);
        return new Coupon(
                row.getObject("id", UUID.class),
                row.getString("code"),
                row.getString("title"),
                row.getObject("percent", Integer.class),
                amount == null ? null : Money.of(amount),
                Money.of(row.getLong("min_goods")),
                row.getString("zone"),
                row.getString("product"),
                row.getTimestamp("starts_at").toInstant(),
                until == null ? null : until.toInstant(),
                row.getObject("uses", Integer.class),
                row.getInt("uses_each"),
                row.getInt("used"));
    }
}
