package app.orchard.payment;

import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.domain.Persistable;

/** Money that came in once. */
@Entity
@Table(name = "payment_capture")
class Capture implements Persistable<String> {

    @Id
    private String id;

    private UUID orderId;
    private String method;
    private Money amount;
    private Money refunded = Money.ZERO;
    private boolean throughGateway;
    private boolean late;
    private @Nullable String collectedBy;
    private Instant capturedAt;

    @jakarta.persistence.Transient
    private boolean fresh;

    @SuppressWarnings("NullAway.Init")
    protected Capture() {}

    private Capture(String id, OrderId order, String method, Money amount, Instant capturedAt) {
        this.id = id;
        this.orderId = order.value();
        this.method = method;
        this.amount = amount;
        this.capturedAt = capturedAt;
        this.fresh = true;
    }

    static Capture online(
            String gatewayPaymentId, OrderId order, String method, Money amount, boolean late, Instant at) {
        var capture = new Capture(gatewayPaymentId, order, method, amount, at);
        capture.throughGateway = true;
        capture.late = late;
        return capture;
    }

    static Capture inPerson(OrderId order, String method, Money amount, String collectedBy, Instant at) {
        var capture = new Capture(method + ":" + order, order, method, amount, at);
        capture.collectedBy = collectedBy;
        return capture;
    }

    void refund(Money money) {
        refunded = refunded.plus(money);
    }

    void keep(Money money) {
        refunded = refunded.minus(money);
    }

    Money retained() {
        return amount.minus(refunded);
    }

    Money refunded() {
        return refunded;
    }

    Money amount() {
        return amount;
    }

    OrderId order() {
        return new OrderId(orderId);
    }

    boolean isLate() {
        return late;
    }

    boolean isThroughGateway() {
        return throughGateway;
    }

    @Override
    public String getId() {
        return id;
    }

    @Override
    public boolean isNew() {
        return fresh;
    }
}
