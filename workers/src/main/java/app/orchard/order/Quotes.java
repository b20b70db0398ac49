package app.orchard.order;

import app.orchard.catalog.Catalog;
import app.orchard.catalog.Pack;
import app.orchard.catalog.TaxRates;
import app.orchard.customer.Address;
import app.orchard.customer.Addresses;
import app.orchard.inventory.StockLine;
import app.orchard.shared.Business;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Money;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.slots.DeliveryFees;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
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
    private final Addresses addresses;
    private final Business business;
    private final Clock clock;

    Quotes(
            JdbcClient jdbc,
            Catalog catalog,
            TaxRates taxRates,
            DeliveryFees fees,
            Addresses addresses,
            Business business,
            Clock clock) {
        this.jdbc = jdbc;
        this.catalog = catalog;
        this.taxRates = taxRates;
        this.fees = fees;
        this.addresses = addresses;
        this.business = business;
        this.clock = clock;
    }

    /** @throws Refusal INVALID {@code empty-cart}, NOT_FOUND for another's address or a pack that is not on sale */
    public Quote make(CustomerId customer, List<StockLine> wanted, UUID address) {
        Address to = addresses.get(address, customer);
        List<OrderLine> lines = price(wanted);
        Money goods = Totals.of(lines, Money.ZERO).total();
        String zone = to.apartment().zone();
        Quote quote = new Quote(
                TimeOrderedId.next(),
                address,
                zone,
                lines,
                Totals.of(lines, fees.of(zone, goods)),
                clock.instant().plus(VALID));
        store(quote, customer);
        return quote;
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
        if (wanted.isEmpty()) {
            throw Refusal.invalid("empty-cart", "Your cart is empty.");
        }
        Map<UUID, Pack> packs =
                catalog.packs(wanted.stream().map(StockLine::variant).toList());
        LocalDate today = business.dayOf(clock.instant());
        return wanted.stream()
                .map(line -> price(packs.get(line.variant()), line, today))
                .toList();
    }

    @Scheduled(cron = "0 17 3 * * *")
    void forgetExpired() {
        jdbc.sql("delete from quote where expires_at < ?")
                .param(Timestamp.from(clock.instant().minus(Duration.ofDays(1))))
                .update();
    }

    private OrderLine price(@Nullable Pack pack, StockLine line, LocalDate today) {
        if (pack == null) {
            throw Refusal.notFound("pack");
        }
        Money total = pack.price().times(line.quantity());
        Money tax = taxRates.includedIn(total, pack.taxClass(), today);
        return new OrderLine(pack.id(), pack.title(), pack.price(), line.quantity(), Money.ZERO, tax, total);
    }

    private void store(Quote quote, CustomerId customer) {
        Totals t = quote.totals();
        jdbc.sql("""
                insert into quote (id, customer_id, address_id, zone, goods, discount, fee, tax, total, expires_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(quote.id(), customer.value(), quote.address(), quote.zone())
                .params(
                        t.goods().minor(),
                        t.discount().minor(),
                        t.fee().minor(),
                        t.tax().minor())
                .params(t.total().minor(), Timestamp.from(quote.expiresAt()))
                .update();
        IntStream.range(0, quote.lines().size())
                .forEach(n -> store(quote.id(), n, quote.lines().get(n)));
    }

    private void store(UUID quote, int position, OrderLine line) {
        jdbc.sql("""
                insert into quote_line
                  (quote_id, position, variant_id, title, unit_price, quantity, discount, tax, total)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
                .params(
                        quote,
                        position,
                        line.variantId(),
                        line.title(),
                        line.unitPrice().minor())
                .params(
                        line.quantity(),
                        line.discount().minor(),
                        line.tax().minor(),
                        line.total().minor())
                .update();
    }

    private Quote quote(ResultSet row) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Totals totals = new Totals(
                money(row, "goods"), money(row, "discount"), money(row, "fee"), money(row, "tax"), money(row, "total"));
        return new Quote(
                id,
                row.getObject("address_id", UUID.class),
                row.getString("zone"),
                lines(id),
                totals,
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
