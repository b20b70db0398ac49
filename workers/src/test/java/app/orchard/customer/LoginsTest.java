package app.orchard.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.DemoBusinessTest;
import app.orchard.shared.Refusal;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@DemoBusinessTest
@TestPropertySource(properties = "orchard.wati.endpoint=http://127.0.0.1:9")
@Import(LoginsTest.Postbox.class)
class LoginsTest {

    private static final AtomicInteger NUMBERS = new AtomicInteger(100_000);

    @Autowired
    private Logins logins;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Postbox postbox;

    private final Phone phone = Phone.parse("9845%06d".formatted(NUMBERS.incrementAndGet()));
    private final String address = "10.0.0." + NUMBERS.get() % 250;

    @Test
    void letsInWhoeverHasTheCode() {
        logins.requestCode(phone, address);

        Session session = logins.logIn(phone, postbox.last());

        assertThat(logins.whoHas(session.token())).contains(session.customer());
        logins.logOut(session.token());
        assertThat(logins.whoHas(session.token())).isEmpty();
    }

    @Test
    void worksOnce() {
        logins.requestCode(phone, address);
        logins.logIn(phone, postbox.last());

        refused(postbox.last());
    }

    @Test
    void burnsTheCodeAfterFiveTries() {
        logins.requestCode(phone, address);
        for (int n = 0; n < 5; n++) {
            refused(postbox.last().equals("000000") ? "000001" : "000000");
        }

        refused(postbox.last());
    }

    @Test
    void forgetsTheCodeAfterTenMinutes() {
        logins.requestCode(phone, address);
        jdbc.sql("update login_code set expires_at = now() where phone = ?")
                .param(phone.e164())
                .update();

        refused(postbox.last());
    }

    @Test
    void sendsNoSecondCodeAtOnceAndFiveAnHour() {
        logins.requestCode(phone, address);
        tooMany();
        for (int n = 0; n < 4; n++) {
            anHourSeemsToPass("30 seconds");
            logins.requestCode(phone, address);
        }
        anHourSeemsToPass("30 seconds");
        tooMany();
        anHourSeemsToPass("1 hour");
        logins.requestCode(phone, address);
    }

    @Test
    void sendsOnlySoManyCodesForOneAddress() {
        jdbc.sql("""
                insert into login_code (id, phone, code_hash, tries_left, requested_by, created_at, expires_at)
                select gen_random_uuid(), '+9198' || (70000000 + n), 'x', 5, ?, now(), now() from generate_series(1, 60) n""").param(address).update();

        tooMany();

        logins.requestCode(phone, "10.1.2.3");
        assertThat(logins.logIn(phone, postbox.last())).isNotNull();
    }

    /** Who asks learns nothing of who is a customer. */
    @Test
    void answersAlikeForNumbersItKnowsAndOthers() {
        logins.requestCode(phone, address);
        logins.logIn(phone, postbox.last());
        jdbc.sql("delete from login_code where phone = ?").param(phone.e164()).update();
        Phone stranger = Phone.parse("9845%06d".formatted(NUMBERS.incrementAndGet()));

        for (Phone each : List.of(phone, stranger)) {
            assertThatExceptionOfType(Refusal.class)
                    .isThrownBy(() -> logins.logIn(each, "000000"))
                    .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("bad-code"))
                    .withMessage("That code is wrong or no longer valid. Please ask for a new one.");
            logins.requestCode(each, address);
            assertThat(postbox.last()).hasSize(6);
        }
    }

    @Test
    void storesNeitherCodesNorTokens() {
        logins.requestCode(phone, address);
        Session session = logins.logIn(phone, postbox.last());

        assertThat(jdbc.sql("select code_hash from login_code where phone = ?")
                        .param(phone.e164())
                        .query(String.class)
                        .single())
                .doesNotContain(postbox.last());
        assertThat(jdbc.sql("select token_hash from customer_session where customer_id = ?")
                        .param(session.customer().value())
                        .query(String.class)
                        .single())
                .isNotEqualTo(session.token());
    }

    private void refused(String code) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> logins.logIn(phone, code))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("bad-code"));
    }

    private void tooMany() {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(() -> logins.requestCode(phone, address))
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo("too-many-codes"));
    }

    private void anHourSeemsToPass(String interval) {
        jdbc.sql("update login_code set created_at = created_at - cast(? as interval) where phone = ?")
                .params(interval, phone.e164())
                .update();
    }

    static class Postbox {

        private volatile String last = "";

        @EventListener
        void on(LoginCodeIssued issued) {
            last = issued.code();
        }

        String last() {
            return last;
        }
    }
}
