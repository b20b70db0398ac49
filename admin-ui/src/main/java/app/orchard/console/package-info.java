/** The console of those who work here: who they are, where they may go, and how pages stay fresh. */
@NullMarked
package app.orchard.console;

import org.jspecify.annotations.NullMarked;
