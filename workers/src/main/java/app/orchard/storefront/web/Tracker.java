package app.orchard.storefront.web;

import app.orchard.order.OrderStatus;
import app.orchard.order.OrderView;
import app.orchard.order.TimelineEntry;
import app.orchard.payment.PaymentMethod;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * How far an order has come, as customers follow it.
 *
 * @param headline key of the sentence above the steps
 */
record Tracker(String headline, List<Step> steps) {

    private static final List<String> PREPAID =
            List.of("placed", "paid", "preparing", "packed", "dispatched", "delivered");
    private static final List<String> CASH =
            List.of("placed", "confirmed", "preparing", "packed", "dispatched", "delivered");

    enum State {
        DONE,
        NOW,
        NEXT
    }

    /** @param at when it was reached, null before */
    record Step(String name, State state, @Nullable Instant at) {}

    static Tracker of(OrderView order, boolean isPaid, List<TimelineEntry> timeline) {
        List<String> names = order.paymentMethod() == PaymentMethod.ONLINE ? PREPAID : CASH;
        int reached = reached(order.status(), isPaid);
        List<Step> steps = reached < 0
                ? List.of()
                : IntStream.range(0, names.size())
                        .mapToObj(n -> step(names.get(n), n, reached, timeline))
                        .toList();
        return new Tracker(headline(order, isPaid), steps);
    }

    private static Step step(String name, int n, int reached, List<TimelineEntry> timeline) {
        boolean isLast = n == PREPAID.size() - 1;
        State state = n < reached || (isLast && n == reached) ? State.DONE : n == reached ? State.NOW : State.NEXT;
        return new Step(name, state, state == State.NEXT ? null : lastOf(name, timeline));
    }

    /** @return the number of the step, negative when the order ended on another way */
    private static int reached(OrderStatus status, boolean isPaid) {
        return switch (status) {
            case PLACED -> isPaid ? 1 : 0;
            case CONFIRMED -> 1;
            case PREPARING -> 2;
            case READY -> 3;
            case OUT_FOR_DELIVERY, ATTEMPT_FAILED -> 4;
            case DELIVERED -> 5;
            case RETURNED, CANCELLED, EXPIRED -> -1;
        };
    }

    private static String headline(OrderView order, boolean isPaid) {
        boolean waitsForMoney =
                order.status() == OrderStatus.PLACED && order.paymentMethod() == PaymentMethod.ONLINE && !isPaid;
        return waitsForMoney ? "status.UNPAID" : "status." + order.status();
    }

    private static @Nullable Instant lastOf(String kind, List<TimelineEntry> timeline) {
        return timeline.stream()
                .filter(entry -> entry.kind().equals(kind))
                .reduce((first, second) -> second)
                .map(TimelineEntry::at)
                .orElse(null);
    }
}
