/** The map of the town, by GraphHopper: read, kept on disk, searched from each place to each other, drawn. */
@NullMarked
@NamedInterface("map")
package app.orchard.routing.graphhopper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
