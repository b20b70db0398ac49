package app.orchard.console.orders;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.order.Channel;
import app.orchard.order.OrderStatus;
import app.orchard.order.OrderView;
import app.orchard.order.Totals;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import com.vaadin.flow.component.button.Button;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BulkDialogTest {

    @Test
    void goesOnWhenOneOrderFailsUnexpectedly() {
        List<String> done = new ArrayList<>();
        BulkDialog dialog = new BulkDialog(
                "Cancel orders",
                "They are cancelled.",
                List.of(),
                List.of(order("M-1"), order("M-2"), order("M-3")),
                order -> true,
                order -> {
                    if (order.number().equals("M-2")) {
                        throw new IllegalStateException("somebody else has it");
                    }
                    done.add(order.number());
                });
        dialog.getFooter()
                .getElement()
                .getChildren()
                .flatMap(each -> each.getComponent().stream())
                .filter(each -> each.hasClassName("confirm"))
                .forEach(each -> ((Button) each).click());
        assertThat(done).containsExactly("M-1", "M-3");
    }

    private static OrderView order(String number) {
        return new OrderView(
                new OrderId(UUID.randomUUID()),
                number,
                Channel.ONLINE,
                null,
                OrderStatus.PREPARING,
                false,
                PaymentMethod.CASH,
                List.of(),
                new Totals(Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO, Money.ZERO),
                "",
                "",
                "Lake View",
                "north",
                null,
                null,
                "",
                Instant.EPOCH);
    }
}
