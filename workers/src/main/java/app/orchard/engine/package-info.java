/** The only sender of commands to the process engine, and the only reader of what it did. */
@NullMarked
package app.orchard.engine;

import org.jspecify.annotations.NullMarked;
