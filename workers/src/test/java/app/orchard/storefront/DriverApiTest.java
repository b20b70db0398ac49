package app.orchard.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.DemoBusinessTest;
import app.orchard.shared.TimeOrderedId;
import app.orchard.staff.Role;
import app.orchard.staff.Staff;
import app.orchard.staff.StaffAccounts;
import app.orchard.storefront.Http.Answer;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@DemoBusinessTest
class DriverApiTest {

    private static final AtomicLong PHONES = new AtomicLong(7_000_000_000L + System.nanoTime() % 900_000_000L);
    private static final String CODE = "271828";

    @LocalServerPort
    private int port;

    @Autowired
    private StaffAccounts accounts;

    @Autowired
    private PasswordEncoder hashes;

    @Autowired
    private JdbcClient jdbc;

    private Http anybody;

    @BeforeEach
    void connect() {
        anybody = new Http(port);
    }

    @Test
    void knowsADriverByTheCookieOfTheirPhoneBesideAHeader() {
        Staff driver = hired(EnumSet.of(Role.DRIVER));
        Answer answer = logIn(driver.phone());

        assertThat(answer.status()).isEqualTo(204);
        String cookie = answer.response().headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/api/staff", "Max-Age=51");
        Http phone = phone(answer);
        assertThat(phone.get("/api/staff/me").text("login")).isEqualTo(driver.login());
        assertThat(phone.get("/api/staff/tours").status()).isEqualTo(200);
        assertThat(phone.get("/api/staff/stops").status()).isEqualTo(200);

        Http forged = anybody.with("Cookie", cookie.split(";")[0]);
        assertThat(forged.get("/api/staff/me").status()).isEqualTo(401);
        assertThat(forged.delete("/api/staff/session").status()).isEqualTo(401);
        assertThat(phone.get("/api/staff/me").status()).isEqualTo(200);
        assertThat(jdbc.sql("select count(*) from staff_session where token_hash = ?")
                        .param(cookie.replaceAll("^[^=]*=|;.*", ""))
                        .query(Integer.class)
                        .single())
                .as("kept as it is")
                .isZero();
    }

    @Test
    void asksForNoPasswordWhoComesWithoutAToken() {
        Answer answer = anybody.with("X-Orchard-Driver", "phone").get("/api/staff/me");

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.type()).isEqualTo("/problems/log-in-first");
        assertThat(answer.response().headers().firstValue("WWW-Authenticate")).isEmpty();
    }

    @Test
    void isADriverOnThePhoneWhateverElseTheyAre() {
        Staff both = hired(EnumSet.of(Role.DRIVER, Role.FOUNDER));
        Http phone = phone(logIn(both.phone()));

        assertThat(phone.get("/api/staff/me").json().path("roles").toString()).isEqualTo("[\"driver\"]");
        assertThat(phone.get("/api/staff/orders").status()).isEqualTo(403);
        assertThat(phone.delete("/api/staff/drivers/ravi/sessions").status()).isEqualTo(403);
    }

    @Test
    void letsNobodyInWithoutTheCodeOrWhoDoesNotDrive() {
        Staff driver = hired(EnumSet.of(Role.DRIVER));
        Staff packer = hired(EnumSet.of(Role.PACKER));
        send(driver.phone());

        assertThat(login(driver.phone(), "000000").type()).isEqualTo("/problems/bad-code");
        assertThat(logIn(packer.phone()).status()).isEqualTo(403);
        assertThat(logIn("+91" + PHONES.incrementAndGet()).status()).isEqualTo(403);
        Answer right = login(driver.phone(), CODE);
        assertThat(right.status()).isEqualTo(204);
        assertThat(login(driver.phone(), CODE).type()).as("used up").isEqualTo("/problems/bad-code");
    }

    @Test
    void forgetsAPhone() {
        Staff driver = hired(EnumSet.of(Role.DRIVER));
        Http lost = phone(logIn(driver.phone()));
        Http kept = phone(logIn(driver.phone()));
        Http left = phone(logIn(driver.phone()));

        assertThat(kept.delete("/api/staff/session").status()).isEqualTo(204);
        assertThat(kept.get("/api/staff/me").status()).isEqualTo(401);
        assertThat(lost.get("/api/staff/me").status()).isEqualTo(200);
        Http founder = anybody.basic("founder", "orchard");
        assertThat(founder.delete("/api/staff/drivers/" + driver.login() + "/sessions")
                        .status())
                .isEqualTo(204);
        assertThat(lost.get("/api/staff/me").status()).isEqualTo(401);
        assertThat(left.get("/api/staff/me").status()).isEqualTo(401);

        Http next = phone(logIn(driver.phone()));
        jdbc.sql("update staff_account set active = false where id = ?")
                .param(driver.id())
                .update();
        assertThat(next.get("/api/staff/me").status()).isEqualTo(401);
    }

    @Test
    void takesPicturesThatAreLargerThanOtherRequests() {
        Http driver = anybody.basic("ravi", "orchard")
                .with("Content-Type", "image/jpeg")
                .with("Idempotency-Key", UUID.randomUUID().toString());
        String path = "/api/staff/stops/" + UUID.randomUUID() + "/evidence?kind=PHOTO";

        assertThat(driver.send("POST", path, "x".repeat(200_000)).type()).isEqualTo("/problems/not-on-the-way");
        assertThat(driver.send("POST", path, "x".repeat(2_200_000)).type()).isEqualTo("/problems/too-large");
        assertThat(driver.with("Content-Type", "text/html")
                        .send("POST", path, "<p>")
                        .status())
                .isEqualTo(415);
        assertThat(driver.send("POST", "/api/staff/stops/evidence", "x".repeat(200_000))
                        .type())
                .isEqualTo("/problems/too-large");
    }

    @Test
    void keepsEveryPartOfThePageOnThePhone() {
        assertThat(anybody.get("/driver").response().headers().firstValue("Location"))
                .hasValueSatisfying(where -> assertThat(where).endsWith("/driver/"));
        Answer page = anybody.get("/driver/");
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.response().body()).contains("data-undo-seconds=\"60\"", "I am here");
        assertThat(page.response().headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'self'"));

        String worker = anybody.get("/driver/sw.js").response().body();
        Set<String> files = Pattern.compile("\"(/[^\"]*)\"")
                .matcher(worker.lines().skip(1).findFirst().orElseThrow())
                .results()
                .map(found -> found.group(1))
                .collect(java.util.stream.Collectors.toSet());
        assertThat(files).contains("/driver/", "/driver/app.js", "/driver/driver.css");
        assertThat(files)
                .allSatisfy(
                        file -> assertThat(anybody.get(file).status()).as(file).isEqualTo(200));
        assertThat(anybody.get("/driver/app.js").response().headers().firstValue("Cache-Control"))
                .hasValue("no-cache");
    }

    private Staff hired(Set<Role> roles) {
        return accounts.create(
                "phone-" + TimeOrderedId.next(),
                "Somebody",
                "+91" + PHONES.incrementAndGet(),
                "orchard-orchard",
                roles);
    }

    private Answer logIn(String phone) {
        send(phone);
        return login(phone, CODE);
    }

    private Answer login(String phone, String code) {
        return anybody.post("/api/login/driver", Map.of("phone", phone, "code", code));
    }

    /** As if a code had arrived. */
    private void send(String phone) {
        jdbc.sql("""
                insert into login_code (id, phone, code_hash, tries_left, requested_by, created_at, expires_at)
                values (?, ?, ?, 5, 'test', ?, ?)""")
                .params(TimeOrderedId.next(), phone, hashes.encode(CODE))
                .params(
                        Timestamp.from(Instant.now()),
                        Timestamp.from(Instant.now().plusSeconds(300)))
                .update();
    }

    private Http phone(Answer answer) {
        String cookie = answer.response().headers().firstValue("Set-Cookie").orElseThrow();
        return anybody.with("Cookie", cookie.split(";")[0]).with("X-Orchard-Driver", "phone");
    }
}
