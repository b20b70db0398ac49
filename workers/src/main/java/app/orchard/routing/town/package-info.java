/** A made-up town to try everything with: drawn by rule and by chance that is the same everywhere, never downloaded. */
@NullMarked
@NamedInterface("town")
package app.orchard.routing.town;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
