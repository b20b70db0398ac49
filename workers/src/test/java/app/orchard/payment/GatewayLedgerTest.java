package app.orchard.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.sandbox.http.Fault.Kind;
import app.orchard.shared.OrderId;
import app.orchard.shared.Refusal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class GatewayLedgerTest extends PaymentScenario {

    private static final String STATEMENT = "/v1/settlements/recon/combined";

    @Autowired
    private GatewayLedger ledger;

    @BeforeEach
    void nothingReadYet() {
        jdbc.sql("delete from gateway_statement").update();
        jdbc.sql("delete from gateway_ledger").update();
    }

    @Test
    void knowsWhatReachedTheBankAndWhatWasTakenOff() {
        String payment = paid();
        gatewayRefunds(payment, 25_000);
        steer("/sandbox/payouts", Map.of());

        assertThat(ledger.readAll()).isTrue();
        assertThat(ledger.readAll()).isTrue();

        assertThat(rows()).containsExactly("PAYMENT 125000 2950 122050 0", "REFUND 25000 0 0 25000");
    }

    @Test
    void findsNothingBeforeTheGatewayPaysOut() {
        paid();

        assertThat(ledger.readAll()).isTrue();

        assertThat(rows()).isEmpty();
    }

    @Test
    void readsAStatementOfManyPages() {
        for (int i = 0; i < 3; i++) {
            paid();
        }
        steer("/sandbox/payouts", Map.of());

        assertThat(ledger.readAll()).isTrue();

        assertThat(rows()).hasSize(3);
    }

    @Test
    void asksForADayThatIsOverAndReadOnlyOnce() {
        ledger.readAll();
        int first = GATEWAY.journal().of("GET", STATEMENT).size();
        ledger.readAll();

        // Today, and yesterday until some hours after midnight
        assertThat(GATEWAY.journal().of("GET", STATEMENT).size() - first).isBetween(1, 2);
    }

    @Test
    void saysSoWhenTheGatewayIsAwayAndReadsItLater() {
        String payment = paid();
        steer("/sandbox/payouts", Map.of());
        faults(Kind.BAD_GATEWAY, "GET", STATEMENT, 2);

        assertThat(ledger.readAll()).isFalse();
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> ledger.read(founder()))
                .matches(refusal -> refusal.type().equals("gateway-away"));

        ledger.read(founder());
        assertThat(jdbc.sql("select count(*) from gateway_ledger where id = ?")
                        .param(payment)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    private String paid() {
        OrderId order = requested();
        customerPays(order, "SUCCESS");
        desk.check(order);
        return capture(order);
    }

    private List<String> rows() {
        return jdbc.sql("select concat_ws(' ', kind, amount, fee, credit, debit) from gateway_ledger order by kind")
                .query(String.class)
                .list();
    }
}
