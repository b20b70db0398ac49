/** Money: who carries cash, and whether each day's sums arrived. */
@NullMarked
package app.orchard.console.money;

import org.jspecify.annotations.NullMarked;
