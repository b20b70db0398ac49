/**
 * The search for good routes, in plain numbers. It destroys a part of a plan and mends it, again and again, after
 * Christiaens and Vanden Berghe, "Slack Induction by String Removals for Vehicle Routing Problems", 2020.
 */
@NullMarked
@NamedInterface("search")
package app.orchard.routing.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
