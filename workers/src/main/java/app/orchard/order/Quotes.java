package app.orchard.order;

import app.orchard.catalog.Catalog;
import app.orchard.catalog.Pack;
import app.orchard.catalog.TaxRate;
import app.orchard.catalog.TaxRates;
import app.orchard.customer.Addresses;
import app.orchard.inventory.StockLine;
import app.orchard.promotion.CouponLine;
import app.orchard.promotion.CouponOffer;
import app.orchard.promotion.Coupons;
import app.orchard.shared.Business;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Money;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Works out what an order costs, and keeps the answer so that it holds. */
@Service
@Transactional
public class Quotes {

    private static final Duration VALID = Duration.ofMinutes(30);

    private final JdbcClient jdbc;
    private final Catalog catalog;
    private final TaxRates taxRates;
    private final DeliveryFees fees;
    private final Coupons coupons;
    private final Addresses addresses;
    private final Slots slots;
    private final Business business;
    private final Clock clock;

    Quotes(
            JdbcClient jdbc,
            Catalog catalog,
            TaxRates taxRates,
            DeliveryFees fees,
            Coupons coupons,
            Addresses addresses,
            Slots slots,
            Business business,
            Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.taxRates = taxRates;
        this.fees = fees;
        this.coupons = coupons;
        this.addresses = addresses;
        this.slots = slots;
        this.business = business;
        this.clock = clock;
    }

    /** Without a time of delivery and a coupon, see {@link #make(CustomerId, List, UUID, UUID, String)}. */
    public Quote make(CustomerId customer, List<StockLine> wanted, UUID address) {
        return make(customer, wanted, address, null, null);
    }

    /**
     * @param slot the time of delivery, which the fee may depend on; null while none is chosen
     * @param coupon a code as typed; null without one
     * @throws Refusal INVALID {@code empty-cart} or {@code not-delivered-there}, NOT_FOUND for another's address or a pack that is not on
     *     sale, CONFLICT for a coupon that takes nothing off this, see {@link Coupons#offer}
     */
    public Quote make(
            CustomerId customer, List<StockLine> wanted, UUID address, @Nullable UUID slot, @Nullable String coupon) {
        String zone = addresses.get(address, customer).deliveryZone();
        Instant startsAt = slot == null ? null : slots.get(slot).startsAt();
        Priced priced = priced(wanted);
        CouponOffer offer = coupon == null ? null : coupons.offer(coupon, customer, zone, priced.forCoupons());
        List<OrderLine> lines = priced.lines(offer == null ? List.of() : offer.discounts());
        DeliveryFee fee = fees.of(zone, Totals.of(lines, Money.ZERO).total(), startsAt);
        Quote quote = new Quote(
                TimeOrderedId.next(),
                address,
                zone,
                slot,
                lines,
                Totals.of(lines, fee.fee()),
                fee.minimum(),
                fee.reason(),
                offer == null ? null : offer.coupon(),
                clock.instant().plus(VALID));
        store(quote, customer);
        return quote;
    }

    /**
     * What a quote says holds for the time it was made for, and for all times that cost the same.
     *
     * @throws Refusal CONFLICT {@code fee-changed}
     */
    void requireFeeFor(Quote quote, Slot slot) {
        if (slot.id().equals(quote.slot())) {
            return;
        }
        Money goods = quote.totals().total().minus(quote.totals().fee());
        Instant quoted = quote.slot() == null ? null : slots.get(quote.slot()).startsAt();
        DeliveryFee now = fees.of(quote.zone(), goods, slot.startsAt());
        if (!now.fee().equals(fees.of(quote.zone(), goods, quoted).fee())) {
            throw Refusal.conflict(
                    "fee-changed",
                    "Delivery at that time costs " + now.fee().format() + ". Please look at the new sum.");
        }
    }

    /** @throws Refusal CONFLICT {@code quote-expired} when it is too old, NOT_FOUND when it is another's */
    @Transactional(readOnly = true)
    public Quote get(UUID id, CustomerId customer) {
        Quote quote = jdbc.sql("select * from quote where id = ? and customer_id = ?")
                .params(id, customer.value())
                .query((row, n) -> quote(row))
                .optional()
                .orElseThrow(() -> Refusal.notFound("quote"));
        if (!quote.expiresAt().isAfter(clock.instant())) {
            throw Refusal.conflict("quote-expired", "These prices are no longer valid. Please look at the new ones.");
        }
        return quote;
    }

    /** Prices lines as they are today, tax by line. */
    List<OrderLine> price(List<StockLine> wanted) {
        return priced(wanted).lines(List.of());
    }

    /** What is wanted, with its packs and rates of today. */
    private record Priced(List<StockLine> wanted, Map<UUID, Pack> packs, Map<String, TaxRate> rates) {

        List<CouponLine> forCoupons() {
            return wanted.stream()
                    .map(line -> {
                        Pack pack = pack(line);
                        return new CouponLine(pack.slug(), pack.price().times(line.quantity()));
                    })
                    .toList();
        }

        /** @param discounts one for each line; empty for none */
        List<OrderLine> lines(List<Money> discounts) {
            return IntStream.range(0, wanted.size())
                    .mapToObj(n -> {
                        StockLine line = wanted.get(n);
                        Pack pack = pack(line);
                        Money discount = discounts.isEmpty() ? Money.ZERO : discounts.get(n);
                        TaxRate rate = Objects.requireNonNull(rates.get(pack.taxClass()));
                        return OrderLine.priced(pack, line.quantity(), discount, rate);
                    })
                    .toList();
        }

        private Pack pack(StockLine line) {
            return Objects.requireNonNull(packs.get(line.variant()));
        }
    }

    private Priced priced(List<StockLine> wanted) {
        if (wanted.isEmpty()) {
            throw Refusal.invalid("empty-cart", "Your cart is empty.");
        }
        Map<UUID, Pack> packs =
                catalog.packs(wanted.stream().map(StockLine::variant).toList());
        if (wanted.stream().anyMatch(line -> !packs.containsKey(line.variant()))) {
            throw Refusal.notFound("pack");
        }
        Set<String> taxClasses = packs.values().stream().map(Pack::taxClass).collect(Collectors.toSet());
        Map<String, TaxRate> rates = taxRates.on(business.dayOf(clock.instant()), taxClasses);
        return new Priced(wanted, packs, rates);
    }

    @Scheduled(cron = "0 17 3 * * *")
    void forgetExpired() {
        jdbc.sql("delete from quote where expires_at < ?")
                .param(Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private void store(Quote quote, CustomerId customer) {
        Totals t = quote.totals();
        jdbc.sql("""
                insert into quote (id, customer_id, address_id, zone, slot_id, fee_reason, coupon_id, goods, discount, fee,
                  tax, total, minimum, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(quote.id(), customer.value(), quote.address(), quote.zone())
                .param(quote.slot())
                .param(quote.feeReason())
                .param(quote.coupon())
                .params(
                        t.goods().minor(),
                        t.discount().minor(),
                        t.fee().minor(),
                        t.tax().minor())
                .params(t.total().minor(), quote.minimum().minor(), Timestamp.from(quote.expiresAt()))
                .update();
        store(quote.id(), quote.lines());
    }

    /** One statement, however many there are. */
    private void store(UUID quote, List<OrderLine> lines) {
        jdbc.sql("""
                insert into quote_line
                  (quote_id, position, variant_id, title, unit_price, quantity, discount, tax, total)
                select :quote, n - 1, variant, title, price, quantity, discount, tax, total
                from unnest(:variants::uuid[], :titles::text[], :prices::bigint[], :quantities::int[],
                  :discounts::bigint[], :taxes::bigint[], :totals::bigint[])
                  with ordinality line (variant, title, price, quantity, discount, tax, total, n)""")
                .param("quote", quote)
                .param("variants", lines.stream().map(OrderLine::variantId).toArray(UUID[]::new))
                .param("titles", lines.stream().map(OrderLine::title).toArray(String[]::new))
                .param("prices", minor(lines, OrderLine::unitPrice))
                .param("quantities", lines.stream().map(OrderLine::quantity).toArray(Integer[]::new))
                .param("discounts", minor(lines, OrderLine::discount))
                .param("taxes", minor(lines, OrderLine::tax))
                .param("totals", minor(lines, OrderLine::total))
                .update();
    }

    private static Long[] minor(List<OrderLine> lines, Function<OrderLine, Money> sum) {
        return lines.stream().map(line -> sum.apply(line).minor()).toArray(Long[]::new);
    }

    private Quote quote(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Totals totals = new Totals(
                money(row, "goods"), money(row, "discount"), money(row, "fee"), money(row, "tax"), money(row, "total"));
        return new Quote(
                id,
                row.getObject("address_id", UUID.class),
                row.getString("zone"),
                row.getObject("slot_id", UUID.class),
                lines(id),
                totals,
                money(row, "minimum"),
                row.getString("fee_reason"),
                row.getObject("coupon_id", UUID.class),
                row.getTimestamp("expires_at").toInstant());
    }

    private List<OrderLine> lines(UUID quote) {
        return jdbc.sql("select * from quote_line where quote_id = ? order by position")
                .param(quote)
                .query((row, n) -> new OrderLine(
                        row.getObject("variant_id", UUID.class),
                        row.getString("title"),
                        money(row, "unit_price"),
                        row.getInt("quantity"),
                        money(row, "discount"),
                        money(row, "tax"),
                        money(row, "total")))
                .list();
    }

    private static Money money(ResultSet row, String column) throws SQLException {
        return Money.of(row.getLong(column));
    }
}
