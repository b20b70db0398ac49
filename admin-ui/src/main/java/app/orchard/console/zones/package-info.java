/** Which part of the town is delivered to: the zones on the map, and what belongs to each. */
@NullMarked
package app.orchard.console.zones;

import org.jspecify.annotations.NullMarked;
