package app.orchard.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.DemoBusinessTest;
import app.orchard.payment.Payments;
import app.orchard.shared.Money;
import app.orchard.shared.OrderId;
import app.orchard.staff.StaffAccounts;
import app.orchard.storefront.Guests.Guest;
import app.orchard.storefront.Http.Answer;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@DemoBusinessTest
class RefundApiTest {

    @LocalServerPort
    private int port;

    @Autowired
    private Guests guests;

    @Autowired
    private Payments payments;

    @Autowired
    private StaffAccounts accounts;

    private Guest guest;
    private String order = "";
    private long paid;

    @BeforeEach
    void somebodyOrdersThreePacksAndPays() {
        guest = guests.arrive(port);
        order = guest.place(guest.basket(guests.pack("BANGANAPALLI-1"), 3), "k").text("id");
        paid = guest.http()
                .get("/api/orders/" + order)
                .json()
                .at("/payment/amount/amount")
                .asLong();
        payments.collectCash(
                OrderId.of(order), Money.of(paid), accounts.byLogin("ravi").orElseThrow());
    }

    @Test
    void customersSeeWhatCancellingCostsAndGetWhatTheySaw() {
        Answer cost = guest.http().get(cancellation());
        assertThat(cost.json().path("possible").asBoolean()).isTrue();
        assertThat(cost.json().at("/paid/amount").asLong()).isEqualTo(paid);
        assertThat(cost.json().at("/back/amount").asLong()).isEqualTo(paid);
        assertThat(cost.json().at("/kept/amount").asLong()).isZero();
        assertThat(cost.text("reason")).endsWith(".");

        Answer tooMuch = guest.http().post(cancellation(), Map.of("back", paid + 1));
        assertThat(tooMuch.status()).isEqualTo(409);
        assertThat(tooMuch.type()).isEqualTo("/problems/cost-changed");
        assertThat(guest.http().get("/api/orders/" + order).text("status")).isEqualTo("placed");

        assertThat(guest.http().post(cancellation(), Map.of("back", paid)).text("status"))
                .isEqualTo("cancelled");
        assertThat(guest.http().get(cancellation()).json().path("possible").asBoolean())
                .isFalse();
        assertThat(guests.arrive(port).http().get(cancellation()).status()).isEqualTo(404);
    }

    @Test
    void staffSeeTheAmountAndWhetherTheFounderIsAskedBeforeTheyRefund() {
        Http packer = staff("packer");
        Answer offer = packer.get(refunds());
        assertThat(offer.json().at("/left/amount").asLong()).isEqualTo(paid);
        assertThat(offer.json().at("/lines/0/left").asInt()).isEqualTo(3);

        Map<String, Object> wish = wish(2);
        Answer preview = packer.post(refunds() + "/preview", wish);
        long amount = preview.json().at("/amount/amount").asLong();
        assertThat(amount).isBetween(1L, paid);
        assertThat(preview.json().path("needsApproval").asBoolean()).isEqualTo(amount > 50_000);
        assertThat(packer.get(refunds()).json().path("refunds")).isEmpty();

        assertThat(packer.post(refunds(), wish).status()).isEqualTo(201);
        Answer after = packer.post(refunds(), wish);
        assertThat(after.status()).as("the same wish again").isEqualTo(201);
        assertThat(after.json().path("refunds")).hasSize(1);
        assertThat(after.json().at("/lines/0/left").asInt()).isEqualTo(1);
        assertThat(after.json().at("/left/amount").asLong()).isEqualTo(paid - amount);

        Answer tooMany = packer.post(refunds(), wish(2));
        assertThat(tooMany.status()).isEqualTo(409);
        assertThat(tooMany.type()).isEqualTo("/problems/refund-too-large");
        assertThat(tooMany.text("detail")).startsWith("Only 1 × ");
    }

    @Test
    void driversRefundNothing() {
        assertThat(staff("ravi").post(refunds(), wish(1)).status()).isEqualTo(403);
        assertThat(staff("ravi").get(refunds()).status()).isEqualTo(403);
    }

    private static Map<String, Object> wish(int packs) {
        return Map.of(
                "id",
                UUID.randomUUID(),
                "lines",
                List.of(Map.of("line", 0, "packs", packs)),
                "fee",
                false,
                "goodwill",
                0,
                "reason",
                "complaint",
                "note",
                "Two boxes were soft");
    }

    private String cancellation() {
        return "/api/orders/" + order + "/cancellation";
    }

    private String refunds() {
        return "/api/staff/orders/" + order + "/refunds";
    }

    private Http staff(String login) {
        return new Http(port).basic(login, "orchard");
    }
}
