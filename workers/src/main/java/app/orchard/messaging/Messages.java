package app.orchard.messaging;

import app.orchard.customer.Contact;
import app.orchard.customer.Customers;
import app.orchard.customer.Phone;
import app.orchard.shared.Business;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Messages to customers over WhatsApp: queued with the change they tell of, sent after it, followed until read. */
@Service
public class Messages {

    private static final String NAMELESS = "dear customer";

    private final Customers customers;
    private final Business business;
    private final MessageQueue queue;
    private final MessageRecords records;
    private final LoginCodes codes;
    private final Clock clock;

    Messages(
            Customers customers,
            Business business,
            MessageQueue queue,
            MessageRecords records,
            LoginCodes codes,
            Clock clock) {
        this.customers = customers;
        this.business = business;
        this.queue = queue;
        this.records = records;
        this.codes = codes;
        this.clock = clock;
    }

    /** In the caller's transaction. Sent after it commits; a second request with the same dedup key changes nothing, nor does one to somebody who is forgotten. */
    @Transactional
    public void send(MessageRequest request) {
        Contact contact = customers.contact(request.to());
        if (contact.phone().isEmpty()) {
            return;
        }
        MessageTemplate template = request.template();
        boolean held = template.category() == MessageCategory.MARKETING && !contact.marketingAllowed();
        queue.add(new NewMessage(
                TimeOrderedId.next(),
                request.to(),
                contact.phone(),
                template,
                params(request, contact),
                request.order(),
                request.dedupKey(),
                held ? MessageState.SUPPRESSED : MessageState.QUEUED,
                null));
    }

    /**
     * Sends after the caller's transaction, ahead of all other messages and without waiting for the outcome. The code
     * itself is neither stored nor logged: if it cannot be sent within half a minute the customer asks for another.
     *
     * @param phone E.164, {@code +919812345678}
     * @throws Refusal UNAVAILABLE {@code messages-unavailable} when codes cannot be sent at all, or too many wait
     */
    @Transactional
    public void sendLoginCode(String phone, String code) {
        codes.requireRoom();
        UUID id = TimeOrderedId.next();
        MessageTemplate template = MessageTemplate.LOGIN_CODE;
        queue.add(new NewMessage(id, null, phone, template, Map.of(), null, "login:" + id, MessageState.SENDING, null));
        Map<String, String> params = Map.of(template.parameters().getFirst(), code);
        Outgoing outgoing = new Outgoing(id, phone, template, params, 1, clock.instant());
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCommit() {
                codes.send(outgoing);
            }
        });
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public List<MessageView> ofOrder(OrderId order) {
        return records.ofOrder(order);
    }

    /** Failed and not yet sent again, newest first. */
    @Transactional(readOnly = true)
    public List<MessageView> failed(int limit) {
        return records.failed(limit);
    }

    /** Why messages wait at the moment and how many, as a sentence for the founder; empty when all is well. */
    @Transactional(readOnly = true)
    public Optional<String> trouble() {
        return records.trouble();
    }

    /**
     * Queues a failed message once more, to the number the customer has now.
     *
     * @throws Refusal FORBIDDEN for others than founders, NOT_FOUND, CONFLICT {@code not-resendable} when it has not
     *     failed, was already sent again or was a login code
     */
    @Transactional
    public void resend(UUID messageId, Staff by) {
        by.require(Role.FOUNDER);
        MessageView failed = records.byId(messageId).orElseThrow(() -> Refusal.notFound("message"));
        CustomerId customer = failed.customer();
        if (customer == null) {
            throw Refusal.conflict(
                    "not-resendable", "A login code or a trial is not sent again. Please ask for a new one.");
        }
        queue.add(records.toResend(messageId, customers.contact(customer).phone())
                .orElseThrow(() -> Refusal.conflict(
                        "not-resendable", "This message has not failed, or it was already sent again.")));
    }

    /**
     * Sends a text with examples in it to the founder's own phone, once a minute at most.
     *
     * @param examples a value for every parameter of the template
     * @throws Refusal INVALID {@code bad-phone} without a number of theirs, {@code bad-template} for login codes;
     *     FORBIDDEN for others than founders
     */
    @Transactional
    public void tryOut(MessageTemplate template, Map<String, String> examples, Staff by) {
        by.require(Role.FOUNDER);
        if (template.category() == MessageCategory.AUTHENTICATION) {
            throw Refusal.invalid("bad-template", "Codes are sent only to those who log in.");
        }
        if (!examples.keySet().containsAll(template.parameters())) {
            throw Refusal.invalid("bad-template", "An example is missing for this text.");
        }
        String phone = Phone.parse(by.phone()).e164();
        long minute = clock.instant().truncatedTo(ChronoUnit.MINUTES).getEpochSecond();
        queue.add(new NewMessage(
                TimeOrderedId.next(),
                null,
                phone,
                template,
                Params.ordered(examples, template),
                null,
                "trial:" + by.id() + ":" + template.wireName() + ":" + minute,
                MessageState.QUEUED,
                null));
    }

    private Map<String, String> params(MessageRequest request, Contact contact) {
        var params = new HashMap<String, String>();
        params.put("name", contact.name().isBlank() ? NAMELESS : contact.name());
        params.put("business", business.name());
        params.putAll(request.params());
        return Params.ordered(params, request.template());
    }
}
