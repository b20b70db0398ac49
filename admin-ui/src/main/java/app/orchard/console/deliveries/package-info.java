/** The driver's stops, on a telephone. */
@NullMarked
package app.orchard.console.deliveries;

import org.jspecify.annotations.NullMarked;
