/** Coupons: what takes something off the price of goods, for whom, and how often. */
@NullMarked
package app.orchard.promotion;

import org.jspecify.annotations.NullMarked;
