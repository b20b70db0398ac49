/** How it was: what customers say after a delivery, and what the founder answers. */
@NullMarked
package app.orchard.feedback;

import org.jspecify.annotations.NullMarked;
