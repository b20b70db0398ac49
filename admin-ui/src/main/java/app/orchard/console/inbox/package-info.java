/** What needs me now: the list of tasks, and the form of one. */
@NullMarked
package app.orchard.console.inbox;

import org.jspecify.annotations.NullMarked;
