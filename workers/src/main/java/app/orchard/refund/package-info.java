/** Why, how much and by whose word money goes back to a customer. */
@NullMarked
package app.orchard.refund;

import org.jspecify.annotations.NullMarked;
