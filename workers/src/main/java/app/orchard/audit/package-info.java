/** Who of the staff changed what, when, from what to what. */
@NullMarked
package app.orchard.audit;

import org.jspecify.annotations.NullMarked;
