/** How the business does: what needs somebody today, what is on, what came in. */
@NullMarked
package app.orchard.insight;

import org.jspecify.annotations.NullMarked;
