/** Whether the money that should be there is there: cash in people's hands, and each day's sums by way of paying. */
@NullMarked
package app.orchard.settlement;

import org.jspecify.annotations.NullMarked;
