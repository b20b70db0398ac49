package app.orchard.messaging;

import app.orchard.customer.Customers;
import app.orchard.customer.Phone;
import app.orchard.messaging.wati.WatiEvent;
import app.orchard.shared.CustomerId;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Applies what the provider tells: where our messages are, and what customers write. */
@Component
class MessageNews {

    private record Known(UUID id, @Nullable UUID customerId) {}

    private final MessageQueue queue;
    private final Customers customers;
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    MessageNews(MessageQueue queue, Customers customers, JdbcClient jdbc, ApplicationEventPublisher events) {
        this.queue = queue;
        this.customers = customers;
        this.jdbc = jdbc;
        this.events = events;
    }

    /** In the caller's transaction. @return false when it is about a message or a customer we do not know */
    boolean apply(WatiEvent event, Instant receivedAt) {
        // Their clock may be wrong, and nobody vouches for the event: nothing happened after we heard of it.
        Instant at = event.at() == null || event.at().isAfter(receivedAt) ? receivedAt : event.at();
        return switch (event.kind()) {
            case WRITTEN_BY_CUSTOMER -> written(event, at);
            case SENT -> move(event, MessageState.SENT, at);
            case DELIVERED -> move(event, MessageState.DELIVERED, at);
            case READ -> move(event, MessageState.READ, at);
            case FAILED -> move(event, MessageState.FAILED, at);
            case OTHER -> true;
        };
    }

    private boolean move(WatiEvent event, MessageState next, Instant at) {
        Optional<Known> known = find(event);
        known.ifPresent(message -> {
            learnIds(message.id(), event);
            boolean failed = next == MessageState.FAILED;
            queue.advance(message.id(), next, failed ? FailureReason.of(event.failedCode()) : null, at);
            if (failed && event.failedCode().equals(FailureReason.STOPPED_MARKETING) && message.customerId() != null) {
                stopOffers(new CustomerId(message.customerId()));
            }
        });
        return known.isPresent();
    }

    private Optional<Known> find(WatiEvent event) {
        return jdbc.sql("""
                select id, customer_id from message where id = :ours or whatsapp_id = :whatsapp or provider_id = :theirs
                order by id = :ours desc nulls last, whatsapp_id = :whatsapp desc nulls last limit 1""")
                .param("ours", uuid(event.localId()))
                .param("whatsapp", event.whatsappId())
                .param("theirs", event.id())
                .query(Known.class)
                .optional();
    }

    /** News that came before and named the message only by an id we learn now are looked at again. */
    private void learnIds(UUID id, WatiEvent event) {
        jdbc.sql("""
                update message set whatsapp_id = coalesce(whatsapp_id, :whatsapp),
                  provider_id = coalesce(provider_id, :theirs) where id = :id""")
                .param("whatsapp", event.whatsappId())
                .param("theirs", event.id())
                .param("id", id)
                .update();
        jdbc.sql("""
                update wati_event set processed_at = null
                where whatsapp_message_id = ? and processed_at is not null and not matched""").param(event.whatsappId()).update();
    }

    private boolean written(WatiEvent event, Instant at) {
        String phone = event.phone();
        if (phone == null) {
            return false;
        }
        Optional<CustomerId> customer = customers.byPhone(new Phone(phone));
        customer.ifPresent(id -> {
            customers.recordInbound(id, at);
            heed(Wish.of(event.text()), id, phone);
        });
        return customer.isPresent();
    }

    private void heed(Wish wish, CustomerId customer, String phone) {
        switch (wish) {
            case NO_MORE_OFFERS -> {
                stopOffers(customer);
                events.publishEvent(new OffersChanged(phone, false));
            }
            case OFFERS_AGAIN -> {
                customers.allowMarketing(customer);
                events.publishEvent(new OffersChanged(phone, true));
            }
            case NONE -> {}
        }
    }

    private void stopOffers(CustomerId customer) {
        customers.stopAll(customer);
        jdbc.sql("""
                update message set state = 'SUPPRESSED', problem = 'The customer wants no offers.'
                where customer_id = ? and category = 'MARKETING' and state = 'QUEUED'""").param(customer.value()).update();
    }

    private static @Nullable UUID uuid(@Nullable String text) {
        try {
            return text == null || text.length() != 36 ? null : UUID.fromString(text);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
