/** The payment gateway Razorpay, through its Java SDK. */
@NullMarked
package app.orchard.payment.razorpay;

import org.jspecify.annotations.NullMarked;
