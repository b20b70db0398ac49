/** Who buys: their numbers, addresses, consents and one-time-code logins. */
@NullMarked
package app.orchard.customer;

import org.jspecify.annotations.NullMarked;
