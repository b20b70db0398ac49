package app.orchard.customer;

import app.orchard.shared.CustomerId;

/** What one capability keeps about a customer: a bean each, asked by {@link PersonalRecords} in one transaction. */
public interface PersonalSection {

    /** Its name in the customer's copy. */
    String section();

    /** What is kept, as lists, maps and texts. */
    Object copy(CustomerId customer);

    /** @throws app.orchard.shared.Refusal CONFLICT while the customer is still needed, with what to wait for */
    default void requireDispensable(CustomerId customer) {}

    /** Takes the person out; what the books of the business need stays. */
    default void forget(CustomerId customer) {}
}
