package app.orchard.customer;

import app.orchard.shared.CustomerId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is kept about a customer: they can have a copy, and they can be forgotten. */
@Service
@Transactional
public class PersonalRecords {

    private final List<PersonalSection> others;
    private final Customers customers;
    private final Addresses addresses;
    private final Logins logins;
    private final JdbcClient jdbc;

    PersonalRecords(
            List<PersonalSection> others, Customers customers, Addresses addresses, Logins logins, JdbcClient jdbc) {
        this.others = others;
        this.customers = customers;
        this.addresses = addresses;
        this.logins = logins;
        this.jdbc = jdbc;
    }

    /** Everything, by section; lists, maps and texts all the way down. */
    @Transactional(readOnly = true)
    public Map<String, Object> copy(CustomerId customer) {
        Map<String, Object> copy = new LinkedHashMap<>();
        copy.put("person", person(customer));
        copy.put("addresses", addresses.of(customer).stream().map(Address::line).toList());
        others.forEach(part -> copy.put(part.section(), part.copy(customer)));
        return copy;
    }

    /**
     * For good. Orders, payments and refunds stay as sums and goods, with nobody's name, number or door.
     *
     * @throws app.orchard.shared.Refusal CONFLICT {@code order-open} or {@code refund-open}
     */
    public void forget(CustomerId customer) {
        String phone = customers.contact(customer).phone();
        others.forEach(part -> part.requireDispensable(customer));
        others.forEach(part -> part.forget(customer));
        logins.logOutEverywhere(customer);
        jdbc.sql("delete from login_code where phone = ?").param(phone).update();
        jdbc.sql("delete from address where customer_id = ?")
                .param(customer.value())
                .update();
        customers.forget(customer);
    }

    private Map<String, Object> person(CustomerId customer) {
        Map<String, Object> person = new LinkedHashMap<>();
        jdbc.sql("""
                select phone, name, created_at as known_since, marketing_opted_in_at as news_agreed,
                  marketing_stopped_at as news_stopped, feedback_opted_in_at as feedback_agreed,
                  feedback_stopped_at as feedback_stopped, last_inbound_at as last_wrote_to_us
                from customer where id = ?""")
                .param(customer.value())
                .query()
                .singleRow()
                .forEach((column, value) -> person.put(column, value == null ? "" : value.toString()));
        return person;
    }
}
