package app.orchard.demo;

import java.util.Optional;

/**
 * One order of a story, and how it should end.
 *
 * @param customer null at the stall
 * @param price what it must cost, in paise, worked out from the price list and the quote
 * @param fee the part of it that is for the delivery, in paise
 */
record Act(
        String story,
        Purchase order,
        Shop.Wish wish,
        String location,
        long price,
        long fee,
        Ending ending,
        Optional<String> phone) {

    Act ending(Ending other) {
        return new Act(story, order, wish, location, price, fee, other, phone);
    }

    boolean isThere() {
        return order.status().equals(ending.status) && order.captured() == captured() && order.refunded() == refunded();
    }

    long captured() {
        return ending.paid ? price : 0;
    }

    long refunded() {
        return switch (ending.sentBack) {
            case NOTHING -> 0;
            case GOODS -> price - fee;
            case ALL -> price;
        };
    }

    /** Why it is not as it should be; empty when it is. */
    String complaint() {
        if (order.total() != price) {
            return "it costs " + Rupees.of(order.total()) + " instead of " + Rupees.of(price);
        }
        if (!order.status().equals(ending.status)) {
            return "it is " + order.status() + " instead of " + ending.status;
        }
        if (order.captured() != captured()) {
            return Rupees.of(order.captured()) + " came in instead of " + Rupees.of(captured());
        }
        if (order.refunded() != refunded()) {
            return Rupees.of(order.refunded()) + " went back instead of " + Rupees.of(refunded());
        }
        return "";
    }
}
