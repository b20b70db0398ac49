package app.orchard.insight;

import app.orchard.order.Channel;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.Money;

/**
 * What was ordered through one channel, to be paid in one way, but for what was cancelled or never paid.
 *
 * @param before the same until this time of the day, a week earlier
 */
public record Takings(Channel channel, PaymentMethod method, Sum today, Sum before) {

    /** Orders, and what they come to with tax and fee. */
    public record Sum(int orders, Money money) {

        public static final Sum NOTHING = new Sum(0, Money.ZERO);

        public Sum plus(Sum other) {
            return new Sum(orders + other.orders, money.plus(other.money));
        }
    }
}
