/** Who of the staff changed what. */
@NullMarked
package app.orchard.console.changes;

import org.jspecify.annotations.NullMarked;
