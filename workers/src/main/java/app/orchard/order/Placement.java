package app.orchard.order;

import app.orchard.customer.Address;
import app.orchard.customer.Addresses;
import app.orchard.inventory.Inventory;
import app.orchard.inventory.Location;
import app.orchard.inventory.StockLine;
import app.orchard.payment.NewPayment;
import app.orchard.payment.PaymentMethod;
import app.orchard.payment.Payments;
import app.orchard.promotion.Coupons;
import app.orchard.shared.Business;
import app.orchard.shared.CustomerId;
import app.orchard.shared.HoldId;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Load;
import app.orchard.slots.Slot;
import app.orchard.slots.Slots;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Placing an order is one transaction: the held place is booked, stock is promised, prices are frozen, the payment is
 * opened and the process's start is put into the outbox. Either all of it happened or none.
 */
@Service
@Transactional
public class Placement {

    private static final int LONGEST_NOTE = 300;

    private final OrderRepository orders;
    private final Quotes quotes;
    private final Addresses addresses;
    private final Slots slots;
    private final Loads loads;
    private final Inventory inventory;
    private final Coupons coupons;
    private final Payments payments;
    private final OrderProcess process;
    private final Timeline timeline;
    private final Business business;
    private final Clock clock;
    private final JdbcClient jdbc;

    Placement(
            OrderRepository orders,
            Quotes quotes,
            Addresses addresses,
            Slots slots,
            Loads loads,
            Inventory inventory,
            Coupons coupons,
            Payments payments,
            OrderProcess process,
            Timeline timeline,
            Business business,
            Clock clock,
            JdbcClient jdbc) {
        this.orders = orders;
        this.quotes = quotes;
        this.addresses = addresses;
        this.slots = slots;
        this.loads = loads;
        this.inventory = inventory;
        this.coupons = coupons;
        this.payments = payments;
        this.process = process;
        this.timeline = timeline;
        this.business = business;
        this.clock = clock;
        this.jdbc = jdbc;
    }

    /**
     * What a customer sends to place an order.
     *
     * @param requestKey chosen by the customer's device; repeating it with the same content is the same order
     */
    public record Request(UUID quote, HoldId hold, PaymentMethod method, String note, String requestKey) {

        public Request {
            if (note.length() > LONGEST_NOTE) {
                throw Refusal.invalid("bad-note", "A note may have at most 300 characters.");
            }
            if (requestKey.isBlank() || requestKey.length() > 100) {
                throw Refusal.invalid("bad-request-key", "The idempotency key has between 1 and 100 characters.");
            }
            if (method == PaymentMethod.UPI_AT_STALL) {
                throw Refusal.invalid("bad-method", "An order is paid online or in cash at the door.");
            }
        }

        private String hash() {
            return digest(quote + "|" + hold + "|" + method + "|" + note);
        }
    }

    /**
     * @throws Refusal CONFLICT {@code out-of-stock} (with {@code variant}, {@code left} and each {@link Shortage} in {@code short}), {@code hold-expired} or
     *     {@code slot-closed} (with {@code free}), {@code quote-expired}, {@code fee-changed}, {@code below-minimum} (with {@code missing}, in paise), {@code coupon-used-up}, {@code request-key-reused}; NOT_FOUND for a
     *     quote of somebody else
     */
    public OrderId place(CustomerId customer, Request request) {
        Optional<OrderId> earlier = earlier(customer, request.requestKey(), request.hash());
        return earlier.orElseGet(() -> placeNew(customer, request));
    }

    /** A sale over the counter; the goods and the money have changed hands. */
    public OrderId sellAtStall(
            @Nullable CustomerId customer,
            Location stall,
            List<StockLine> wanted,
            PaymentMethod method,
            String seller,
            String requestKey) {
        String hash = digest(wanted + "|" + method);
        Optional<OrderId> earlier = earlier(customer, requestKey, hash);
        return earlier.orElseGet(() -> {
            List<OrderLine> lines = quotes.price(wanted);
            NewOrder sale = new NewOrder(
                    OrderId.next(),
                    Channel.STALL,
                    customer,
                    stall.name(),
                    "",
                    null,
                    null,
                    "stall",
                    stall.code(),
                    method,
                    lines,
                    Totals.of(lines, DeliveryFee.NONE.fee()),
                    DeliveryFee.NONE.reason(),
                    "",
                    requestKey,
                    hash);
            Order order = store(sale, seller, null, null);
            payments.open(payment(order, null));
            process.start(order, null);
            promise(order, lines);
            return order.id();
        });
    }

    private OrderId placeNew(CustomerId customer, Request request) {
        Quote quote = quotes.get(request.quote(), customer);
        if (quote.missing().isPositive()) {
            throw Refusal.conflict(
                            "below-minimum",
                            "We bring orders from " + quote.minimum().format() + ". Please add something for "
                                    + quote.missing().format() + " more.")
                    .with("missing", quote.missing().minor());
        }
        Address address = addresses.get(quote.address(), customer);
        Load load = loads.of(goods(quote));
        Slot slot = slots.held(request.hold(), customer, load);
        if (!slot.zone().equals(quote.zone())) {
            throw Refusal.conflict("wrong-zone", "That delivery time is not for your address. Please choose another.");
        }
        quotes.requireFeeFor(quote, slot);
        NewOrder placed = new NewOrder(
                OrderId.next(),
                Channel.ONLINE,
                customer,
                address.line(),
                address.place(),
                address.apartment() == null ? null : address.apartment().id(),
                address.point(),
                quote.zone(),
                Location.STORE,
                request.method(),
                quote.lines(),
                quote.totals(),
                quote.feeReason(),
                request.note(),
                request.requestKey(),
                request.hash());
        Order order = store(placed, "Customer", slot, request.hold());
        Instant payBefore = clock.instant().plus(business.settings().paymentExpiresAfter());
        payments.open(payment(order, request.method() == PaymentMethod.ONLINE ? payBefore : null));
        process.start(order, payBefore);
        // What others wait for comes last
        slots.book(request.hold(), customer, load);
        promise(order, placed.lines());
        redeem(quote, order, customer);
        return order.id();
    }

    private void redeem(Quote quote, Order order, CustomerId customer) {
        if (quote.coupon() != null) {
            Money discount = quote.totals().discount();
            String code = coupons.redeem(quote.coupon(), order.id(), customer, discount);
            timeline.add(order.id(), "coupon", "Customer", "Coupon " + code + ": " + discount.format() + " off.");
        }
    }

    private static List<StockLine> goods(Quote quote) {
        return quote.lines().stream().map(OrderLine::asStock).toList();
    }

    private Order store(NewOrder placed, String actor, @Nullable Slot slot, @Nullable HoldId booking) {
        Order order = new Order(placed, orders.nextNumber(), clock.instant());
        if (slot != null && booking != null) {
            order.deliverIn(slot, booking);
        }
        orders.saveAndFlush(order);
        timeline.add(
                order.id(),
                "placed",
                actor,
                "Order placed, " + order.totals().total().format() + ".");
        return order;
    }

    private void promise(Order order, List<OrderLine> lines) {
        LocalDate day = business.dayOf(order.handedOverFrom());
        try {
            inventory.reserve(order.location(), order.stock(), order.stockCause(), day);
        } catch (Refusal refusal) {
            throw refusal.type().equals("out-of-stock") ? shortage(order.location(), lines, day, refusal) : refusal;
        }
    }

    private Refusal shortage(String location, List<OrderLine> lines, LocalDate day, Refusal refusal) {
        List<UUID> packs = lines.stream().map(OrderLine::variantId).toList();
        Map<UUID, Integer> left = inventory.available(location, packs, day);
        Map<UUID, Integer> earlier = inventory.available(location, packs);
        List<Shortage> shortages = lines.stream()
                .map(line -> new Shortage(
                        line,
                        left.getOrDefault(line.variantId(), 0),
                        earlier.getOrDefault(line.variantId(), 0) >= line.quantity()))
                .filter(line -> line.left() < line.wanted())
                .toList();
        String sentence = shortages.stream().map(Shortage::sentence).collect(Collectors.joining(" "));
        if (shortages.isEmpty()) {
            return refusal;
        }
        return Refusal.conflict("out-of-stock", sentence)
                .with("variant", shortages.getFirst().variant())
                .with("left", shortages.getFirst().left())
                .with("short", shortages)
                .because(refusal);
    }

    private static NewPayment payment(Order order, @Nullable Instant expiresAt) {
        return new NewPayment(
                order.id(),
                order.customer(),
                order.number(),
                order.paymentMethod(),
                order.totals().total(),
                expiresAt);
    }

    private static String digest(String content) {
        return UUID.nameUUIDFromBytes(content.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Optional<OrderId> earlier(@Nullable CustomerId customer, String requestKey, String hash) {
        UUID owner = customer == null ? null : customer.value();
        // One order of a customer after the other: the limit for cash counts what else they owe
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(?, 1))")
                .param("place:" + (owner == null ? requestKey : owner))
                .query()
                .listOfRows();
        return orders.findByCustomerIdAndRequestKey(owner, requestKey).map(order -> {
            if (!order.requestHash().equals(hash)) {
                throw Refusal.conflict(
                        "request-key-reused", "This idempotency key was used for another order already.");
            }
            return order.id();
        });
    }
}
