/** A payment gateway that speaks Razorpay's wire format, with a checkout page for people. */
@NullMarked
package app.orchard.sandbox.razorpay;

import org.jspecify.annotations.NullMarked;
