/** Bringing an order to the door, and what happens when nobody opens it. */
@NullMarked
package app.orchard.delivery;

import org.jspecify.annotations.NullMarked;
