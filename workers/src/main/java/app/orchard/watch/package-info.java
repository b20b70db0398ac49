/** Finds what stands still: orders, payments, messages and commands that nothing and nobody moves on. */
@NullMarked
package app.orchard.watch;

import org.jspecify.annotations.NullMarked;
