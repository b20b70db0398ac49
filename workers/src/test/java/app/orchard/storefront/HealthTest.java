package app.orchard.storefront;

import static org.assertj.core.api.Assertions.assertThat;

import app.orchard.DemoBusinessTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;

/** In an application of its own: what it finds is known for a minute. */
@DemoBusinessTest
@DirtiesContext
@TestPropertySource(properties = "spring.application.name=health")
class HealthTest {

    @LocalServerPort
    private int port;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void saysThatTheSumsOfStockAreWrongToPeopleWhoWorkHereOnly() {
        jdbc.sql("update stock_lot set on_hand = on_hand + 1 where id = (select id from stock_lot limit 1)")
                .update();
        Http everybody = new Http(port);

        Http.Answer stranger = everybody.get("/actuator/health");
        assertThat(stranger.status()).isEqualTo(503);
        assertThat(stranger.text("status")).isEqualTo("DOWN");
        assertThat(stranger.json().has("components")).isFalse();

        Http.Answer packer = everybody.basic("packer", "orchard").get("/actuator/health");
        assertThat(packer.json().at("/components/stock/status").asString()).isEqualTo("DOWN");
        assertThat(packer.json().at("/components/stock/details/lots").asInt()).isEqualTo(1);

        assertThat(everybody.get("/actuator/health/readiness").status()).isEqualTo(200);
        assertThat(everybody.basic("packer", "wrong").get("/actuator/health").status())
                .isEqualTo(401);
    }
}
