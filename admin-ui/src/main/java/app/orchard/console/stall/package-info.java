/** Selling over the counter. */
@NullMarked
package app.orchard.console.stall;

import org.jspecify.annotations.NullMarked;
