package app.orchard.customer;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

@Entity
class Customer {

    @Id
    private UUID id;

    private @Nullable String phone;
    private String name = "";
    private @Nullable Instant marketingOptedInAt;
    private @Nullable Instant marketingStoppedAt;
    private @Nullable Instant feedbackOptedInAt;
    private @Nullable Instant feedbackStoppedAt;
    private @Nullable Instant lastInboundAt;
    private @Nullable Instant forgottenAt;
    private Instant createdAt;

    @SuppressWarnings("NullAway.Init")
    protected Customer() {}

    Customer(UUID id, String phone, Instant createdAt) {
        this.id = id;
        this.phone = phone;
        this.createdAt = createdAt;
    }

    UUID id() {
        return id;
    }

    void rename(String name) {
        this.name = name.strip();
    }

    void optIn(Instant at) {
        marketingOptedInAt = at;
        marketingStoppedAt = null;
    }

    void optOut(Instant at) {
        marketingStoppedAt = at;
    }

    /** STOP means everything that is not about an order. */
    void optOutOfAll(Instant at) {
        optOut(at);
        stopFeedback(at);
    }

    void allowFeedback(Instant at) {
        feedbackOptedInAt = at;
        feedbackStoppedAt = null;
    }

    void stopFeedback(Instant at) {
        feedbackStoppedAt = at;
    }

    void forget(Instant at) {
        phone = null;
        name = "";
        lastInboundAt = null;
        optOutOfAll(at);
        forgottenAt = at;
    }

    void wrote(Instant at) {
        lastInboundAt = lastInboundAt == null || at.isAfter(lastInboundAt) ? at : lastInboundAt;
    }

    Contact asContact() {
        return new Contact(
                Objects.requireNonNullElse(phone, ""),
                name,
                marketingOptedInAt != null && marketingStoppedAt == null,
                feedbackOptedInAt != null && feedbackStoppedAt == null,
                lastInboundAt);
    }
}
