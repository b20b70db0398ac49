package app.orchard.customer;

import app.orchard.shared.CustomerId;
import app.orchard.shared.Refusal;
import app.orchard.shared.TimeOrderedId;
import app.orchard.slots.Apartments;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The doors of customers. */
@Service
@Transactional
public class Addresses {

    private static final int MOST = 20;

    private record Row(UUID id, UUID apartmentId, String tower, String flat, String note) {}

    private final JdbcClient jdbc;
    private final Apartments apartments;

    Addresses(JdbcClient jdbc, Apartments apartments) {
        this.jdbc = jdbc;
        this.apartments = apartments;
    }

    /**
     * The same door given twice is one address.
     *
     * @throws Refusal INVALID {@code bad-address}, NOT_FOUND for an apartment complex that is not served
     */
    public Address add(CustomerId customer, UUID apartment, String tower, String flat, String note) {
        if (flat.isBlank() || flat.length() > 20 || tower.length() > 20 || note.length() > 200) {
            throw Refusal.invalid("bad-address", "Please give the flat's number, and at most 200 characters of note.");
        }
        apartments.get(apartment);
        return of(customer).stream()
                .filter(known -> known.apartment().id().equals(apartment)
                        && known.tower().equalsIgnoreCase(tower.strip())
                        && known.flat().equalsIgnoreCase(flat.strip()))
                .findFirst()
                .orElseGet(() -> insert(customer, apartment, tower.strip(), flat.strip(), note.strip()));
    }

    @Transactional(readOnly = true)
    public List<Address> of(CustomerId customer) {
        return jdbc
                .sql("select id, apartment_id, tower, flat, note from address where customer_id = ? order by id")
                .param(customer.value())
                .query(Row.class)
                .list()
                .stream()
                .map(this::address)
                .toList();
    }

    /** @throws Refusal NOT_FOUND when it is not this customer's */
    @Transactional(readOnly = true)
    public Address get(UUID id, CustomerId customer) {
        return jdbc.sql("select id, apartment_id, tower, flat, note from address where id = ? and customer_id = ?")
                .params(id, customer.value())
                .query(Row.class)
                .optional()
                .map(this::address)
                .orElseThrow(() -> Refusal.notFound("address"));
    }

    private Address insert(CustomerId customer, UUID apartment, String tower, String flat, String note) {
        if (of(customer).size() >= MOST) {
            throw Refusal.conflict("too-many-addresses", "You have 20 addresses already. Please remove one first.");
        }
        UUID id = TimeOrderedId.next();
        jdbc.sql("insert into address (id, customer_id, apartment_id, tower, flat, note) values (?, ?, ?, ?, ?, ?)")
                .params(id, customer.value(), apartment, tower, flat, note)
                .update();
        return get(id, customer);
    }

    private Address address(Row row) {
        return new Address(row.id(), apartments.get(row.apartmentId()), row.tower(), row.flat(), row.note());
    }
}
