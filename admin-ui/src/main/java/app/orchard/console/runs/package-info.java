/** Delivery runs: which there are, and the plan of each. */
@NullMarked
package app.orchard.console.runs;

import org.jspecify.annotations.NullMarked;
