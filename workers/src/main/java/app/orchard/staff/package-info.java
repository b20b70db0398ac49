/** Who works here, with which roles. */
@NullMarked
package app.orchard.staff;

import org.jspecify.annotations.NullMarked;
