/** What an order owes, what was captured for it, and what went back: one row of facts per order. */
@NullMarked
package app.orchard.payment;

import org.jspecify.annotations.NullMarked;
