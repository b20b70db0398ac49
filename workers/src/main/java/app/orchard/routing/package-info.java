/** Who drives where in which order: travel times, the optimiser of routes, and the map they are drawn on. */
@NullMarked
package app.orchard.routing;

import org.jspecify.annotations.NullMarked;
