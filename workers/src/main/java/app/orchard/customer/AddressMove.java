package app.orchard.customer;

import org.jspecify.annotations.Nullable;

/**
 * Addresses that would belong to another zone.
 *
 * @param from the code of their zone now; null when nothing is delivered there
 * @param to the code of the zone they would belong to; null when nothing would be delivered there
 * @param customers whose addresses these are
 */
public record AddressMove(@Nullable String from, @Nullable String to, int customers) {}
