/** How many packs lie where, what is promised, and every movement that made it so. */
@NullMarked
package app.orchard.inventory;

import org.jspecify.annotations.NullMarked;
