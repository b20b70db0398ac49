/** The order system of a small business that sells perishable food. */
@NullMarked
package app.orchard;

import org.jspecify.annotations.NullMarked;
