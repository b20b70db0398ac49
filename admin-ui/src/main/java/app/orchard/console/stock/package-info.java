/** What lies where, until when it is good, and booking what changes it. */
@NullMarked
package app.orchard.console.stock;

import org.jspecify.annotations.NullMarked;
