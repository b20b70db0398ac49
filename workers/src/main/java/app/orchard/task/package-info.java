/** What people have to do: the inbox, claiming, forms, and completing a task exactly once. */
@NullMarked
package app.orchard.task;

import org.jspecify.annotations.NullMarked;
