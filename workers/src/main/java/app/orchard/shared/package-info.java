/** Money, identifiers, the business's settings and live notifications: what every capability speaks. */
@NullMarked
package app.orchard.shared;

import org.jspecify.annotations.NullMarked;
