package app.orchard.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.DemoBusinessTest;
import app.orchard.shared.OrderId;
import app.orchard.slots.Slot;
import app.orchard.staff.Staff;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoBusinessTest
class PayingAtTheDoorTest {

    @Autowired
    private Road road;

    @Autowired
    private PayingAtTheDoor paying;

    @Autowired
    private Tours tours;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void isAskedForByItsDriverWhileItIsOnTheWayAndNotPaid() {
        Slot slot = road.slot();
        Staff driver = road.hire();
        OrderId order = road.packed(slot);
        var tour = road.approved(slot, driver);
        assertThat(Road.typeOf(() -> paying.ask(order, driver))).isEqualTo("not-on-the-way");
        tours.start(tour, driver);

        assertThat(Road.typeOf(() -> paying.ask(order, road.hire()))).isEqualTo("forbidden");
        jdbc.sql("update payment set state = 'CAPTURED', captured = amount where order_id = ?")
                .param(order.value())
                .update();

        assertThat(Road.typeOf(() -> paying.ask(order, driver))).isEqualTo("nothing-to-collect");
    }
}
