/** The names that models and Java share. */
@NullMarked
package app.orchard.processes;

import org.jspecify.annotations.NullMarked;
