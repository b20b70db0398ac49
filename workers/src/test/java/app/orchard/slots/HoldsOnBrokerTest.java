package app.orchard.slots;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import app.orchard.IntegrationTest;
import app.orchard.order.Shopper;
import app.orchard.shared.Business;
import app.orchard.shared.CustomerId;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The process that watches a hold, sooner than the sweeper that stands in for it. */
@IntegrationTest
class HoldsOnBrokerTest {

    private static final Duration BEFORE_THE_SWEEPER = Duration.ofSeconds(25);

    @Autowired
    private Slots slots;

    @Autowired
    private Shopper shopper;

    @Autowired
    private Business business;

    @Autowired
    private JdbcClient jdbc;

    private CustomerId customer;
    private Slot slot;
    private long earlier;

    @BeforeEach
    void aCustomerAndASlot() {
        customer = shopper.newCustomer();
        slot = shopper.ownSlot(2);
        earlier = jdbc.sql("select coalesce(max(key), 0) from process_instance where process = 'slot-reservation'")
                .query(Long.class)
                .single();
    }

    @AfterEach
    void holdForTenMinutesAgain() {
        holdFor(Duration.ofMinutes(10));
    }

    @Test
    void aHoldThatRunsOutIsGivenBackByItsProcess() {
        holdFor(Duration.ofSeconds(3));
        int free = slots.get(slot.id()).free();

        Hold hold = slots.hold(slot.id(), customer, Load.STOP);

        assertThat(slots.get(slot.id()).free()).isEqualTo(free - 1);
        awaitPassed("serviceTask_releaseHold");
        assertThat(state(hold)).isEqualTo("EXPIRED");
        assertThat(slots.get(slot.id()).free()).isEqualTo(free);
    }

    @Test
    void theProcessOfAHoldThatIsBookedEnds() {
        Hold hold = slots.hold(slot.id(), customer, Load.STOP);

        slots.book(hold.id(), customer, Load.STOP);

        awaitPassed("endEvent_placeBooked");
        assertThat(state(hold)).isEqualTo("BOOKED");
    }

    @Test
    void theProcessOfAHoldThatIsGivenBackEnds() {
        Hold hold = slots.hold(slot.id(), customer, Load.STOP);

        slots.release(hold.id(), customer);

        awaitPassed("endEvent_placeGivenBack");
        assertThat(state(hold)).isEqualTo("RELEASED");
    }

    private void awaitPassed(String element) {
        await().atMost(BEFORE_THE_SWEEPER)
                .until(() -> jdbc.sql("""
                                select count(*) from process_instance i
                                join element_position p on p.instance_key = i.key
                                where i.process = 'slot-reservation' and i.key > ? and p.element = ?
                                  and p.state = 'COMPLETED'""")
                                .params(earlier, element)
                                .query(Integer.class)
                                .single()
                        == 1);
    }

    private void holdFor(Duration time) {
        jdbc.sql("update business set hold_seconds = ?").param(time.toSeconds()).update();
        jdbc.sql("notify orchard, 'business'").update();
        await().until(() -> business.settings().holdFor().equals(time));
    }

    private String state(Hold hold) {
        return jdbc.sql("select state from slot_hold where id = ?")
                .param(hold.id().value())
                .query(String.class)
                .single();
    }
}
