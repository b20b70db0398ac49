/** The founder's first page: what needs them, what is on, what came in. */
@NullMarked
package app.orchard.console.today;

import org.jspecify.annotations.NullMarked;
