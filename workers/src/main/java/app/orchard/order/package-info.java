/** Carts, quotes and orders, from placement to their end. */
@NullMarked
package app.orchard.order;

import org.jspecify.annotations.NullMarked;
