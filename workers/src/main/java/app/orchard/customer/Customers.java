package app.orchard.customer;

import app.orchard.shared.CustomerId;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The people who buy, known by their telephone number. */
@Service
@Transactional
public class Customers {

    private static final int LONGEST_NAME = 80;

    private final CustomerRepository customers;
    private final JdbcClient jdbc;
    private final Clock clock;

    Customers(CustomerRepository customers, JdbcClient jdbc, Clock clock) {
        this.customers = customers;
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @return the customer with this number, a new one when it is not known yet */
    public CustomerId withPhone(Phone phone) {
        jdbc.sql("insert into customer (id, phone, created_at) values (?, ?, ?) on conflict (phone) do nothing")
                .params(TimeOrderedId.next(), phone.e164(), java.sql.Timestamp.from(clock.instant()))
                .update();
        return byPhone(phone).orElseThrow();
    }

    @Transactional(readOnly = true)
    public Optional<CustomerId> byPhone(Phone phone) {
        return customers.findByPhone(phone.e164()).map(customer -> new CustomerId(customer.id()));
    }

    /** @throws Refusal NOT_FOUND */
    @Transactional(readOnly = true)
    public Contact contact(CustomerId id) {
        return get(id).asContact();
    }

    @Transactional(readOnly = true)
    public Map<CustomerId, Contact> contacts(Collection<CustomerId> ids) {
        return customers.findAllById(ids.stream().map(CustomerId::value).toList()).stream()
                .collect(Collectors.toMap(customer -> new CustomerId(customer.id()), Customer::asContact));
    }

    /** @throws Refusal INVALID {@code bad-name} when it is longer than 80 characters */
    public void rename(CustomerId id, String name) {
        if (name.length() > LONGEST_NAME) {
            throw Refusal.invalid("bad-name", "A name may have at most 80 characters.");
        }
        get(id).rename(name);
    }

    public void allowMarketing(CustomerId id) {
        get(id).optIn(clock.instant());
    }

    public void stopMarketing(CustomerId id) {
        get(id).optOut(clock.instant());
    }

    /** Whether they may be asked how it was after a delivery. */
    public void allowFeedback(CustomerId id) {
        get(id).allowFeedback(clock.instant());
    }

    public void stopFeedback(CustomerId id) {
        get(id).stopFeedback(clock.instant());
    }

    void forget(CustomerId id) {
        get(id).forget(clock.instant());
    }

    /** They wrote STOP. */
    public void stopAll(CustomerId id) {
        get(id).optOutOfAll(clock.instant());
    }

    /** The customer wrote to us: the free answer window of a day is open. */
    public void recordInbound(CustomerId id, Instant at) {
        get(id).wrote(at);
    }

    private Customer get(CustomerId id) {
        return customers.findById(id.value()).orElseThrow(() -> Refusal.notFound("customer"));
    }
}
