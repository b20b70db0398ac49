/** What was sold, by day, zone, product and channel. */
@NullMarked
package app.orchard.console.sales;

import org.jspecify.annotations.NullMarked;
