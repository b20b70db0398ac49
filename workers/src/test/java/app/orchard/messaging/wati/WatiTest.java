package app.orchard.messaging.wati;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.orchard.sandbox.http.Fault;
import app.orchard.sandbox.http.Fault.Kind;
import app.orchard.sandbox.http.Store;
import app.orchard.sandbox.wati.WatiAccount;
import app.orchard.sandbox.wati.WatiSandbox;
import java.io.IOException;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertySource;
import org.springframework.core.env.SystemEnvironmentPropertySource;

class WatiTest {
    private static final Recipient ASHA =
            new Recipient("+919845012345", "our-id", Map.of("name", "Asha", "order_number", "A-1"));

    private WatiSandbox provider;

    @BeforeEach
    void open() throws IOException {
        provider = WatiSandbox.open(0, new WatiAccount("1001", "secret", Optional.empty()), Store.inMemory(), 1);
    }

    @AfterEach
    void close() {
        provider.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"secret", "Bearer secret", " bearer  Bearer secret\n"})
    void takesTheTokenHoweverItWasPasted(String token) {
        SendAnswer answer = wati(provider.uri().toString(), token).send("delivered", "test", List.of(ASHA));
        assertThat(answer).isEqualTo(new SendAnswer.Taken(Map.of("our-id", List.of())));
    }

    @Test
    void isLockedOutByAWrongTokenOrAddress() {
        assertThat(wati(provider.uri().toString(), "old").send("delivered", "test", List.of(ASHA)))
                .isInstanceOf(SendAnswer.LockedOut.class);
        assertThat(wati(provider.uri() + "/1001", "secret").send("delivered", "test", List.of(ASHA)))
                .isInstanceOf(SendAnswer.LockedOut.class);
    }

    @Test
    void knowsThatNothingWasSentWhenNobodyListens() throws IOException {
        int free;
        try (ServerSocket socket = new ServerSocket(0)) {
            free = socket.getLocalPort();
        }
        assertThat(wati("http://127.0.0.1:" + free, "secret").send("delivered", "test", List.of(ASHA)))
                .isInstanceOf(SendAnswer.Unreached.class);
    }

    @Test
    void doesNotRepeatARequestWhoseConnectionBreaks() {
        Wati wati = wati(provider.uri().toString(), "secret");
        wati.send("delivered", "warm up the connection", List.of(ASHA));
        provider.faults().plan(Fault.once(Kind.DROP_AFTER, "POST", "send"));
        assertThat(wati.send("delivered", "test", List.of(ASHA))).isInstanceOf(SendAnswer.Silence.class);
        assertThat(provider.journal().of("POST", ".*/send")).hasSize(2);
    }

    @Test
    void findsWhatItSentInTheHistory() {
        Wati wati = wati(provider.uri().toString(), "secret");
        wati.send("delivered", "test", List.of(ASHA));
        assertThat(wati.history(ASHA.phone()))
                .hasValueSatisfying(history -> assertThat(history)
                        .singleElement()
                        .satisfies(entry -> assertThat(entry.text()).contains("order A-1 has been delivered")));
        provider.faults().plan(Fault.once(Kind.MALFORMED_JSON, "GET", ""));
        assertThat(wati.history(ASHA.phone())).isEmpty();
    }

    @Test
    void keepsNumbersAndTokensOutOfWhatIsLogged() {
        assertThat(ASHA.toString()).doesNotContain("98450");
        assertThat(settings("https://x", "secret").toString()).doesNotContain("secret");
        assertThat(Wording.plain("no such user +919845012345")).doesNotContain("98450");
    }

    @Test
    void isConfiguredByEnvironmentVariables() {
        Map<String, Object> environment = Map.of(
                "ORCHARD_WATI_ENDPOINT", "https://live.example/",
                "ORCHARD_WATI_WEBHOOK_TOKEN", "hook",
                "ORCHARD_WATI_SENDS_PER_WINDOW", "60");
        WatiSettings bound = new Binder(Objects.requireNonNull(ConfigurationPropertySource.from(
                        new SystemEnvironmentPropertySource("systemEnvironment", environment))))
                .bind("orchard.wati", WatiSettings.class)
                .get();
        assertThat(bound.endpoint()).isEqualTo("https://live.example");
        assertThat(bound.webhookToken()).isEqualTo("hook");
        assertThat(bound.sendsPerWindow()).isEqualTo(60);
    }

    @Test
    void refusesAnAddressThatIsNone() {
        assertThatThrownBy(() -> settings("live-mt-server.wati.io", "secret"))
                .hasMessageContaining("orchard.wati.endpoint")
                .hasMessageContaining("https://");
    }

    @Test
    void readsBothVersionsOfAnEventAsOne() {
        WatiEvent one = WatiEvent.parse("{\"eventType\":\"sentMessageREAD\",\"whatsappMessageId\":\"wamid.1\"}");
        WatiEvent two = WatiEvent.parse(
                "{\"eventType\":\"sentMessageREAD_v2_bsuid\",\"whatsappMessageId\":\"wamid.1\",\"localMessageId\":\"l\"}");
        assertThat(two.kind()).isEqualTo(WatiEvent.Kind.READ);
        assertThat(two.dedupKey()).isEqualTo(one.dedupKey());
    }

    private static Wati wati(String endpoint, String token) {
        return new Wati(settings(endpoint, token));
    }

    private static WatiSettings settings(String endpoint, String token) {
        return new WatiSettings(endpoint, "1001", token, "", 30, 10, Duration.ofSeconds(10), Duration.ofMillis(1500));
    }
}
