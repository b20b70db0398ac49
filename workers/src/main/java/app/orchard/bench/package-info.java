/** Measures what the product takes, each figure as a ratio to a baseline of the same run. */
@NullMarked
package app.orchard.bench;

import org.jspecify.annotations.NullMarked;
