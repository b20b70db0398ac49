package app.orchard.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OrderStatusTest {

    @Test
    void neverLeavesAnEndExceptWhenPaidLate() {
        for (OrderStatus end : OrderStatus.values()) {
            if (end.isEnd()) {
                Set<OrderStatus> next = EnumSet.noneOf(OrderStatus.class);
                Arrays.stream(OrderStatus.values()).filter(end::canTurnInto).forEach(next::add);
                assertThat(next).isEqualTo(end == OrderStatus.EXPIRED ? Set.of(OrderStatus.PLACED) : Set.of());
            }
        }
    }

    @Test
    void canBeCancelledUntilSomebodyIsOnTheRoad() {
        for (OrderStatus status : OrderStatus.values()) {
            assertThat(status.canTurnInto(OrderStatus.CANCELLED))
                    .as(status.name())
                    .isEqualTo(status.isBeforeDispatch());
        }
    }
}
