/** Who works here, with which roles, and where they are logged in. */
@NullMarked
package app.orchard.console.staff;

import org.jspecify.annotations.NullMarked;
