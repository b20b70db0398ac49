/** Appends what the process engine did to one table of PostgreSQL; loaded by the Zeebe broker. */
@NullMarked
package app.orchard.exporter;

import org.jspecify.annotations.NullMarked;
