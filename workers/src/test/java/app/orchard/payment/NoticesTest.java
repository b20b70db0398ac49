package app.orchard.payment;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.customer.Customers;
import app.orchard.customer.Phone;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class NoticesTest extends PaymentScenario {

    @Autowired
    Customers customers;

    @Autowired
    PaymentBooks books;

    @Test
    void tellsTheCustomerOfEachStepOnce() {
        steer("/sandbox/switches", Map.of("webhooksDuplicated", 1));
        OrderId order = placed(PaymentMethod.ONLINE, customer("+919812300001"));
        desk.request(order);
        desk.request(order);
        books.remind(order);
        books.remind(order);
        books.offerRetry(order, 1);
        books.offerRetry(order, 1);
        customerPays(order, "SUCCESS");
        soon(() -> assertThat(view(order).state()).isEqualTo(PaymentState.CAPTURED));
        sendBack(order);
        soon(() -> assertThat(unread()).isZero());
        assertThat(templates(order))
                .containsExactlyInAnyOrder(
                        "PAYMENT_REQUESTED", "PAYMENT_REMINDER", "PAYMENT_FAILED", "PAYMENT_RECEIVED", "REFUNDED");
    }

    @Test
    void remindsNobodyWhoPaid() {
        OrderId order = placed(PaymentMethod.ONLINE, customer("+919812300002"));
        desk.request(order);
        customerPays(order, "SUCCESS");
        soon(() -> assertThat(view(order).state()).isEqualTo(PaymentState.CAPTURED));
        books.remind(order);
        books.offerRetry(order, 1);
        assertThat(templates(order)).containsExactlyInAnyOrder("PAYMENT_REQUESTED", "PAYMENT_RECEIVED");
    }

    @Test
    void tellsTheEngineNothingPersonal() {
        OrderId order = placed(PaymentMethod.ONLINE, customer("+919812300003"));
        desk.request(order);
        customerPays(order, "FAILED_THEN_CAPTURED");
        soon(() -> assertThat(view(order).state()).isEqualTo(PaymentState.CAPTURED));
        List<String> told = jdbc.sql("select command::text || variables::text from outbox where ordering_key = ?")
                .param(order.toString())
                .query(String.class)
                .list();
        assertThat(told).isNotEmpty().noneMatch(text -> text.contains("@") || text.contains("+91"));
    }

    private CustomerId customer(String phone) {
        return customers.withPhone(Phone.parse(phone));
    }

    private List<String> templates(OrderId order) {
        return jdbc.sql("select upper(template) from message where order_id = ?")
                .param(order.value())
                .query(String.class)
                .list();
    }
}
