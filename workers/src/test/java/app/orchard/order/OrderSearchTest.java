package app.orchard.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.DemoBusinessTest;
import app.orchard.payment.PaymentMethod;
import app.orchard.shared.Business;
import app.orchard.shared.CustomerId;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DemoBusinessTest
class OrderSearchTest {

    private static final Staff PACKER =
            new Staff(UUID.randomUUID(), "packer", "Pradeep", "+919845000002", Set.of(Role.PACKER));

    @Autowired
    private Shopper shopper;

    @Autowired
    private Orders orders;

    @Autowired
    private SavedViews views;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Business business;

    @Autowired
    private Clock clock;

    @Test
    void findsAnOrderByNumberNamePhoneAndWordsOfAddressAndNote() {
        OrderView order = order("ALPHONSO-1", PaymentMethod.CASH);
        CustomerId customer = customer(order);
        jdbc.sql("update customer set name = 'Zeenat Quraishi' where id = ?")
                .param(customer.value())
                .update();
        jdbc.sql("update sales_order set note = 'Beside the xylophone shop' where id = ?")
                .param(order.id().value())
                .update();
        String phone = jdbc.sql("select phone from customer where id = ?")
                .param(customer.value())
                .query(String.class)
                .single();

        for (String text : List.of(
                order.number(),
                order.number().substring(2),
                "zeen",
                "Quraishi Zeenat",
                phone,
                phone.substring(5),
                "xyloph")) {
            assertThat(found(OrderFilter.ALL.withText(text))).as(text).contains(order.id());
        }
        for (String text : List.of("eenat", "Zeenat nobody", "'; drop table quote; --", "&|!:*", "99999999999999999")) {
            assertThat(found(OrderFilter.ALL.withText(text))).as(text).isEmpty();
        }
    }

    @Test
    void findsWordsThatArePutTogetherWithSigns() {
        OrderView order = order("ALPHONSO-1", PaymentMethod.CASH);
        jdbc.sql("""
                update sales_order set address_line = 'B-1204, A/204, St.Marks Road, flat@5', note = 'हिन्दी स्कूल के पास'
                where id = ?""").param(order.id().value()).update();

        for (String text :
                List.of("B-1204", "A/204", "St.Marks", "st marks", "1204", "हिन्दी", "स्कूल पास", "flat@5")) {
            assertThat(found(OrderFilter.ALL.withText(text))).as(text).contains(order.id());
        }
        assertThat(found(OrderFilter.ALL.withText("B-1205"))).doesNotContain(order.id());
    }

    @Test
    void filtersByWhatWasBoughtHowItIsPaidWhoBoughtItAndWhen() {
        OrderView order = order("TOTAPURI-1", PaymentMethod.ONLINE);
        UUID totapuri = product("TOTAPURI-1");
        LocalDate today = business.dayOf(clock.instant());

        assertThat(found(filter(PaymentMethod.ONLINE, totapuri, customer(order), today)))
                .containsExactly(order.id());
        assertThat(found(filter(PaymentMethod.CASH, totapuri, customer(order), today)))
                .isEmpty();
        assertThat(found(filter(PaymentMethod.ONLINE, product("ALPHONSO-1"), customer(order), today)))
                .isEmpty();
        assertThat(found(filter(PaymentMethod.ONLINE, totapuri, customer(order), today.minusDays(1))))
                .isEmpty();
        assertThat(orders.count(filter(PaymentMethod.ONLINE, totapuri, customer(order), today), 10, PACKER))
                .isEqualTo(1);
    }

    @Test
    void givesASheetToFoundersOnly() {
        OrderView order = order("TOTAPURI-1", PaymentMethod.CASH);
        jdbc.sql("update customer set name = '=1+1' where id = ?")
                .param(customer(order).value())
                .update();
        OrderFilter only = filter(PaymentMethod.CASH, product("TOTAPURI-1"), customer(order), null);
        Staff founder = new Staff(UUID.randomUUID(), "asha", "Asha", "+919845000001", Set.of(Role.FOUNDER));

        assertThat(orders.csv(only, founder))
                .startsWith("number,placed_at,")
                .contains(order.number() + ",")
                .contains("'=1+1")
                .hasLineCount(2);
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> orders.csv(only, PACKER));
    }

    @Test
    void keepsViewsForWhomTheyBelongTo() {
        Staff packer = staff("packer");
        Staff founder = staff("founder");
        views.save("Cash", "payment=CASH", packer);
        views.save("Cash", "payment=CASH&zone=north", packer);

        assertThat(views.of(packer)).extracting(SavedView::address).containsExactly("payment=CASH&zone=north");
        assertThat(views.of(founder)).isEmpty();
        UUID id = views.of(packer).getFirst().id();
        views.forget(id, founder);
        assertThat(views.of(packer)).hasSize(1);
        views.forget(id, packer);
        assertThat(views.of(packer)).isEmpty();
        assertThatExceptionOfType(Refusal.class).isThrownBy(() -> views.save(" ", "", packer));
    }

    private Staff staff(String login) {
        return accounts.byLogin(login).orElseThrow();
    }

    private static OrderFilter filter(
            PaymentMethod method, UUID product, CustomerId customer, @Nullable LocalDate day) {
        return new OrderFilter(Set.of(), null, null, null, Channel.ONLINE, method, product, customer.value(), day, "");
    }

    private OrderView order(String sku, PaymentMethod method) {
        return orders.get(shopper.order(sku, 1, method));
    }

    private static CustomerId customer(OrderView order) {
        CustomerId customer = order.customer();
        if (customer == null) {
            throw new AssertionError("No customer");
        }
        return customer;
    }

    private UUID product(String sku) {
        return jdbc.sql("select product_id from variant where sku = ?")
                .param(sku)
                .query(UUID.class)
                .single();
    }

    private List<OrderId> found(OrderFilter filter) {
        return orders.page(filter, 0, 50, PACKER).stream().map(OrderRow::id).toList();
    }
}
