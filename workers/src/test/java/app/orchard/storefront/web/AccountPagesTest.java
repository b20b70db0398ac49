package app.orchard.storefront.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What a customer has here, and nobody else sees. */
class AccountPagesTest extends PagesTest {

    @Test
    void isOnlyForWhoIsLoggedIn() {
        for (String page : List.of("/account", "/account/data", "/account/delete", "/account/addresses/new")) {
            browser.open(page);
            assertThat(browser.path()).as(page).isEqualTo("/login");
        }
    }

    @Test
    void addsChangesAndRemovesAddresses() {
        arrive();
        String lakeview = browser.open("/account/addresses/new").body();
        assertThat(lakeview).contains("Lakeview Residency");
        String apartment = browser.first("<option value=\"([0-9a-f-]{36})\"");
        HttpResponse<String> wrong = browser.submit(
                "/account/addresses/new", Map.of("apartment", "", "street", "", "flat", "7", "tower", "<b>"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("Please choose your apartment complex", "value=\"7\"", "value=\"&lt;b&gt;\"");

        browser.submit("/account/addresses/new", Map.of("apartment", apartment, "tower", "B", "flat", "7"));
        assertThat(browser.path()).isEqualTo("/account");
        assertThat(browser.html()).contains("Flat 7, Tower B, Lakeview Residency");

        String change = browser.first("href=\"(/account/addresses/[0-9a-f-]{36})\"");
        assertThat(browser.open(change).body()).contains("value=\"7\"", "value=\"B\"");
        browser.submit(change, Map.of("apartment", apartment, "tower", "B", "flat", "8", "hint", "Ring"));
        assertThat(browser.html()).contains("Flat 8, Tower B").doesNotContain("Flat 7");

        browser.submit(browser.first("action=\"(/account/addresses/[0-9a-f-]{36}/delete)\""), Map.of());
        assertThat(browser.html()).contains("No address yet.").doesNotContain("Flat 8");
    }

    @Test
    void showsAndChangesNobodyElsesAddress() {
        arrive();
        browser.open("/account/addresses/new");
        String apartment = browser.first("<option value=\"([0-9a-f-]{36})\"");
        browser.submit("/account/addresses/new", Map.of("apartment", apartment, "flat", "4711"));
        String mine = browser.first("href=\"(/account/addresses/[0-9a-f-]{36})\"");

        PlainBrowser stranger = new PlainBrowser(port);
        stranger.open("/login");
        logIn(stranger, "/login");
        stranger.open("/account/addresses/new");
        Map<String, String> typed = new java.util.TreeMap<>(stranger.hiddenFields("/account/addresses/new"));
        typed.putAll(Map.of("apartment", apartment, "flat", "1"));
        assertThat(stranger.open(mine).statusCode()).isEqualTo(404);
        assertThat(stranger.post(mine, typed).statusCode()).isEqualTo(404);
        assertThat(stranger.post(mine + "/delete", typed).statusCode()).isEqualTo(404);
        assertThat(stranger.open("/account").body()).doesNotContain("4711");

        assertThat(browser.open("/account").body()).contains("Flat 4711");
    }

    @Test
    void keepsNameAndConsents() {
        String phone = arrive();
        browser.open("/account");
        HttpResponse<String> wrong = browser.submit("/account/name", Map.of("name", "x".repeat(81)));
        assertThat(wrong.statusCode()).isEqualTo(400);
        assertThat(wrong.body()).contains("at most 80 characters", "x".repeat(81));
        browser.submit("/account/name", Map.of("name", "Asha Rao"));
        browser.submit("/account/consents", Map.of("feedback", "true"));
        assertThat(browser.html()).contains("value=\"Asha Rao\"", "Saved.");
        assertThat(consents(phone)).containsEntry("news", false).containsEntry("feedback", true);

        browser.submit("/account/consents", Map.of("news", "true"));
        assertThat(consents(phone)).containsEntry("news", true).containsEntry("feedback", false);
    }

    @Test
    void givesACopyOfEverything() {
        checkOutUntilPayment("kesar");
        browser.submit("/checkout", Map.of("method", "CASH", "note", "Blue gate"));

        HttpResponse<String> answer = browser.open("/account/data");

        assertThat(answer.headers().firstValue("Content-Disposition").orElse(""))
                .contains("attachment", "my-data.json");
        assertThat(answer.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
        JsonNode copy = JsonMapper.shared().readTree(answer.body());
        assertThat(copy.at("/person/phone").asString()).startsWith("+919844");
        assertThat(copy.at("/person/name").asString()).isEqualTo("Lakshmi");
        assertThat(copy.at("/addresses/0").asString()).contains("Flat 1204");
        assertThat(copy.at("/orders/0/note").asString()).isEqualTo("Blue gate");
        assertThat(copy.at("/orders/0/lines/0/title").asString()).contains("Kesar");
        assertThat(copy.at("/payments/0/method").asString()).isEqualTo("CASH");
        assertThat(copy.path("orders")).hasSize(1);
        assertThat(copy.propertyNames()).contains("deliveries", "messages", "refunds");
    }

    @Test
    void forgetsThePersonAndKeepsTheMoney() {
        checkOutUntilPayment("kesar");
        browser.submit("/checkout", Map.of("method", "CASH", "note", "Blue gate"));
        String order = browser.path().substring("/orders/".length());
        UUID customer = jdbc.sql("select customer_id from sales_order where id = ?::uuid")
                .param(order)
                .query(UUID.class)
                .single();
        browser.open("/account/delete");
        assertThat(browser.submit("/account/delete", Map.of()).body()).contains("Please tick that you are sure.");
        HttpResponse<String> open = browser.submit("/account/delete", Map.of("sure", "true"));
        assertThat(open.statusCode()).isEqualTo(409);
        assertThat(open.body()).contains("We still have to bring you M-", "or cancel it first");

        browser.open("/orders/" + order);
        browser.submit("/orders/" + order + "/cancel", Map.of());
        jdbc.sql("""
                insert into refund_request (id, order_id, reason, note, policy, fee, other, amount, state, asked_by,
                  by_founder, asked_at, decision, settled_at)
                values (gen_random_uuid(), ?::uuid, 'GOODWILL', 'Her mother was ill', 'none', 0, 0, 0, 'DECLINED', 'founder',
                  true, now(), 'Lakshmi rang again', now())""").param(order).update();
        browser.open("/account/delete");
        browser.submit("/account/delete", Map.of("sure", "true"));

        assertThat(browser.html()).contains("Your data is deleted", "Log in");
        assertThat(jdbc.sql("select note || coalesce(decision, '') from refund_request where order_id = ?::uuid")
                        .param(order)
                        .query(String.class)
                        .list())
                .isNotEmpty()
                .containsOnly("");
        browser.open("/account");
        assertThat(browser.path()).isEqualTo("/login");
        assertThat(jdbc.sql("select phone is null and name = '' from customer where id = ?")
                        .param(customer)
                        .query(Boolean.class)
                        .single())
                .isTrue();
        assertThat(jdbc.sql("""
                        select (select count(*) from address where customer_id = :id)
                          + (select count(*) from customer_session where customer_id = :id)
                          + (select count(*) from cart where customer_id = :id)
                          + (select count(*) from quote where customer_id = :id)
                          + (select count(*) from message where customer_id = :id)""").param("id", customer).query(Long.class).single())
                .isZero();
        Map<String, Object> kept = jdbc.sql(
                        "select total, note, address_line, latitude from sales_order where id = ?::uuid")
                .param(order)
                .query()
                .singleRow();
        assertThat(kept)
                .containsEntry("total", 68_900L)
                .containsEntry("note", "")
                .containsEntry("address_line", "");
        assertThat(kept.get("latitude")).isNull();
    }

    @Test
    void knowsSomebodyForgottenAsNew() {
        String phone = arrive();
        browser.open("/account");
        browser.submit("/account/name", Map.of("name", "Asha Rao"));
        browser.open("/account/delete");
        browser.submit("/account/delete", Map.of("sure", "true"));

        browser.open("/login");
        logIn(browser, "/login", phone);
        assertThat(browser.open("/account").body()).contains("No address yet.").doesNotContain("Asha Rao");
    }

    @Test
    void logsOutEverywhere() {
        String phone = arrive();
        PlainBrowser other = new PlainBrowser(port);
        jdbc.sql("update login_code set created_at = created_at - interval '1 minute' where phone = ?")
                .param("+91" + phone)
                .update();
        other.open("/login");
        logIn(other, "/login", phone);
        assertThat(other.open("/account").body()).contains("My account");

        browser.open("/account");
        browser.submit("/account/logout-everywhere", Map.of());

        assertThat(browser.path()).isEqualTo("/login");
        other.open("/account");
        assertThat(other.path()).isEqualTo("/login");
    }

    /** @return their number */
    private String arrive() {
        String phone = newPhone();
        browser.open("/login");
        logIn(browser, "/login", phone);
        return phone;
    }

    private Map<String, Object> consents(String phone) {
        return jdbc.sql("""
                select marketing_opted_in_at is not null and marketing_stopped_at is null as news,
                  feedback_opted_in_at is not null and feedback_stopped_at is null as feedback
                from customer where phone = ?""").param("+91" + phone).query().singleRow();
    }
}
