/** Where and when the business delivers: zones, apartments, slots and the places in them. */
@NullMarked
package app.orchard.slots;

import org.jspecify.annotations.NullMarked;
