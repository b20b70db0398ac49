package app.orchard.order;

import app.orchard.inventory.StockLine;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.CustomerId;
import app.orchard.shared.HoldId;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.slots.Slot;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The aggregate: guards its own transitions. Whoever changes it holds its row lock. */
@Entity
@Table(name = "sales_order")
class Order {

    @Id
    private UUID id;

    private long number;

    @Enumerated(EnumType.STRING)
    private Channel channel;

    private @Nullable UUID customerId;
    private String addressLine = "";
    private String apartment = "";
    private @Nullable UUID apartmentId;
    private @Nullable Double latitude;
    private @Nullable Double longitude;
    private String zone;
    private String location;
    private @Nullable UUID slotId;
    private @Nullable UUID bookingId;

    @Enumerated(EnumType.STRING)
    private OrderStatus status = OrderStatus.PLACED;

    @Enumerated(EnumType.STRING)
    private PaymentMethod paymentMethod;

    @Embedded
    private Totals totals;

    private String feeReason = "";

    private String note = "";
    private boolean late;
    private int stockRound = 1;
    private int timesRescheduled;
    private UUID link = UUID.randomUUID();
    private String requestKey;
    private String requestHash;
    private Instant placedAt;
    private @Nullable Instant slotStartsAt;
    private @Nullable Instant slotEndsAt;

    @Version
    private @Nullable Integer version;

    @ElementCollection(fetch = FetchType.LAZY)
    @CollectionTable(name = "order_line", joinColumns = @JoinColumn(name = "order_id"))
    @OrderColumn(name = "position")
    private List<OrderLine> lines = new ArrayList<>();

    @SuppressWarnings("NullAway.Init")
    protected Order() {}

    Order(NewOrder placed, long number, Instant placedAt) {
        this.id = placed.id().value();
        this.number = number;
        this.channel = placed.channel();
        this.customerId = placed.customer() == null ? null : placed.customer().value();
        this.addressLine = placed.addressLine();
        this.apartment = placed.apartment();
        this.apartmentId = placed.apartmentId();
        this.latitude = placed.point() == null ? null : placed.point().latitude();
        this.longitude = placed.point() == null ? null : placed.point().longitude();
        this.zone = placed.zone();
        this.location = placed.location();
        this.paymentMethod = placed.paymentMethod();
        this.totals = placed.totals();
        this.feeReason = placed.feeReason();
        this.note = placed.note();
        this.requestKey = placed.requestKey();
        this.requestHash = placed.requestHash();
        this.placedAt = placedAt;
        this.lines.addAll(placed.lines());
    }

    OrderId id() {
        return new OrderId(id);
    }

    /** As customers and staff say it. */
    String number() {
        return "M-" + number;
    }

    OrderStatus status() {
        return status;
    }

    /** What opens its page without a log in. */
    UUID link() {
        return link;
    }

    boolean is(OrderStatus one) {
        return status == one;
    }

    Channel channel() {
        return channel;
    }

    @Nullable
    CustomerId customer() {
        return customerId == null ? null : new CustomerId(customerId);
    }

    PaymentMethod paymentMethod() {
        return paymentMethod;
    }

    Totals totals() {
        return totals;
    }

    String zone() {
        return zone;
    }

    String location() {
        return location;
    }

    String requestHash() {
        return requestHash;
    }

    @Nullable
    UUID slotId() {
        return slotId;
    }

    @Nullable
    HoldId booking() {
        return bookingId == null ? null : new HoldId(bookingId);
    }

    @Nullable
    Instant slotStartsAt() {
        return slotStartsAt;
    }

    /** When the customer gets it: at the stall at once. */
    Instant handedOverFrom() {
        return slotStartsAt == null ? placedAt : slotStartsAt;
    }

    List<StockLine> stock() {
        return lines.stream().map(OrderLine::asStock).toList();
    }

    /** Names this order's claim on stock; a reinstated order claims anew. */
    String stockCause() {
        return "order:" + id + ":" + stockRound;
    }

    void deliverIn(Slot slot, HoldId booking) {
        slotId = slot.id();
        slotStartsAt = slot.startsAt();
        slotEndsAt = slot.endsAt();
        bookingId = booking.value();
    }

    void reschedule(Slot slot, HoldId booking) {
        deliverIn(slot, booking);
        timesRescheduled++;
    }

    /** Tells one change of the delivery time from the next. */
    int timesRescheduled() {
        return timesRescheduled;
    }

    void confirm() {
        turnInto(channel == Channel.STALL ? OrderStatus.DELIVERED : OrderStatus.CONFIRMED);
    }

    void startPreparing() {
        turnInto(OrderStatus.PREPARING);
    }

    void pack() {
        turnInto(OrderStatus.READY);
    }

    void dispatch() {
        turnInto(OrderStatus.OUT_FOR_DELIVERY);
    }

    void deliver() {
        turnInto(OrderStatus.DELIVERED);
    }

    void failAttempt() {
        turnInto(OrderStatus.ATTEMPT_FAILED);
    }

    void comeBack() {
        turnInto(OrderStatus.RETURNED);
    }

    void cancel() {
        turnInto(OrderStatus.CANCELLED);
    }

    void expire() {
        turnInto(OrderStatus.EXPIRED);
    }

    void reinstate(Slot slot, HoldId booking) {
        turnInto(OrderStatus.PLACED);
        deliverIn(slot, booking);
        stockRound++;
    }

    boolean wasReinstated() {
        return stockRound > 1;
    }

    void payOnline() {
        paymentMethod = PaymentMethod.ONLINE;
    }

    void isLate() {
        late = true;
    }

    boolean wasLate() {
        return late;
    }

    OrderView asView() {
        return new OrderView(
                id(),
                number(),
                channel,
                customer(),
                status,
                late,
                paymentMethod,
                List.copyOf(lines),
                totals,
                feeReason,
                addressLine,
                apartment,
                zone,
                slotStartsAt,
                slotEndsAt,
                note,
                placedAt);
    }

    private void turnInto(OrderStatus next) {
        if (!status.canTurnInto(next)) {
            throw Refusal.conflict(
                            "order-" + status.name().toLowerCase(Locale.ROOT).replace('_', '-'),
                            "Order " + number() + " is "
                                    + status.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                                    + ", so this is no longer possible.")
                    .with("orderStatus", status);
        }
        status = next;
    }
}
