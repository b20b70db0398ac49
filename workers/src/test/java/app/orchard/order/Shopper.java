package app.orchard.order;

import app.orchard.customer.Addresses;
import app.orchard.customer.Customers;
import app.orchard.customer.NewAddress;
import app.orchard.customer.Phone;
import app.orchard.inventory.StockLine;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.Business;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.slots.Apartment;
import app.orchard.slots.Apartments;
import app.orchard.slots.Hold;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Buys things of the demo business, as a new customer each time. */
@TestComponent
public class Shopper {

    private static final AtomicLong PHONES = new AtomicLong(9_000_000_000L + System.nanoTime() % 900_000_000L);

    private final Customers customers;
    private final Addresses addresses;
    private final Apartments apartments;
    private final Slots slots;
    private final Loads loads;
    private final Quotes quotes;
    private final Placement placement;
    private final Business business;
    private final JdbcClient jdbc;
    private final Clock clock;

    Shopper(
            Customers customers,
            Addresses addresses,
            Apartments apartments,
            Slots slots,
            Loads loads,
            Quotes quotes,
            Placement placement,
            Business business,
            JdbcClient jdbc,
            Clock clock) {
        this.customers = customers;
        this.addresses = addresses;
        this.apartments = apartments;
        this.slots = slots;
        this.loads = loads;
        this.quotes = quotes;
        this.placement = placement;
        this.business = business;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    record Basket(CustomerId customer, Quote quote, Hold hold) {

        Placement.Request request(PaymentMethod method, String key) {
            return new Placement.Request(quote.id(), hold.id(), method, "", key);
        }
    }

    public UUID pack(String sku) {
        return jdbc.sql("select id from variant where sku = ?")
                .param(sku)
                .query(UUID.class)
                .single();
    }

    public CustomerId newCustomer() {
        return customers.withPhone(new Phone("+91" + PHONES.incrementAndGet()));
    }

    /** The first one, where there is room for all who test: bread does not keep until a later day. */
    public Slot freeSlot() {
        List<Slot> upcoming = slots.upcoming(apartment().zone());
        jdbc.sql("update delivery_slot set capacity = 1000, kitchen_minutes = 100000 where id = any(?)")
                .param(upcoming.stream().map(Slot::id).limit(3).toArray(UUID[]::new))
                .update();
        return slots.upcoming(apartment().zone()).stream()
                .filter(slot -> slot.isOpenAt(clock.instant()))
                .findFirst()
                .orElseThrow();
    }

    /** For one test alone, so many days ahead, in an hour without a surcharge. */
    public Slot ownSlot(int daysAhead) {
        Instant start = business.dayOf(clock.instant())
                .plusDays(daysAhead)
                .atTime(14, 0)
                .atZone(business.zone())
                .toInstant()
                .plusMillis(ThreadLocalRandom.current().nextInt(3_000_000));
        return slot(start, start.minus(Duration.ofHours(3)));
    }

    /** Of two hours, where the first apartment complex is. */
    public Slot slot(Instant start, Instant cutoff) {
        UUID id = UUID.randomUUID();
        jdbc.sql("""
                insert into delivery_slot (id, zone_id, starts_at, ends_at, cutoff_at, capacity)
                select ?, zone_id, ?, ?, ?, 200 from apartment order by name limit 1""")
                .params(
                        id,
                        Timestamp.from(start),
                        Timestamp.from(start.plus(Duration.ofHours(2))),
                        Timestamp.from(cutoff))
                .update();
        return slots.get(id);
    }

    Basket basket(String sku, int quantity) {
        return basket(newCustomer(), sku, quantity, freeSlot());
    }

    Basket basket(CustomerId customer, String sku, int quantity, Slot slot) {
        return basket(customer, sku, quantity, slot, null);
    }

    Basket basket(CustomerId customer, String sku, int quantity, Slot slot, @Nullable String coupon) {
        UUID address = addresses
                .add(customer, NewAddress.in(apartment().id(), "A", "101", ""))
                .id();
        List<StockLine> wanted = List.of(new StockLine(pack(sku), quantity));
        Quote quote = quotes.make(customer, wanted, address, null, coupon);
        return new Basket(customer, quote, slots.hold(slot.id(), customer, loads.of(wanted)));
    }

    public OrderId order(String sku, int quantity, PaymentMethod method) {
        return place(basket(sku, quantity), method);
    }

    /** To be paid in cash. */
    public OrderId orderIn(Slot slot, String sku, int quantity) {
        return orderIn(slot, sku, quantity, PaymentMethod.CASH);
    }

    public OrderId orderIn(Slot slot, String sku, int quantity, PaymentMethod method) {
        return place(basket(newCustomer(), sku, quantity, slot), method);
    }

    OrderId place(Basket basket) {
        return place(basket, PaymentMethod.CASH);
    }

    OrderId place(Basket basket, PaymentMethod method) {
        return placement.place(
                basket.customer(), basket.request(method, UUID.randomUUID().toString()));
    }

    private Apartment apartment() {
        return apartments.all().getFirst();
    }
}
