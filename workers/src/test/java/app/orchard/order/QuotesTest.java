package app.orchard.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.DemoBusinessTest;
import app.orchard.Statements;
import app.orchard.customer.Addresses;
import app.orchard.customer.NewAddress;
import app.orchard.inventory.StockLine;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.CustomerId;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Apartments;
import app.orchard.slots.Hold;
import app.orchard.slots.Load;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoBusinessTest
class QuotesTest {

    @Autowired
    private Quotes quotes;

    @Autowired
    private Placement placement;

    @Autowired
    private Orders orders;

    @Autowired
    private Slots slots;

    @Autowired
    private Addresses addresses;

    @Autowired
    private Apartments apartments;

    @Autowired
    private Shopper shopper;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Statements statements;

    private CustomerId customer;
    private UUID address;

    @BeforeEach
    void somebodyWithAnAddress() {
        customer = shopper.newCustomer();
        address = addresses
                .add(customer, NewAddress.in(apartments.all().getFirst().id(), "A", "101", ""))
                .id();
    }

    @Test
    void asksForTheTaxRatesOnceForAllLines() {
        List<Quote> asked = new ArrayList<>();

        List<String> said = statements.of(() ->
                asked.add(quote(null, "COOKIES-1", "SOURDOUGH-1", "BANANA-BREAD-1", "MANGO-CAKE-1", "TOTAPURI-1")));

        Quote quote = asked.getFirst();
        assertThat(quote.totals().tax())
                .isEqualTo(quote.lines().stream().map(OrderLine::tax).reduce(Money.ZERO, Money::plus));
        assertThat(said).filteredOn(sql -> sql.contains("from tax_rate")).hasSize(1);
    }

    @Test
    void usesTheRateOfTheDay() {
        jdbc.sql("insert into tax_rate values ('BAKERY', current_date + 2, 2800), ('BAKERY', current_date - 1, 1200)")
                .update();
        try {
            assertThat(quote(null, "COOKIES-1").totals().tax()).isEqualTo(Money.of(3429));
        } finally {
            jdbc.sql("delete from tax_rate where valid_from > date '2026-01-01'")
                    .update();
        }
    }

    @Test
    void freezesFeeAndReasonInTheOrder() {
        Slot slot = shopper.freeSlot();
        Quote quote = quote(slot.id(), "TOTAPURI-1");

        OrderView order = orders.get(place(quote, slots.hold(slot.id(), customer, Load.STOP)), customer);

        assertThat(order.totals()).isEqualTo(quote.totals());
        assertThat(order.totals().fee().isPositive()).isTrue();
        assertThat(order.feeReason()).isEqualTo(quote.feeReason()).contains("free from");
    }

    @Test
    void refusesThePriceOfAnotherTimeWhenItDiffers() {
        Slot early = earlySlot();
        Quote forAnyTime = quote(null, "TOTAPURI-1");
        Hold hold = slots.hold(early.id(), customer, Load.STOP);

        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> place(forAnyTime, hold))
                .matches(refusal -> refusal.type().equals("fee-changed"));

        Quote forThisTime = quote(early.id(), "TOTAPURI-1");
        OrderView order = orders.get(place(forThisTime, hold), customer);
        assertThat(order.totals().fee()).isEqualTo(forAnyTime.totals().fee().plus(Money.of(2000)));
    }

    @Test
    void tellsTheProcessWhatElseTheCustomerOwesInCash() {
        Slot slot = shopper.freeSlot();
        Money first = orders.get(
                        place(quote(slot.id(), "TOTAPURI-1"), slots.hold(slot.id(), customer, Load.STOP)), customer)
                .totals()
                .total();

        OrderId second = place(quote(slot.id(), "TOTAPURI-1"), slots.hold(slot.id(), customer, Load.STOP));

        assertThat(variable(second, "openCash")).isEqualTo(String.valueOf(first.minor()));
        assertThat(variable(second, "zoneTakesCash")).isEqualTo("true");
    }

    @Test
    void owesInCashWhatIsAskedForAtTheDoorToo() {
        Slot slot = shopper.freeSlot();
        OrderId first = place(quote(slot.id(), "TOTAPURI-1"), slots.hold(slot.id(), customer, Load.STOP));
        jdbc.sql("update payment set state = 'PENDING', gateway_order_id = ? where order_id = ?")
                .params("order_" + first, first.value())
                .update();

        OrderId second = place(quote(slot.id(), "TOTAPURI-1"), slots.hold(slot.id(), customer, Load.STOP));

        assertThat(variable(second, "openCash"))
                .isEqualTo(String.valueOf(
                        orders.get(first, customer).totals().total().minor()));
    }

    private String variable(OrderId order, String name) {
        return jdbc.sql("select variables->>? from outbox where ordering_key = ? and command->>'name' = 'order.placed'")
                .params(name, order.toString())
                .query(String.class)
                .single();
    }

    private OrderId place(Quote quote, Hold hold) {
        return placement.place(
                customer,
                new Placement.Request(
                        quote.id(),
                        hold.id(),
                        PaymentMethod.CASH,
                        "",
                        UUID.randomUUID().toString()));
    }

    private Quote quote(@Nullable UUID slot, String... skus) {
        List<StockLine> lines = List.of(skus).stream()
                .map(sku -> new StockLine(shopper.pack(sku), 1))
                .toList();
        return quotes.make(customer, lines, address, slot, null);
    }

    private Slot earlySlot() {
        UUID id = UUID.randomUUID();
        Instant starts = Instant.now()
                .atZone(ZoneId.of("Asia/Kolkata"))
                .plusDays(3)
                .with(LocalTime.of(6, 0))
                .toInstant();
        jdbc.sql("""
                insert into delivery_slot (id, zone_id, starts_at, ends_at, cutoff_at, capacity)
                select ?, id, ?, ?, ?, 5 from zone where code = ?""")
                .params(id, Timestamp.from(starts), Timestamp.from(starts.plus(Duration.ofHours(2))))
                .params(
                        Timestamp.from(starts.minus(Duration.ofHours(3))),
                        apartments.all().getFirst().zone())
                .update();
        return slots.get(id);
    }
}
