/** Ordering more of what runs low, before the next market day. */
@NullMarked
package app.orchard.replenishment;

import org.jspecify.annotations.NullMarked;
