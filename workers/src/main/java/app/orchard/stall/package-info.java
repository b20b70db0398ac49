/** Selling over the counter from the stall's own stock. */
@NullMarked
package app.orchard.stall;

import org.jspecify.annotations.NullMarked;
