/** The names that models and Java share, and what is asked of every model. */
@NullMarked
package app.orchard.processes;

import org.jspecify.annotations.NullMarked;
