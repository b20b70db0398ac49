package app.orchard.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import app.orchard.DemoBusinessTest;
import app.orchard.shared.Refusal;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Transactional;

@DemoBusinessTest
class StaffDeskTest {

    private static final Staff PACKER = new Staff(UUID.randomUUID(), "packer", "Ravi", "", Set.of(Role.PACKER));

    @Autowired
    private StaffDesk desk;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private StaffSessions sessions;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Clock clock;

    private final String login = "d" + UUID.randomUUID().toString().substring(0, 8);
    private final String phone = "+9170" + ThreadLocalRandom.current().nextInt(10_000_000, 99_999_999);

    @Test
    void addsSomebodyWhoLogsInWithThePasswordThatWasShown() {
        String password = desk.add(login, " Meena ", phone, Set.of(Role.DRIVER, Role.PACKER), founder());

        Staff meena = accounts.authenticate(login, password);
        assertThat(meena.name()).isEqualTo("Meena");
        assertThat(meena.roles()).containsExactlyInAnyOrder(Role.DRIVER, Role.PACKER);
        assertThat(password).matches("[a-z2-9]{4}-[a-z2-9]{4}-[a-z2-9]{4}");
    }

    @Test
    void logsOutEverywhereWhoIsSwitchedOff() {
        desk.add(login, "Meena", phone, Set.of(Role.DRIVER), founder());
        Instant loggedIn = clock.instant();
        StaffSession session = sessions.open(phone);
        UUID meena = session.staff().id();
        assertThat(member(meena).phones()).isEqualTo(1);
        assertThat(accounts.loggedInSince(login, loggedIn)).isPresent();

        desk.switchOff(meena, founder());

        assertThat(accounts.loggedInSince(login, loggedIn)).isEmpty();
        assertThat(sessions.whoHas(session.token())).isEmpty();
        refused("forbidden", () -> sessions.open(phone));

        desk.switchOn(meena, founder());
        assertThat(accounts.loggedInSince(login, loggedIn)).isEmpty();
        assertThat(sessions.whoHas(session.token())).isEmpty();
        assertThat(accounts.loggedInSince(login, clock.instant())).isPresent();
    }

    @Test
    void aNewPasswordEndsWhatTheOldOneBegan() {
        String old = desk.add(login, "Meena", phone, Set.of(Role.PACKER), founder());
        UUID meena = accounts.authenticate(login, old).id();
        Instant loggedIn = clock.instant();

        String fresh = desk.resetPassword(meena, founder());

        refused("bad-login", () -> accounts.authenticate(login, old));
        assertThat(accounts.loggedInSince(login, loggedIn)).isEmpty();
        assertThat(accounts.authenticate(login, fresh).id()).isEqualTo(meena);
    }

    @Test
    void logsOutWhoseRolesChangeButNotWhoseNameDoes() {
        String password = desk.add(login, "Meena", phone, Set.of(Role.PACKER), founder());
        UUID meena = accounts.authenticate(login, password).id();
        Instant loggedIn = clock.instant();

        desk.change(meena, "Meena K", phone, Set.of(Role.PACKER), founder());
        assertThat(accounts.loggedInSince(login, loggedIn)).isPresent();

        desk.change(meena, "Meena K", phone, Set.of(Role.STALL), founder());
        assertThat(accounts.loggedInSince(login, loggedIn)).isEmpty();
    }

    @Test
    void takesThePhonesOfADriverAwayAndNothingElse() {
        desk.add(login, "Meena", phone, Set.of(Role.DRIVER), founder());
        Instant loggedIn = clock.instant();
        StaffSession session = sessions.open(phone);

        desk.logOutPhones(session.staff().id(), founder());

        assertThat(sessions.whoHas(session.token())).isEmpty();
        assertThat(accounts.loggedInSince(login, loggedIn)).isPresent();
    }

    @Test
    @Transactional
    void thereIsAlwaysAFounder() {
        jdbc.sql("delete from staff_role where role = 'FOUNDER' and staff_id <> ?")
                .param(founder().id())
                .update();
        Staff last = founder();

        refused("last-founder", () -> desk.switchOff(last.id(), last));
        refused(
                "last-founder",
                () -> desk.change(last.id(), last.name(), last.phone().replace(" ", ""), Set.of(Role.PACKER), last));

        desk.add(login, "Meena", phone, Set.of(Role.FOUNDER), last);
        desk.switchOff(last.id(), last);
        assertThat(accounts.byLogin(last.login())).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        desk.add(login, "Meena", phone, Set.of(Role.DRIVER), founder());

        refused("login-taken", () -> desk.add(login, "Meena", "+919800000001", Set.of(Role.PACKER), founder()));
        refused("phone-taken", () -> desk.add(login + "x", "Ravi", phone, Set.of(Role.DRIVER), founder()));
        refused("bad-login-name", () -> desk.add("Meena K", "Meena", phone, Set.of(Role.PACKER), founder()));
        refused("bad-phone", () -> desk.add(login + "x", "Meena", "12", Set.of(Role.PACKER), founder()));
        refused("bad-name", () -> desk.add(login + "x", " ", phone, Set.of(Role.PACKER), founder()));
        refused("no-role", () -> desk.add(login + "x", "Meena", phone, Set.of(), founder()));
        refused("forbidden", () -> desk.all(PACKER));
    }

    @Test
    void leavesATraceWithoutPhoneNameOrPassword() {
        desk.add(login, "Meena Kulkarni", phone, Set.of(Role.DRIVER), founder());
        UUID meena = accounts.byLogin(login).orElseThrow().id();
        desk.change(meena, "Meena Kulkarni", phone, Set.of(Role.PACKER), founder());

        assertThat(jdbc.sql("select subject || ' ' || coalesce(before::text, '') || coalesce(after::text, '')"
                                + " from audit_entry where row_key = ? order by id")
                        .param(meena.toString())
                        .query(String.class)
                        .list())
                .noneMatch(entry -> entry.contains("Kulkarni") || entry.contains(phone) || entry.contains("hash"))
                .anyMatch(entry -> entry.contains("staff_role") && entry.contains("PACKER"));
    }

    private Staff founder() {
        return accounts.byLogin("founder").orElseThrow();
    }

    private StaffMember member(UUID id) {
        return desk.all(founder()).stream()
                .filter(one -> one.staff().id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private static void refused(String type, ThrowingCallable act) {
        assertThatExceptionOfType(Refusal.class)
                .isThrownBy(act)
                .satisfies(refusal -> assertThat(refusal.type()).isEqualTo(type));
    }
}
