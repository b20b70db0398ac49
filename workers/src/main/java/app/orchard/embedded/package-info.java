/** Starts, watches and stops the parts that make Orchard run on one machine: database, broker, application. */
@NullMarked
package app.orchard.embedded;

import org.jspecify.annotations.NullMarked;
