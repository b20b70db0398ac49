/** What was sold, taxed and paid, on paper. */
@NullMarked
package app.orchard.invoice;

import org.jspecify.annotations.NullMarked;
