package app.orchard.invoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.DemoBusinessTest;
import app.orchard.customer.Customers;
import app.orchard.customer.Phone;
import app.orchard.order.Cancellations;
import app.orchard.order.OrderSteps;
import app.orchard.order.OrderView;
import app.orchard.order.Orders;
import app.orchard.order.Shopper;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoBusinessTest
class InvoicesTest {

    @Autowired
    private Invoices invoices;

    @Autowired
    private Letterheads letterheads;

    @Autowired
    private Shopper shopper;

    @Autowired
    private Orders orders;

    @Autowired
    private OrderSteps steps;

    @Autowired
    private Cancellations cancellations;

    @Autowired
    private Customers customers;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void printsThePricesAndTaxesOfTheDayOfTheOrder() throws IOException {
        OrderId id = shopper.order("SOURDOUGH-1", 2, PaymentMethod.CASH);
        steps.confirm(id);
        OrderView order = orders.get(id);
        customers.rename(customer(id), "Asha Rao");

        String paper = text(invoices.pdf(id, customer(id)));

        assertThat(paper)
                .contains("Invoice " + order.number(), "Country sourdough", "Asha Rao", "Flat 101")
                .contains("Rs. 220.00", "Rs. 20.95", "Rs. 440.00", "Rs. 40.00", "Rs. 480.00")
                .doesNotContain("Paid");
    }

    @Test
    void isNotThereBeforeConfirmationNorWithoutMoneyNorForOthers() {
        OrderId id = shopper.order("TOTAPURI-1", 1, PaymentMethod.CASH);
        assertRefused("no-invoice", id, customer(id));
        cancellations.byCustomer(id, customer(id));
        assertRefused("no-invoice", id, customer(id));

        OrderId confirmed = shopper.order("TOTAPURI-1", 1, PaymentMethod.CASH);
        steps.confirm(confirmed);
        assertRefused("not-found", confirmed, customers.withPhone(new Phone("+919700000002")));
        assertThat(new String(invoices.pdf(confirmed, customer(confirmed)), 0, 5, StandardCharsets.ISO_8859_1))
                .isEqualTo("%PDF-");
    }

    @Test
    void saysHowTheMoneyReallyCame() throws IOException {
        OrderId id = shopper.order("TOTAPURI-1", 1, PaymentMethod.CASH);
        steps.confirm(id);
        jdbc.sql("update payment set state = 'CAPTURED', captured = amount where order_id = ?")
                .param(id.value())
                .update();
        jdbc.sql("""
                insert into payment_capture (id, order_id, method, amount, through_gateway, late, captured_at)
                select 'pay_' || order_id, order_id, 'upi', amount, true, false, now() from payment where order_id = ?""").param(id.value()).update();

        assertThat(text(invoices.pdf(id, customer(id)))).contains("Paid online").doesNotContain("cash");
    }

    @Test
    void carriesTheLetterheadThatAFounderWrote() throws IOException {
        Staff founder = new Staff(UUID.randomUUID(), "founder", "Asha", "", Set.of(Role.FOUNDER));
        Staff packer = new Staff(UUID.randomUUID(), "packer", "Ravi", "", Set.of(Role.PACKER));
        Letterhead before = letterheads.now();
        OrderId id = shopper.order("TOTAPURI-1", 1, PaymentMethod.CASH);
        steps.confirm(id);
        try {
            letterheads.change(
                    new Letterhead("Mango House", "080 4567 8900", "4 Lake Road, 560024", "29ABCDE1234F1Z5"), founder);
            assertThat(text(invoices.pdf(id, customer(id))))
                    .contains("Mango House", "4 Lake Road, 560024 · 080 4567 8900 · GSTIN 29ABCDE1234F1Z5");
        } finally {
            letterheads.change(before, founder);
        }
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> letterheads.change(new Letterhead("M", "", "", "29ABC"), founder))
                .extracting(Refusal::type)
                .isEqualTo("bad-gst-number");
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> letterheads.change(before, packer))
                .extracting(Refusal::type)
                .isEqualTo("forbidden");
    }

    private void assertRefused(String type, OrderId order, CustomerId by) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> invoices.pdf(order, by))
                .extracting(Refusal::type)
                .isEqualTo(type);
    }

    private CustomerId customer(OrderId id) {
        return Objects.requireNonNull(orders.get(id).customer());
    }

    private static String text(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            return new PdfTextExtractor(reader).getTextFromPage(1);
        }
    }
}
