/** The orders: list and page of one, with its live diagram. */
@NullMarked
package app.orchard.console.orders;

import org.jspecify.annotations.NullMarked;
